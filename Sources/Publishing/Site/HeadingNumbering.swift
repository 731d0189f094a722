/// How a guide numbers its chapters and the headings within them.
public enum HeadingNumbering: Sendable, Hashable {
  /// 1, 1.1, 1.1.1
  case decimal
  /// 一、（一）1.（1）, the order of official documents (GB/T 9704-2012 §7.3.3).
  case chinese
}

extension HeadingNumbering {
  /// The number of chapter `chapter` as a list shows it.
  func label(ofChapter chapter: Int) -> String {
    switch self {
    case .decimal: "\(chapter)"
    case .chinese: chineseNumeral(chapter)
    }
  }

  /// What stands before a heading whose `path` counts the headings above it, the chapter first; empty for deeper ones.
  func prefix(of path: [Int]) -> String {
    guard let last = path.last else { return "" }
    switch self {
    case .decimal:
      return path.count > 3 ? "" : path.map(String.init).joined(separator: ".") + "\u{3000}"
    case .chinese:
      switch path.count {
      case 1: return "\(chineseNumeral(last))、"
      case 2: return "（\(chineseNumeral(last))）"
      case 3: return "\(last). "
      case 4: return "（\(last)）"
      default: return ""
      }
    }
  }
}

/// Returns `number` from 1 to 99 in Chinese numerals, and any other in digits.
func chineseNumeral(_ number: Int) -> String {
  guard (1...99).contains(number) else { return String(number) }
  let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
  guard tens > 0 else { return digits[ones] }
  return (tens > 1 ? digits[tens] : "") + "十" + digits[ones]
}

/// Counts headings within one chapter.
struct HeadingCounter {
  private var path: [Int]

  /// Begins chapter `chapter`.
  init(chapter: Int) {
    path = [chapter]
  }

  /// Returns the counts of the next heading of `level` and of those above it; a depth that was left out counts as 1.
  mutating func next(level: Int) -> [Int] {
    let depth = max(2, level)
    path = Array(path.prefix(depth))
    if path.count == depth {
      path[depth - 1] += 1
    } else {
      while path.count < depth { path.append(1) }
    }
    return path
  }
}
