/// The string literals of a Swift source, each with a numbered hole for every value, as messages are looked up.
struct SourceLiterals {
  /// The literals in the order in which they end.
  private(set) var patterns: [String] = []
  private let bytes: [UInt8]
  private var place = 0

  /// Reads `source`, which must compile.
  init(of source: String) {
    bytes = Array(source.utf8)
    readCode(withinHole: false)
  }

  private func stands(_ text: String, at place: Int) -> Bool {
    bytes[place...].starts(with: text.utf8)
  }

  private mutating func readCode(withinHole: Bool) {
    var depth = 1
    while place < bytes.count {
      if stands("//", at: place) {
        skip(past: "\n")
      } else if stands("#/", at: place) {
        skip(past: "/#")
      } else if let hashes = hashesBeforeQuote() {
        place += hashes
        readString(hashes: hashes, isLong: stands("\"\"\"", at: place))
      } else {
        if withinHole, bytes[place] == UInt8(ascii: "(") { depth += 1 }
        if withinHole, bytes[place] == UInt8(ascii: ")") { depth -= 1 }
        place += 1
        if withinHole, depth == 0 { return }
      }
    }
  }

  private func hashesBeforeQuote() -> Int? {
    let hashes = bytes[place...].prefix { $0 == UInt8(ascii: "#") }.count
    return stands("\"", at: place + hashes) ? hashes : nil
  }

  private mutating func skip(past end: String) {
    place += 1
    while place < bytes.count, !stands(end, at: place) { place += 1 }
    place += end.utf8.count
  }

  private mutating func readString(hashes: Int, isLong: Bool) {
    let mark = String(repeating: "#", count: hashes)
    let quote = isLong ? "\"\"\"" : "\""
    let escape = "\\" + mark
    var text: [UInt8] = []
    var holes = 0
    place += quote.utf8.count
    while place < bytes.count, !stands(quote + mark, at: place) {
      if stands(escape + "(", at: place) {
        place += escape.utf8.count + 1
        readCode(withinHole: true)
        text += Array("{\(holes)}".utf8)
        holes += 1
      } else if stands(escape, at: place) {
        place += escape.utf8.count
        text += escaped()
      } else {
        text.append(bytes[place])
        place += 1
      }
    }
    place += quote.utf8.count + hashes
    let words = String(decoding: text, as: UTF8.self)
    patterns += isLong ? SourceLiterals.lines(of: words) : [words]
  }

  /// Reads what stands behind a backslash.
  private mutating func escaped() -> [UInt8] {
    let next = bytes[place]
    place += 1
    switch next {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case 0x0A:
      // The line goes on in the next one, behind its indentation.
      while place < bytes.count, bytes[place] == 0x20 { place += 1 }
      return []
    case UInt8(ascii: "u"):
      let digits = bytes[(place + 1)...].prefix { $0 != UInt8(ascii: "}") }
      place += digits.count + 2
      let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
      return scalar.flatMap(Unicode.Scalar.init).map { Array(String(Character($0)).utf8) } ?? []
    default: return [next]
    }
  }

  /// Takes a long literal apart into its lines, without their common indentation.
  private static func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let indentation = lines.popLast() ?? ""
    // The quotation marks have lines of their own.
    return lines.dropFirst().map {
      $0.hasPrefix(indentation) ? String($0.dropFirst(indentation.count)) : $0
    }
  }
}
