public import Diagnostics
public import Styling

/// One line of what `mingce doctor` says about fonts.
public struct FontFinding: Sendable, Hashable {
  /// What kind of finding it is.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// A face stands for the family and weight.
    case found
    /// A face stands for the family, but not the one that was wanted.
    case substituted
    /// There is no bold face, the regular one is used.
    case boldAbsent
    /// No face of the family, or of the fallback candidate, is installed.
    case missing
    /// The face's licence forbids embedding.
    case restricted
    /// A candidate's file is damaged or of a kind that cannot be embedded.
    case unusable
  }

  /// The kind.
  public var kind: Kind
  /// How grave it is.
  public var severity: Severity
  /// The logical family; nothing for the fallback list.
  public var family: FontFamily?
  /// The weight; nothing for the fallback list.
  public var weight: FontWeight?
  /// The face's full name in the font, such as `Noto Serif CJK SC`.
  public var face: String?
  /// The font file.
  public var file: String?
  /// The face's place in its file, from 0.
  public var faceIndex: Int?
  /// The finding as a sentence without a full stop.
  public var message: Message
  /// What the operator can do.
  public var advice: Message?

  /// Creates a finding.
  public init(
    _ kind: Kind,
    _ severity: Severity,
    family: FontFamily? = nil,
    weight: FontWeight? = nil,
    face: String? = nil,
    file: String? = nil,
    faceIndex: Int? = nil,
    message: Message,
    advice: Message? = nil
  ) {
    self.kind = kind
    self.severity = severity
    self.family = family
    self.weight = weight
    self.face = face
    self.file = file
    self.faceIndex = faceIndex
    self.message = message
    self.advice = advice
  }
}
