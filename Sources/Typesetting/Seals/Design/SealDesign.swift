/// What is drawn of a seal.
public struct SealDesign: Sendable, Hashable {
  /// What it is for.
  public var kind: SealKind
  /// The name on it: the employer's, or a person's.
  public var name: String
  /// The digits of the police's registration (印章编码), which only its owner knows; nothing leaves their place empty.
  public var code: String?
  /// The outline.
  public var shape: SealShape
  /// The lines around it.
  public var border: SealBorder
  /// The number in the middle of an elliptical one, which 发票专用章 has: the taxpayer's, which is the USCC.
  public var number: String?
  /// The diameter, the width, or the side of a square one, in whole millimetres.
  public var side: Int
  /// Whether a star stands in the middle of a round one.
  public var hasStar: Bool

  /// Creates a design; the usual shape and side and a star unless something else is asked for.
  ///
  /// No elliptical seal has a star.
  public init(
    kind: SealKind,
    name: String,
    shape: SealShape? = nil,
    border: SealBorder = .single,
    number: String? = nil,
    code: String? = nil,
    side: Int? = nil,
    hasStar: Bool = true
  ) {
    self.kind = kind
    self.name = name
    self.shape = shape ?? kind.usualShape
    self.border = border
    self.number = number
    self.code = code
    self.side = side ?? kind.usualSide(self.shape)
    self.hasStar = hasStar && self.shape == .usual
  }
}
