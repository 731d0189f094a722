import CDeflate

/// Reads the objects of a file from a place on.
package struct Scanner {
  private let bytes: [UInt8]
  private var position: Int

  package init(_ bytes: [UInt8], at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// Whether nothing but white space follows.
  package var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return position >= bytes.count
    }
  }

  /// Returns all that follows, as text.
  package func rest() -> String { String(decoding: bytes[position...], as: UTF8.self) }

  /// Steps over `word` if it stands next, white space aside.
  package mutating func accept(_ word: String) -> Bool {
    skipSpace()
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  package mutating func integer() throws -> Int {
    guard let integer = Int(regular()) else { throw fault("an integer") }
    return integer
  }

  package mutating func thing() throws -> Thing {
    let token = try token()
    if case .word(let word) = token, !["true", "false", "null"].contains(word) {
      throw fault("not '\(word)'")
    }
    return token
  }

  /// Returns the next object, or the operator that stands in its place in a content stream.
  package mutating func token() throws -> Thing {
    skipSpace()
    guard position < bytes.count else { throw fault("an object") }
    if accept("<<") { return .dictionary(try entries()) }
    if accept("[") { return .array(try elements()) }
    if accept("<") { return .string(try hexadecimal()) }
    if accept("(") { return .string(try literal()) }
    if accept("/") { return .name(Scanner.unescaped(regular())) }
    return try numberOrWord()
  }

  /// Returns the data of the stream that begins here, by the length and filter of its dictionary.
  package mutating func stream(of head: Thing) throws -> [UInt8] {
    guard accept("stream\n"), let length = head.dictionary?["Length"]?.integer,
      position + length <= bytes.count
    else { throw fault("a stream") }
    let data = Array(bytes[position..<position + length])
    position += length
    guard accept("endstream"), accept("endobj") else { throw fault("the end of a stream") }
    guard let filter = head.dictionary?["Filter"] else { return data }
    guard filter.name == "FlateDecode" else { throw fault("a known filter") }
    return try Scanner.inflate(data)
  }

  private mutating func numberOrWord() throws -> Thing {
    let first = regular()
    guard let number = Double(first) else {
      guard !first.isEmpty else { throw fault("an object") }
      return .word(first)
    }
    let mark = position
    if let whole = Int(exactly: number), regular() == "0", regular() == "R" {
      return .reference(whole)
    }
    position = mark
    return .number(number)
  }

  private mutating func entries() throws -> [String: Thing] {
    var entries: [String: Thing] = [:]
    while !accept(">>") {
      guard case .name(let key) = try thing(), entries[key] == nil else { throw fault("a new key") }
      entries[key] = try thing()
    }
    return entries
  }

  private mutating func elements() throws -> [Thing] {
    var elements: [Thing] = []
    while !accept("]") { elements.append(try thing()) }
    return elements
  }

  private mutating func hexadecimal() throws -> [UInt8] {
    let digits = regular()
    guard accept(">"), digits.count.isMultiple(of: 2) else { throw fault("a whole hex string") }
    return try stride(from: 0, to: digits.count, by: 2).map { offset in
      let pair = digits.dropFirst(offset).prefix(2)
      guard let byte = UInt8(pair, radix: 16) else { throw fault("hex digits") }
      return byte
    }
  }

  private mutating func literal() throws -> [UInt8] {
    var literal: [UInt8] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: ")") {
      let byte = bytes[position]
      position += 1
      literal.append(byte == UInt8(ascii: "\\") ? try escaped() : byte)
    }
    guard accept(")") else { throw fault("the end of a string") }
    return literal
  }

  /// Returns what stands for a byte behind a reverse solidus (ISO 32000-1 table 3).
  private mutating func escaped() throws -> UInt8 {
    let digits = bytes[position...].prefix(3).prefix { (0x30...0x37).contains($0) }
    guard digits.isEmpty else {
      position += digits.count
      return UInt8(truncatingIfNeeded: digits.reduce(0) { $0 << 3 | Int($1 & 7) })
    }
    guard position < bytes.count else { throw fault("a byte") }
    defer { position += 1 }
    switch bytes[position] {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    default: return bytes[position]
    }
  }

  /// Returns the regular characters that stand next, white space aside.
  private mutating func regular() -> String {
    skipSpace()
    let start = position
    while position < bytes.count, !Scanner.irregular[Int(bytes[position])] { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Returns a name without the escapes of its characters, such as `#2F` (ISO 32000-1 §7.3.5).
  private static func unescaped(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "#")) else { return name }
    return name.replacing(/#([0-9A-Fa-f]{2})/) { match in
      UInt8(match.output.1, radix: 16).map { String(UnicodeScalar($0)) } ?? ""
    }
  }

  private mutating func skipSpace() {
    while position < bytes.count, Scanner.space[Int(bytes[position])] { position += 1 }
  }

  private func fault(_ expected: String) -> TinyReader.Fault {
    TinyReader.Fault(sentence: "expected \(expected) at \(position)")
  }

  /// Which bytes are white space, and which end a word: looked up for every byte of large files.
  private static let space = (0..<256).map { [0, 9, 10, 12, 13, 32].contains($0) }
  private static let irregular = (0..<256).map {
    space[$0] || "()<>[]{}/%".utf8.contains(UInt8($0))
  }

  package static func inflate(_ data: [UInt8]) throws -> [UInt8] {
    guard let decompressor = unsafe libdeflate_alloc_decompressor() else {
      throw TinyReader.Fault(sentence: "no memory")
    }
    defer { unsafe libdeflate_free_decompressor(decompressor) }
    var (room, count) = ([UInt8](repeating: 0, count: 8 * data.count), 0)
    var result = LIBDEFLATE_INSUFFICIENT_SPACE
    while result == LIBDEFLATE_INSUFFICIENT_SPACE {
      room += room
      result = unsafe libdeflate_zlib_decompress(
        decompressor,
        data,
        data.count,
        &room,
        room.count,
        &count
      )
    }
    guard result == LIBDEFLATE_SUCCESS else { throw TinyReader.Fault(sentence: "bad data") }
    return Array(room[..<count])
  }
}
