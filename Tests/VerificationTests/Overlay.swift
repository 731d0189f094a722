import PDF
import PDFFiles
import TestSupport
import Verification

/// What somebody puts behind a signed file.
enum Overlay: String, CaseIterable {
  case addedPage, overlaidPage, annotation, attachment, strippedSignature, movedField, script
  case replacedMark, noForm

  /// What has to be told of it.
  var told: RevisionChange {
    switch self {
    case .addedPage: .pages
    case .overlaidPage, .annotation: .page(number: 1)
    case .attachment: .attachment
    case .strippedSignature, .movedField, .replacedMark: .field(name: "employer")
    case .script: .entry(name: "OpenAction")
    case .noForm: .entry(name: "AcroForm/Fields")
    }
  }

  /// Returns `file` with the change behind it.
  func put(onto file: [UInt8]) throws -> [UInt8] {
    let overlaid = try OverlaidFile(file)
    switch self {
    case .addedPage:
      let tree = try overlaid.reference(at: ["/Pages"])
      let page = try overlaid.add("/Type", "/Page /Parent \(tree.number) 0 R /MediaBox [0 0 99 99]")
      try overlaid.change(tree) { $0["/Kids"] = .array(($0["/Kids"]?.elements ?? []) + [page]) }
    case .overlaidPage:
      let more = try overlaid.addStream("0 0 500 500 re f")
      try overlaid.change(try overlaid.page()) {
        $0["/Contents"] = .array(($0["/Contents"]?.elements ?? []) + [more])
      }
    case .annotation:
      let note = try overlaid.add("/Type", "/Annot /Subtype /Square /Rect [0 0 500 500] /F 4")
      try overlaid.change(try overlaid.page()) {
        $0["/Annots"] = .array(($0["/Annots"]?.elements ?? []) + [note])
      }
    case .attachment:
      try overlaid.changeCatalog { $0["/Names"] = .dictionary([:]) }
    case .strippedSignature: try overlaid.change(try overlaid.field()) { $0["/V"] = nil }
    case .movedField:
      try overlaid.change(try overlaid.field()) {
        $0["/Rect"] = .array([0, 0, 595, 842].map(PDFValue.integer))
      }
    case .replacedMark:
      let mark = try overlaid.addStream("1 0 0 rg 0 0 90 90 re f")
      try overlaid.change(try overlaid.field()) { $0["/AP"] = .dictionary(["/N": mark]) }
    case .script:
      let script = PDFValue.dictionary([
        "/S": .name("/JavaScript"), "/JS": .string(Array("1".utf8)),
      ])
      try overlaid.changeCatalog { $0["/OpenAction"] = script }
    case .noForm: try overlaid.changeCatalog { $0["/AcroForm"] = nil }
    }
    return try overlaid.finish()
  }

  /// Returns `file` with an entry of the catalog set behind it.
  static func put(_ key: String, _ value: String, onto file: [UInt8]) throws -> [UInt8] {
    let overlaid = try OverlaidFile(file)
    try overlaid.changeCatalog {
      $0["/\(key)"] = value == "(en)" ? .string([0x65, 0x6E]) : .name(value)
    }
    return try overlaid.finish()
  }
}

/// A file with a revision in the making.
private final class OverlaidFile {
  private let bytes: [UInt8]
  private let file: PDFFile
  private let root: PDFReference
  private var update: PDFUpdate?
  private let sink = Sink()

  private final class Sink {
    var bytes: [UInt8] = []
  }

  struct Missing: Error {}

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    file = try PDFFile(bytes, isStrict: true)
    guard let trailer = try file.trailer().entries, let root = trailer["/Root"]?.reference,
      let start = bytes.lastStart, let size = trailer["/Size"]?.integer
    else { throw Missing() }
    self.root = root
    let base = ContinuedFile(
      length: bytes.count,
      endsLine: true,
      crossReference: start,
      hasStreams: true,
      size: size,
      trailer: [("Root", trailer["/Root"]?.spelling ?? []), ("ID", trailer["/ID"]?.spelling ?? [])]
        + (trailer["/Info"].map { [("Info", $0.spelling)] } ?? [])
    )
    let sink = sink
    update = try PDFUpdate(of: base, fonts: SignedSample.noFonts) { sink.bytes += $0 }
  }

  func reference(at path: [String]) throws -> PDFReference {
    var value = PDFValue.reference(root)
    for key in path { value = try file.resolve(value).entries?[key] ?? .null }
    guard let reference = value.reference else { throw Missing() }
    return reference
  }

  func page() throws -> PDFReference {
    let tree = try file.object(try reference(at: ["/Pages"]))
    guard let page = tree.entries?["/Kids"]?.elements?.first?.reference else { throw Missing() }
    return page
  }

  /// The field of the employer.
  func field() throws -> PDFReference {
    let form = try file.resolve(file.object(root).entries?["/AcroForm"]).entries
    guard let field = form?["/Fields"]?.elements?.first?.reference else { throw Missing() }
    return field
  }

  func change(_ reference: PDFReference, _ body: (inout [String: PDFValue]) -> Void) throws {
    var entries = try file.object(reference).entries ?? [:]
    body(&entries)
    let spelt = entries.map { (key: String($0.key.dropFirst()), spelling: $0.value.spelling) }
    try update?.put(spelt, as: reference.number)
  }

  func changeCatalog(_ body: (inout [String: PDFValue]) -> Void) throws {
    try change(root, body)
  }

  func add(_ key: String, _ rest: String) throws -> PDFValue {
    guard let number = try update?.allocate() else { throw Missing() }
    try update?.put([(String(key.dropFirst()), Array(rest.utf8))], as: number)
    return .reference(PDFReference(number: number))
  }

  func addStream(_ content: String) throws -> PDFValue {
    guard let number = try update?.add(stream: Array(content.utf8)) else { throw Missing() }
    return .reference(PDFReference(number: number))
  }

  func finish() throws -> [UInt8] {
    _ = try update?.finish()
    return bytes + sink.bytes
  }
}

extension [UInt8] {
  /// Where the last cross-reference begins.
  fileprivate var lastStart: Int? {
    let words = String(decoding: suffix(200), as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return words.lastIndex(of: "startxref").flatMap { Int(words[$0 + 1]) }
  }
}
