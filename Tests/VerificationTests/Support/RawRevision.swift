import PDFFiles

/// A revision that an attacker spells byte by byte, behind a file that is there.
struct RawRevision {
  private let bytes: [UInt8]
  private let file: PDFFile
  private let trailer: [String: PDFValue]
  private let root: PDFReference
  private(set) var objects: [(number: Int, text: String)] = []
  private var size: Int

  struct Missing: Error {}

  init(behind bytes: [UInt8]) throws {
    self.bytes = bytes
    file = try PDFFile(bytes, isStrict: true)
    guard let trailer = try file.trailer().entries, let root = trailer["/Root"]?.reference,
      let size = trailer["/Size"]?.integer
    else { throw Missing() }
    (self.trailer, self.root, self.size) = (trailer, root, size)
  }

  /// The catalog's entries.
  func catalog() throws -> [String: PDFValue] { try file.object(root).entries ?? [:] }

  /// The first page.
  func page() throws -> PDFReference {
    let kids = try file.resolve(catalog()["/Pages"]).entries?["/Kids"]
    guard let page = try file.resolve(kids).elements?.first?.reference else { throw Missing() }
    return page
  }

  /// Adds an object, and returns what leads to it.
  mutating func add(_ text: String) -> PDFReference {
    defer { size += 1 }
    objects.append((size, text))
    return PDFReference(number: size)
  }

  /// Writes an object anew.
  mutating func put(_ text: String, as reference: PDFReference) {
    objects.append((reference.number, text))
  }

  /// Writes a dictionary anew with other entries; `before` stands in front of all of them.
  mutating func change(
    _ reference: PDFReference,
    before: String = "",
    _ body: (inout [String: PDFValue]) -> Void
  ) throws {
    var entries = try file.object(reference).entries ?? [:]
    body(&entries)
    let spelt = String(decoding: PDFValue.dictionary(entries).spelling.dropFirst(2), as: UTF8.self)
    put("<< \(before) \(spelt)", as: reference)
  }

  mutating func changeCatalog(_ body: (inout [String: PDFValue]) -> Void) throws {
    try change(root, body)
  }

  /// Puts a field with its widget into the form and on the first page, unless it is there.
  mutating func show(_ field: PDFReference) throws {
    let field = PDFValue.reference(field)
    let page = try page()
    let there = try file.resolve(file.object(page).entries?["/Annots"]).elements ?? []
    if !there.contains(field) { try change(page) { $0["/Annots"] = .array(there + [field]) } }
    let form = try file.resolve(catalog()["/AcroForm"]).entries ?? [:]
    let fields = try file.resolve(form["/Fields"]).elements ?? []
    try changeCatalog { catalog in
      catalog["/AcroForm"] = .dictionary(form.merging(["/Fields": .array(fields + [field])]) { $1 })
    }
  }

  /// Returns the whole file, with a cross-reference table of the revision.
  func finish() throws -> [UInt8] {
    var file = bytes
    var table = "xref\n0 0\n"
    for object in objects {
      let digits = String(file.count)
      let zeros = String(repeating: "0", count: 10 - digits.count)
      table += "\(object.number) 1\n\(zeros)\(digits) 00000 n \n"
      file += "\(object.number) 0 obj\n\(object.text)\nendobj\n".utf8
    }
    let start = file.count
    var entries = ["/Size \(size)", "/Prev \(try formerStart())"]
    for key in ["/Root", "/Info", "/ID"] {
      guard let value = trailer[key] else { continue }
      entries.append("\(key) " + String(decoding: value.spelling, as: UTF8.self))
    }
    let last = "trailer\n<< \(entries.joined(separator: " ")) >>\n"
    file += "\(table)\(last)startxref\n\(start)\n%%EOF\n".utf8
    return file
  }

  private func formerStart() throws -> Int {
    let words = String(decoding: bytes.suffix(200), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    guard let place = words.lastIndex(of: "startxref"), let start = Int(words[place + 1]) else {
      throw Missing()
    }
    return start
  }
}
