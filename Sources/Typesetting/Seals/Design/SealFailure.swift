public import Diagnostics
public import Fonts

/// Why a seal or a handwritten name could not be drawn.
public enum SealFailure: Error {
  /// Could not be drawn because of what a person must mend.
  case unfit([Diagnostic])
  /// Could not be drawn because no font has these characters.
  case missingGlyphs(MissingGlyphs)
  /// Could not be drawn because a font does not give an outline.
  case font(FontFailure)

  /// What to tell a person.
  public var diagnostics: [Diagnostic] {
    switch self {
    case .unfit(let diagnostics): diagnostics
    case .missingGlyphs(let missing): [Diagnostic("seal.glyph", .error, "\(missing)")]
    case .font(let failure): [Diagnostic("seal.font", .error, "\(failure)")]
    }
  }
}
