import Diagnostics
import Site
import Testing

@Suite struct ShippedContentTests {
  @Test func theCheckoutsOwnPortalIsBuilt() throws {
    let names = try Checkout.guideNames()
    #expect(names.count == 5)
    let opened = try names.map { openGuide(try Checkout.guideSource($0)) }
    #expect(opened.map(\.1).joined().map(\.description) == [])
    let (site, complaints) = openSite(
      try Checkout.text("content/site.yaml"),
      file: "content/site.yaml"
    )
    #expect(complaints == [])
    let portal = try buildPortal(
      try #require(site),
      guides: opened.compactMap(\.0),
      documents: try everySample(),
      printed: Set(names),
      theme: officeTheme()
    )
    #expect(portal.diagnostics.map(\.description) == [])
  }

  /// A link to every form of the checkout, printed from every sample.
  private func everySample() throws -> [DocumentLink] {
    let samples = try Checkout.names(in: "content/samples").map { $0.prefix { $0 != "." } }
    let forms = try Checkout.names(in: "content/forms")
    return samples.flatMap { sample in
      forms.map { form in
        let path = "documents/\(sample)/\(form).pdf"
        return DocumentLink(
          group: "样例",
          title: form,
          formats: [.init(label: "PDF", path: path)]
        )
      }
    }
  }
}
