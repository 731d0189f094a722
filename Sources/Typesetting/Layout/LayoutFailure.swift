public import Diagnostics
public import DocumentTree
import UnicodeText

/// A document could not be laid out.
public enum LayoutFailure: Error, Sendable {
  /// Characters of one text have no glyph in any configured font; the diagnostic names them all.
  case missingGlyphs(Diagnostic)
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
  /// The diagnostic to show, where the failure has one of its own.
  public var diagnostic: Diagnostic? {
    switch self {
    case .missingGlyphs(let diagnostic), .noRoom(let diagnostic), .unicode(let diagnostic):
      diagnostic
    case .rows(let failure): failure.diagnostic
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
        found: "\(failure)",
        advice: "请确认系统已安装完整的 libicu"
      )
    )
  }
}
