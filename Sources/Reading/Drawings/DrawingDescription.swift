public import Diagnostics
public import DocumentTree

/// A line of the description of a drawing.
public struct DrawingLine: Sendable, Hashable {
  /// The line as it is written.
  public var text: String
  /// Where it begins.
  public var location: SourceLocation

  /// Creates a line.
  public init(text: String, location: SourceLocation) {
    self.text = text
    self.location = location
  }
}

/// What a description draws.
public struct DescribedDrawing: Sendable, Hashable {
  /// The drawing.
  public var drawing: Drawing
  /// What it shows, in words: those of the description, or made from what is drawn.
  public var alternative: String

  /// Creates a described drawing.
  public init(drawing: Drawing, alternative: String) {
    self.drawing = drawing
    self.alternative = alternative
  }
}

/// The lines of a description, its options (lines that begin with `@`) apart.
struct DrawingDescription {
  /// The lines that draw.
  private(set) var lines: [DrawingLine] = []
  /// What the option `@alt` says.
  private(set) var alternative: String?
  /// Whether the option `@narrow` is there.
  private(set) var isNarrow = false
  /// What was wrong with the options.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads `lines`; only the options in `known` are allowed.
  init(_ lines: [DrawingLine], known: [String]) {
    for line in lines where !line.text.allSatisfy(\.isWhitespace) {
      let text = line.text.trimmed
      if text.hasPrefix("@") {
        take(option: text, of: line, known: known)
      } else {
        self.lines.append(line)
      }
    }
  }

  private mutating func take(option: String, of line: DrawingLine, known: [String]) {
    let words = option.split(separator: " ", maxSplits: 1)
    let name = String(words[0])
    let value = words.count > 1 ? words[1].trimmed : ""
    guard known.contains(name) else {
      return diagnostics.add(
        "figure.option",
        at: .source(line.location),
        "示意图没有这个选项",
        found: "\(name)",
        advice: "可用的选项：\(list: known)"
      )
    }
    switch name {
    case "@alt": alternative = value
    default: isNarrow = true
    }
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
