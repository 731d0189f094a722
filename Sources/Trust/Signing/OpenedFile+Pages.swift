import Geometry
import PDF
import PDFFiles

/// A page of a file with what it takes over from the branches above it (ISO 32000-1 §7.7.3.4).
struct FoundPage {
  let reference: PDFReference
  private let entries: [String: PDFValue]
  /// The resources that its content names.
  private let resources: [String: PDFValue]
  private let contents: [PDFValue]
  /// Left, bottom, right and top of the paper in points.
  private let corners: [Double]

  fileprivate init(
    _ reference: PDFReference,
    _ entries: [String: PDFValue],
    in file: OpenedFile
  ) throws(SigningFailure) {
    self.reference = reference
    self.entries = entries
    var resources = try file.resolve(entries["/Resources"]).entries ?? [:]
    for (kind, names) in resources { resources[kind] = try file.resolve(names) }
    self.resources = resources
    let contents = entries["/Contents"]
    self.contents = try file.resolve(contents).elements ?? [contents].compactMap(\.self)
    corners = (try file.resolve(entries["/MediaBox"]).elements ?? []).compactMap(\.number)
  }

  /// The size of the paper, which lies as it is printed.
  func paper() throws(SigningFailure) -> Size {
    guard corners.count == 4, corners[0] == 0, corners[1] == 0, entries["/Rotate"] == nil else {
      throw .file(.unreadable(reason: "MediaBox"))
    }
    return Size(width: .pt(corners[2]), height: .pt(corners[3]))
  }

  /// The entries of the page with `additions` above what stands there.
  func entries(with additions: [PageAddition]) throws(SigningFailure) -> [String: PDFValue] {
    var (entries, resources) = (entries, resources)
    for (name, number) in additions.flatMap(\.names) {
      var names = resources["/\(name.kind)"]?.entries ?? [:]
      let value = PDFValue.reference(PDFReference(number: number))
      guard names["/\(name.name)"] ?? value == value else {
        throw .file(.unreadable(reason: "Resources"))
      }
      names["/\(name.name)"] = value
      resources["/\(name.kind)"] = .dictionary(names)
    }
    entries["/Resources"] = .dictionary(resources)
    let added = additions.map { PDFValue.reference(PDFReference(number: $0.content)) }
    entries["/Contents"] = .array(contents + added)
    return entries
  }
}

extension OpenedFile {
  /// What pages may take over from the branches above them.
  private static let inherited = ["/Resources", "/MediaBox", "/Rotate"]

  /// The pages in their order.
  func pages() throws(SigningFailure) -> [FoundPage] {
    var waiting = [(node: catalog["/Pages"] ?? .null, above: [String: PDFValue]())]
    var (pages, seen) = ([FoundPage](), Set<PDFReference>())
    while let next = waiting.popLast() {
      guard let reference = next.node.reference, seen.insert(reference).inserted,
        let own = try object(reference).entries
      else { continue }
      var entries = own
      for key in Self.inherited where own[key] == nil { entries[key] = next.above[key] }
      if let kids = try resolve(own["/Kids"]).elements {
        let above = entries.filter { Self.inherited.contains($0.key) }
        waiting += kids.reversed().map { ($0, above) }
      } else {
        pages.append(try FoundPage(reference, entries, in: self))
      }
    }
    return pages
  }
}
