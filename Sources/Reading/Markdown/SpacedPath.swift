import Diagnostics

/// A picture or link whose file has a space in its name, such as `![登录](登录 页.png)`: Markdown ends a destination at a space,
/// unless it stands between `<` and `>` (CommonMark §6.3).
private struct SpacedPath {
  /// The destination as it stands in the line.
  let path: Substring

  /// Looks at what stands between the brackets of `](…)`, a title behind it included.
  init?(_ inside: Substring) {
    var path = inside
    if let quote = inside.firstRange(of: " \""), inside.hasSuffix("\"") {
      path = inside[..<quote.lowerBound]
    }
    guard path.contains(" "), !path.hasPrefix("<"), !path.hasPrefix(" "), !path.hasSuffix(" ")
    else { return nil }
    // Without an ending it is no file: some words in brackets behind others.
    let ending = path.contains(".") ? path.split(separator: ".").last ?? "" : ""
    guard (1...5).contains(ending.count), ending.first?.isLetter == true, ending.isASCII else {
      return nil
    }
    self.path = path
  }

  /// Returns all of `line`, but those that are quoted as code.
  static func all(in line: String) -> [SpacedPath] {
    guard line.holdsSpacedDestination else { return [] }
    var found: [SpacedPath] = []
    var rest = line[...]
    while let start = rest.firstRange(of: "](") {
      let isCode = line[..<start.lowerBound].count { $0 == "`" } % 2 == 1
      let inside = rest[start.upperBound...].insideBrackets
      if !isCode, let inside, let path = SpacedPath(inside) { found.append(path) }
      rest = rest[start.upperBound...]
    }
    return found
  }
}

extension WritingHabit {
  /// Looks in `line` for files with a space in their names that are not written as such.
  init?(spacedPathsOf line: String) {
    let paths = SpacedPath.all(in: line).map(\.path)
    guard let first = paths.first else { return nil }
    var mended = line
    for path in paths.reversed() {
      mended.replaceSubrange(path.startIndex..<path.endIndex, with: "<\(path)>")
    }
    self.init(
      message: "文件名里有空格，不会成为图片或者链接",
      advice: "请用尖括号括起来，写成“(<\(first)>)”，或者去掉文件名里的空格",
      mended: mended,
      found: "\(String(first))"
    )
  }
}

extension String {
  /// Whether a space stands in the brackets behind some `]`; it is asked of every line, and seen from bytes.
  fileprivate var holdsSpacedDestination: Bool {
    let bytes = utf8.span
    var last: UInt8 = 0
    /// How many brackets are open, from the one behind `]` on.
    var depth = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "("): if depth > 0 || last == UInt8(ascii: "]") { depth += 1 }
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: " "): if depth > 0 { return true }
      default: break
      }
      last = byte
      index += byte < 0xE0 ? 1 : 3
    }
    return false
  }
}

extension Substring {
  /// What stands before the bracket that closes one opened before the text; brackets inside go in pairs.
  fileprivate var insideBrackets: Substring? {
    var depth = 0
    for index in indices {
      if self[index] == "(" { depth += 1 }
      if self[index] == ")" {
        if depth == 0 { return self[..<index] }
        depth -= 1
      }
    }
    return nil
  }

  /// Whether all characters are ASCII.
  fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
