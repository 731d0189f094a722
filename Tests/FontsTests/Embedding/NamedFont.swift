@testable import Fonts

/// A tiny name-keyed OpenType font: .notdef, A, grave, and À composed of both (Adobe TN #5177 appendix C).
enum NamedFont {
  /// The whole file; its characters are A, U+0060 and À in the order of their glyphs.
  static var bytes: [UInt8] {
    let tables: [(String, [UInt8])] = [
      ("CFF ", table), ("cmap", cmap), ("head", head), ("hhea", hhea), ("hmtx", hmtx),
      ("maxp", numbers(2, 0, 0x5000, glyphCount)),
    ]
    var file = FontBytes()
    file.append(Array("OTTO".utf8) + numbers(2, tables.count, 64, 2, 32))
    var offset = 12 + tables.count * 16
    for (tag, bytes) in tables {
      file.append(Array(tag.utf8) + numbers(4, 0, offset, bytes.count))
      offset += (bytes.count + 3) / 4 * 4
    }
    for (_, bytes) in tables {
      file.append(bytes)
      file.pad(to: 4)
    }
    return file.bytes
  }

  private static let glyphCount = 4

  private static func numbers(_ size: Int, _ numbers: Int...) -> [UInt8] {
    var bytes = FontBytes()
    for number in numbers { bytes.append(number, size: size) }
    return bytes.bytes
  }

  private static var head: [UInt8] {
    numbers(4, 0x10000, 0, 0, 0x5F0F_3CF5) + numbers(2, 0, 1000) + [UInt8](repeating: 0, count: 16)
      + numbers(2, 0, 0, 900, 900, 0, 8, 2, 0, 0)
  }

  private static var hhea: [UInt8] {
    numbers(4, 0x10000) + numbers(2, 800, -200) + [UInt8](repeating: 0, count: 26)
      + numbers(2, glyphCount)
  }

  private static var hmtx: [UInt8] { numbers(2, 500, 0, 600, 0, 500, 0, 600, 0) }

  private static var cmap: [UInt8] {
    numbers(2, 0, 1, 3, 10) + numbers(4, 12) + numbers(2, 12, 0)
      + numbers(4, 52, 0, 3, 0x41, 0x41, 1, 0x60, 0x60, 2, 0xC0, 0xC0, 3)
  }

  /// A number of two bytes as charstrings hold it.
  private static func operand(_ value: Int) -> [UInt8] { [28] + numbers(2, value) }

  /// A square of `side` units drawn by the one subroutine; the widths are 500 unless told otherwise.
  private static func square(_ side: Int, width: [UInt8] = []) -> [UInt8] {
    width + operand(10) + operand(20) + [21] + operand(side) + operand(-107) + [10, 14]
  }

  private static var charstrings: [[UInt8]] {
    // The width, the accent's shift, and the two glyphs by their codes in the standard encoding.
    let composed = [100, 40, 300, 65, 193].flatMap(operand) + [14]
    return [[14], square(400, width: operand(100)), square(90), composed]
  }

  /// Draws right, up and left by what is on the stack.
  private static let subroutine: [UInt8] =
    operand(300) + operand(-300) + [6, 11]

  private static var table: [UInt8] {
    func top(_ charset: Int, _ glyphs: Int, _ size: Int, _ facts: Int) -> [UInt8] {
      var dict = FontBytes()
      dict.append(.charset, integers: charset)
      dict.append(.charStrings, integers: glyphs)
      dict.append(.privateDict, integers: size, facts)
      var index = FontBytes()
      index.append(index: [dict.bytes])
      return index.bytes
    }
    var start = FontBytes()
    start.append([1, 0, 4, 4])
    start.append(index: [Array("Tiny".utf8)])
    var body = FontBytes()
    body.append(index: [[UInt8]]())
    body.append(index: [[UInt8]]())
    let origin = start.count + top(0, 0, 0, 0).count
    let charset = origin + body.count
    // A, grave and Agrave among the standard strings (TN #5176 appendix A).
    body.append([0] + numbers(2, 34, 124, 174))
    let glyphs = origin + body.count
    body.append(index: charstrings)
    var facts = FontBytes()
    facts.append(.defaultWidth, operand(500))
    facts.append(.nominalWidth, operand(500))
    facts.append(.subroutines, integers: facts.count + 6)
    let place = origin + body.count
    body.append(facts.bytes)
    body.append(index: [subroutine])
    return start.bytes + top(charset, glyphs, facts.count, place) + body.bytes
  }
}
