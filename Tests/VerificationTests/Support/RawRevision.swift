import PDFFiles

/// A revision that an attacker spells byte by byte, behind a file that is there.
struct RawRevision {
  private let bytes: [UInt8]
  private let file: PDFFile
  private let trailer: [String: PDFValue]
  private var root: PDFReference
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

  /// Makes another object the catalog.
  mutating func lead(to root: PDFReference) { self.root = root }

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
    let last = "trailer\n<< \(try trailerEntries()) >>\n"
    file += "\(table)\(last)startxref\n\(start)\n%%EOF\n".utf8
    return file
  }

  /// Returns the whole file, with the objects of the revision packed into a stream, which a stream of cross-references
  /// leads to (ISO 32000-1 §7.5.7, §7.5.8).
  func finishPacked() throws -> [UInt8] {
    let (file, start) = try packed(size: size + 2, entries: try trailerEntries())
    return file + Array("startxref\n\(start)\n%%EOF\n".utf8)
  }

  /// Returns the whole file with a table of cross-references that names no object but `shown`, and beside it a stream that
  /// leads to those of the revision: only newer readers look there (§7.5.8.4).
  func finishHybrid(showing shown: (number: Int, text: String)? = nil) throws -> [UInt8] {
    var (file, stream) = try packed(size: size + 2, entries: "")
    var table = "xref\n0 0\n"
    if let shown {
      let digits = String(file.count)
      let zeros = String(repeating: "0", count: 10 - digits.count)
      table += "\(shown.number) 1\n\(zeros)\(digits) 00000 n \n"
      file += "\(shown.number) 0 obj\n\(shown.text)\nendobj\n".utf8
    }
    let start = file.count
    let last = "trailer\n<< \(try trailerEntries()) /XRefStm \(stream) >>\n"
    file += "\(table)\(last)startxref\n\(start)\n%%EOF\n".utf8
    return file
  }

  /// Returns the file with a stream of objects and one of cross-references behind it, and where the latter begins.
  private func packed(size: Int, entries: String) throws -> (file: [UInt8], start: Int) {
    let (container, reference) = (size - 2, size - 1)
    var (places, texts) = ("", "")
    for object in objects {
      places += "\(object.number) \(texts.utf8.count) "
      texts += object.text + " "
    }
    var file = bytes
    let holding = file.count
    file +=
      """
      \(container) 0 obj
      << /Type /ObjStm /N \(objects.count) /First \(places.utf8.count) \
      /Length \(places.utf8.count + texts.utf8.count) >>
      stream
      \(places)\(texts)
      endstream
      endobj

      """.utf8
    let start = file.count
    var rows = objects.enumerated().map { ($1.number, hexadecimal([2, container, $0])) }
    rows.append((container, hexadecimal([1, holding, 0])))
    rows.append((reference, hexadecimal([1, start, 0])))
    rows.sort { $0.0 < $1.0 }
    let data = rows.map(\.1).joined() + ">"
    file +=
      """
      \(reference) 0 obj
      << /Type /XRef /W [1 4 2] /Index [\(rows.map { "\($0.0) 1" }.joined(separator: " "))] \
      /Filter /ASCIIHexDecode /Length \(data.utf8.count) \(entries.isEmpty ? "/Size \(size)" : entries) >>
      stream
      \(data)
      endstream
      endobj

      """.utf8
    return (file, start)
  }

  /// One row of cross-references in columns of one, four and two bytes.
  private func hexadecimal(_ values: [Int]) -> String {
    zip(values, [2, 8, 4]).map { value, width in
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: width - digits.count) + digits
    }.joined()
  }

  private func trailerEntries() throws -> String {
    var entries = ["/Size \(size + 2)", "/Prev \(try formerStart())"]
    entries.append("/Root \(root.number) 0 R")
    for key in ["/Info", "/ID"] {
      guard let value = trailer[key] else { continue }
      entries.append("\(key) " + String(decoding: value.spelling, as: UTF8.self))
    }
    return entries.joined(separator: " ")
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
