import Diagnostics
import Site
import Testing

@Suite struct ShippedContentTests {
  @Test func theCheckoutsOwnPortalIsBuilt() throws {
    let names = ["jilin-filing", "zhanyi-signing"]
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
      documents: sampleDocuments,
      printed: Set(names),
      theme: officeTheme()
    )
    #expect(portal.diagnostics.map(\.description) == [])
  }
}
