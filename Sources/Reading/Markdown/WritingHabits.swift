import Diagnostics

/// Finds what Chinese authors type by habit and Markdown does not understand: it would be printed as it stands.
enum WritingHabits {
  /// Returns a warning for each such line of `source`, fenced blocks left out.
  static func complaints(about source: SourceText) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var fence = FenceTracker()
    for (index, line) in source.lines.enumerated() where !fence.isInside(after: line.bytes) {
      let text = String(decoding: line.bytes, as: UTF8.self)
      guard let (message, advice) = habit(text) else { continue }
      let indent = text.prefix { $0 == " " }.count
      let place = SourceLocation(file: source.file, line: index + 1, column: indent + 1)
      diagnostics.append(
        Diagnostic(
          "markdown.habit",
          .warning,
          at: .source(place),
          message,
          found: String(text.dropFirst(indent).prefix(12)),
          advice: advice
        )
      )
    }
    return diagnostics
  }

  private static func habit(_ line: String) -> (message: String, advice: String)? {
    let scalars = Array(line.unicodeScalars.drop { $0 == " " }.prefix(200))
    guard let first = scalars.first else { return nil }
    switch first {
    case "#":
      guard follows(scalars, from: scalars.prefix { $0 == "#" }.count) else { return nil }
      return ("井号后没有空格，不会成为标题", "请在井号后加一个空格")
    case "＃":
      return ("全角井号不会成为标题", "请改用半角的“# ”")
    case "-", "+":
      guard follows(scalars, from: 1) else { return nil }
      return ("列表符号后没有空格，不会成为列表", "请在“\(first)”后加一个空格")
    case "0"..."9":
      let digits = scalars.prefix { ("0"..."9").contains($0) }.count
      guard digits <= 2, digits < scalars.count, [".", "．"].contains(scalars[digits]),
        follows(scalars, from: digits + 1)
      else { return nil }
      return ("序号后没有空格，不会成为列表", "请写成“1. ”，点后加一个空格")
    case "|", "｜":
      guard scalars.contains("｜") else { return nil }
      return ("全角竖线不能分隔表格的格子", "请改用半角的“|”")
    default: return nil
    }
  }

  /// Whether a Chinese character stands at `index`, where a space is missing.
  private static func follows(_ scalars: [Unicode.Scalar], from index: Int) -> Bool {
    index < scalars.count && scalars[index].isWide && !scalars[index].isPunctuation
  }
}
