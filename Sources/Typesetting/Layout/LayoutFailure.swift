public import Diagnostics
public import DocumentTree
import UnicodeText

/// A document could not be laid out.
public enum LayoutFailure: Error, Sendable {
  /// Characters have no glyph in any configured font; the diagnostics name them all, one for each text.
  case missingGlyphs([Diagnostic])
  /// The margins leave no room for text.
  case noRoom(Diagnostic)
  /// The rows of a table could not be had.
  case rows(RowSource.Failure)
  /// Whoever takes the pages could not go on.
  case sink(any Error & Sendable)
  /// The Unicode library could not find line ends.
  case unicode(Diagnostic)
}

extension LayoutFailure {
  /// What to show, where the failure has words of its own.
  public var diagnostics: [Diagnostic]? {
    switch self {
    case .missingGlyphs(let diagnostics): diagnostics
    case .noRoom(let diagnostic), .unicode(let diagnostic): [diagnostic]
    case .rows(let failure): [failure.diagnostic]
    case .sink: nil
    }
  }

  /// Turns a failure of the Unicode library into one a person can act upon.
  static func from(_ failure: UnicodeFailure) -> LayoutFailure {
    .unicode(
      Diagnostic(
        "layout.unicode",
        .error,
        "无法取得断行数据",
        found: Message(value: "\(failure)"),
        advice: "请确认系统已安装完整的 libicu"
      )
    )
  }
}
