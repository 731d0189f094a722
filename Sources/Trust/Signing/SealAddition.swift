public import PDF
public import Pages

/// What stands on the pages of a sealed file beside the seal itself.
public struct SealAddition: Sendable {
  /// The sides of the paper where slices of the seal stand across the edges (骑缝章); nothing for no slices.
  public var seam: SealSlices.Sides?
  /// What is printed beside the seal.
  public var caption: SignatureMark?

  /// Whether nothing is added.
  var isEmpty: Bool { seam == nil && caption == nil }

  /// Nothing is added unless it is said.
  public init(seam: SealSlices.Sides? = nil, caption: SignatureMark? = nil) {
    self.seam = seam
    self.caption = caption
  }
}
