import TestSupport

/// A file in plain form, to be damaged by a test: its objects may be edited, and the rest is put right again.
struct PlainFile {
  private let head: [UInt8]
  /// Each object from its number to `endobj`, in the order of the file.
  private var objects: [(number: Int, bytes: [UInt8])]
  private let trailer: [UInt8]

  init(_ file: [UInt8]) throws {
    let reader = try TinyReader(file)
    var places = reader.entries.compactMap { number, entry -> (number: Int, offset: Int)? in
      if case .offset(let offset) = entry { (number, offset) } else { nil }
    }
    places.sort { $0.offset < $1.offset }
    guard let first = places.first, let table = file.place(of: "\nxref\n"),
      let trailer = file.place(of: "\ntrailer\n"), let end = file.place(of: "\nstartxref\n")
    else { throw TinyReader.Fault(sentence: "the file is not in plain form") }
    head = Array(file[..<first.offset])
    let ends = places.dropFirst().map(\.offset) + [table + 1]
    objects = zip(places, ends).map { ($0.number, Array(file[$0.offset..<$1])) }
    self.trailer = Array(file[(trailer + 1)...end])
  }

  /// Returns the file with the first `text` replaced, its lengths and its cross-reference put right; nothing when there
  /// is no such text.
  func replacing(_ text: String, with other: String) -> [UInt8]? {
    for index in objects.indices {
      guard let edited = objects[index].bytes.replacing(text, with: other) else { continue }
      var file = self
      file.objects[index].bytes = PlainFile.measured(edited)
      return file.bytes
    }
    guard let edited = trailer.replacing(text, with: other) else {
      return head.replacing(text, with: other).map { PlainFile(self, head: $0).bytes }
    }
    return PlainFile(self, trailer: edited).bytes
  }

  private init(_ file: PlainFile, head: [UInt8]? = nil, trailer: [UInt8]? = nil) {
    self.head = head ?? file.head
    objects = file.objects
    self.trailer = trailer ?? file.trailer
  }

  /// The whole file.
  var bytes: [UInt8] {
    var (file, offsets) = (head, [Int: Int]())
    for object in objects {
      offsets[object.number] = file.count
      file += object.bytes
    }
    let start = file.count
    let count = (offsets.keys.max() ?? 0) + 1
    file += Array("xref\n0 \(count)\n0000000000 65535 f \n".utf8)
    for number in 1..<count {
      let digits = String(offsets[number] ?? 0)
      file += Array((String(repeating: "0", count: 10 - digits.count) + digits).utf8)
      file += Array(" 00000 n \n".utf8)
    }
    return file + trailer + Array("startxref\n\(start)\n%%EOF\n".utf8)
  }

  /// Returns a stream object with the length that it has.
  private static func measured(_ object: [UInt8]) -> [UInt8] {
    guard let start = object.place(of: "\nstream\n"), let end = object.place(of: "\nendstream\n"),
      let key = object.place(of: "/Length ")
    else { return object }
    let digits = object[(key + 8)...].prefix { (0x30...0x39).contains($0) }
    return object[..<digits.startIndex] + Array(String(end - start - 8).utf8)
      + object[digits.endIndex...]
  }
}

extension [UInt8] {
  /// Where `text` begins first.
  func place(of text: String) -> Int? {
    let text = Array(text.utf8)
    guard let initial = text.first, count >= text.count else { return nil }
    return (0...count - text.count).first {
      self[$0] == initial && self[$0..<$0 + text.count].elementsEqual(text)
    }
  }

  /// Returns the bytes with the first `text` replaced.
  func replacing(_ text: String, with other: String) -> [UInt8]? {
    place(of: text).map { self[..<$0] + Array(other.utf8) + self[($0 + text.utf8.count)...] }
  }
}
