import Diagnostics

/// Which cell styles show their number as a day.
struct NumberFormats {
  private var isDay: [Bool] = []

  /// Returns whether cells of style number `style` show a day.
  func showsDay(style: Int) -> Bool { isDay.indices.contains(style) && isDay[style] }

  init() {}

  /// Reads the styles part.
  init(_ part: ZipPart) throws(SpreadsheetFailure) {
    let pull = try XMLPull(part)
    var codes: [Int: Bool] = [:]
    var isInCellStyles = false
    while true {
      switch try pull.next() {
      case .finished: return
      case .start where pull.name == "numFmt":
        guard let id = number("numFmtId", pull), codes.count < 10_000 else { continue }
        codes[id] = Self.showsDay(pull.attribute("formatCode") ?? "")
      case .start where pull.name == "cellXfs": isInCellStyles = true
      case .end where pull.name == "cellXfs": isInCellStyles = false
      case .start where isInCellStyles && pull.name == "xf":
        // Excel itself allows 65,490 styles.
        guard isDay.count < 65_536 else { throw .tooLarge(part: "styles.xml", limit: "65536种样式") }
        let id = number("numFmtId", pull) ?? 0
        isDay.append(codes[id] ?? Self.isBuiltInDay(id))
      default: continue
      }
    }
  }

  private func number(_ name: String, _ pull: XMLPull) -> Int? {
    pull.attribute(name).flatMap { Int($0) }
  }

  /// The formats that need no code (ECMA-376-1 §18.8.30), those of Chinese programs with them.
  private static func isBuiltInDay(_ id: Int) -> Bool {
    switch id {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: true
    default: false
    }
  }

  /// Returns whether a format code has a year or a day outside its quoted words and brackets.
  static func showsDay(_ code: String) -> Bool {
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    for byte in code.utf8 {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch byte {
      case UInt8(ascii: "\\") where !isQuoted: isEscaped = true
      case UInt8(ascii: "\"") where !isBracketed: isQuoted.toggle()
      case UInt8(ascii: "[") where !isQuoted: isBracketed = true
      case UInt8(ascii: "]"): isBracketed = false
      case UInt8(ascii: ";") where !isQuoted && !isBracketed: return false
      case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "d"), UInt8(ascii: "D"):
        if !isQuoted, !isBracketed { return true }
      default: continue
      }
    }
    return false
  }
}
