import UnicodeText

/// A paragraph in lines of a terminal, which has no kerning and no hyphens.
struct TerminalLines {
  /// The lines; a word that is wider than a line has one of its own.
  private(set) var lines: [String] = []

  /// Breaks `text` at spaces and between Chinese characters into lines of at most `width` columns.
  ///
  /// No line begins with a mark that closes, nor ends with one that opens (clreq #prohibition_rules_for_line_start_end).
  init(filling text: String, to width: Int) {
    var line = ""
    for piece in TerminalLines.pieces(of: text) {
      let ending = piece.last == " " ? String(piece.dropLast()) : piece
      if !line.isEmpty, TerminalColumns.count(of: line + ending) > width {
        lines.append(TerminalLines.trimmed(line))
        line = piece
      } else {
        line += piece
      }
    }
    lines.append(TerminalLines.trimmed(line))
  }

  /// Cuts `text` wherever a line may end.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var last: Character = " "
    for character in text {
      if !pieces.isEmpty, mayBreak(between: last, and: character) {
        pieces.append(String(character))
      } else {
        pieces.append((pieces.popLast() ?? "") + String(character))
      }
      last = character
    }
    return pieces
  }

  private static func mayBreak(between last: Character, and next: Character) -> Bool {
    if next == " " { return false }
    if last == " " { return true }
    guard !"。，、；：？！）】》”’…".contains(next), !"（【《“‘".contains(last) else { return false }
    return TerminalColumns.count(of: last) == 2 || TerminalColumns.count(of: next) == 2
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
