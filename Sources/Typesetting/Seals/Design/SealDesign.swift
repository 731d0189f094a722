/// What is drawn of a seal.
public struct SealDesign: Sendable, Hashable {
  /// What it is for.
  public var kind: SealKind
  /// The name on it: the employer's, or a person's.
  public var name: String
  /// The digits of the police's registration (印章编码), which only its owner knows; nothing leaves their place empty.
  public var code: String?
  /// The diameter, or the side of a square one, in whole millimetres.
  public var side: Int
  /// Whether a star stands in the middle of a round one.
  public var hasStar: Bool

  /// Creates a design; the usual side and a star unless something else is asked for.
  public init(
    kind: SealKind,
    name: String,
    code: String? = nil,
    side: Int? = nil,
    hasStar: Bool = true
  ) {
    self.kind = kind
    self.name = name
    self.code = code
    self.side = side ?? kind.usualSide
    self.hasStar = hasStar
  }
}
