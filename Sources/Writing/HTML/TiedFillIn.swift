import DocumentTree

/// A piece of a line, where a fill-in takes the marks beside it along.
///
/// Browsers may break a line on both sides of a boxed rule, whatever stands there; tied marks keep the prohibitions at
/// line start and line end (clreq #prohibition_rules_for_line_start_end).
enum LinePiece {
  /// A piece as it is.
  case plain(Inline<Never>)
  /// A fill-in with the opening marks before it and the closing marks behind it.
  case tied(before: String, FillIn<Never>, after: String)

  /// Returns `content` in pieces; no character is lost or moved.
  static func pieces(of content: [Inline<Never>]) -> [LinePiece] {
    var pieces: [LinePiece] = []
    for inline in content {
      switch (pieces.last, inline) {
      case (.plain(.text(let text, let origin)), .fillIn(let fillIn)):
        let marks = String(text.reversed().prefix { openingMarks.contains($0) }.reversed())
        pieces.removeLast()
        append(.text(String(text.dropLast(marks.count)), origin), to: &pieces)
        pieces.append(.tied(before: marks, fillIn, after: ""))
      case (_, .fillIn(let fillIn)):
        pieces.append(.tied(before: "", fillIn, after: ""))
      case (.tied(let before, let fillIn, ""), .text(let text, let origin)):
        let marks = String(text.prefix { closingMarks.contains($0) })
        pieces.removeLast()
        pieces.append(.tied(before: before, fillIn, after: marks))
        append(.text(String(text.dropFirst(marks.count)), origin), to: &pieces)
      default: pieces.append(.plain(inline))
      }
    }
    return pieces
  }

  private static let openingMarks: Set<Character> = [
    "（", "《", "〈", "【", "〔", "「", "『", "“", "‘", "(",
  ]
  private static let closingMarks: Set<Character> = [
    "）", "》", "〉", "】", "〕", "」", "』", "”", "’", ")", "，", "。", "、", "；", "：", "！", "？", "…", "%",
    "％",
  ]

  private static func append(_ inline: Inline<Never>, to pieces: inout [LinePiece]) {
    if case .text("", _) = inline { return }
    pieces.append(.plain(inline))
  }
}
