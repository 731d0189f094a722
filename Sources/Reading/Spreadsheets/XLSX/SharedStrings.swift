import Diagnostics

/// The texts that cells point to, kept end to end in one piece of memory.
struct SharedStrings {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  private static let limit = (bytes: 256 << 20, count: 5_000_000)

  init() {}

  /// Reads the shared strings part.
  init(_ part: ZipPart) throws(SpreadsheetFailure) {
    let pull = try XMLPull(part)
    while true {
      let event = try pull.next()
      if event == .finished { return }
      guard event == .start, pull.name == "si" else { continue }
      bytes.append(contentsOf: try pull.richText().utf8)
      ends.append(bytes.count)
      guard bytes.count <= Self.limit.bytes, ends.count <= Self.limit.count else {
        throw .tooLarge(part: part.name, limit: "共享文字不超过256MB、五百万条")
      }
    }
  }

  /// Returns text number `index`, or nothing when there is none.
  subscript(index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : ends[index - 1]
    return String(decoding: bytes[start..<ends[index]], as: UTF8.self)
  }
}

extension XMLPull {
  /// Returns the text of the string item that has just begun (ECMA-376-1 §18.4.8): its runs joined, readings left out.
  func richText() throws(SpreadsheetFailure) -> String {
    var text = ""
    var depth = 0
    while true {
      switch try next() {
      case .start where name == "t": text += try textOfElement()
      case .start where name == "rPh": try skipElement()
      case .start: depth += 1
      case .end:
        if depth == 0 { return text.contains("_x") ? unescaped(text) : text }
        depth -= 1
      case .text: continue
      case .finished: return text
      }
    }
  }

  /// Returns `text` with `_x000D_` and its like turned into characters (ECMA-376-1 §22.9.2.19).
  private func unescaped(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "_x") {
      result += rest[..<start.lowerBound]
      let digits = rest[start.upperBound...].prefix(4)
      let after = rest[start.upperBound...].dropFirst(4)
      guard digits.utf8.count == 4, after.first == "_", let code = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(code)
      else {
        result += "_x"
        rest = rest[start.upperBound...]
        continue
      }
      result.unicodeScalars.append(scalar)
      rest = after.dropFirst()
    }
    return result + rest
  }
}
