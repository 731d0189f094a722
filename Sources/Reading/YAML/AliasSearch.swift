import Diagnostics

/// Looks for the first `*name` whose `&name` stands somewhere in the text, before anything is parsed.
///
/// Quotes, comments and literal blocks are not told apart, because whoever gets that wrong lets a hidden alias pass.
/// Text that holds both marks of one name and means neither is hardly ever written.
enum AliasSearch {
  /// Returns the place of the first alias of `text`, or nothing.
  static func firstAlias(in text: String, file: String) -> SourceLocation? {
    let marks = Self.marks(in: Array(text.unicodeScalars))
    let anchors = Set(marks.filter { $0.sign == "&" }.map(\.name))
    guard let alias = marks.first(where: { $0.sign == "*" && anchors.contains($0.name) }) else {
      return nil
    }
    return SourceLocation(file: file, line: alias.line, column: alias.column)
  }

  /// A sign with the name behind it.
  private struct Mark {
    let sign: Unicode.Scalar
    let name: [Unicode.Scalar]
    let line: Int
    let column: Int
  }

  private static func marks(in scalars: [Unicode.Scalar]) -> [Mark] {
    var marks: [Mark] = []
    var (line, lineStart) = (1, 0)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\n", "\r":
        let isPair = scalar == "\n" && index > 0 && scalars[index - 1] == "\r"
        if !isPair { line += 1 }
        lineStart = index + 1
      case "&", "*":
        let name = Array(scalars[(index + 1)...].prefix(while: isNameLetter))
        if name.isEmpty { continue }
        let column = index - lineStart + 1
        marks.append(Mark(sign: scalar, name: name, line: line, column: column))
      default: break
      }
    }
    return marks
  }

  /// The letters that the parser takes for a part of a name.
  private static func isNameLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "_", "-": true
    default: false
    }
  }
}
