public import Geometry

/// The size of a picture in pixels.
public struct PixelSize: Sendable, Hashable {
  /// Pixels from left to right.
  public let width: Int
  /// Pixels from top to bottom.
  public let height: Int

  /// Creates the size that a sheet of `size` has with `resolution` pixels to the inch; no edge is cut off.
  public init(of size: Size, resolution: Int) {
    let scale = Double(resolution) / 25.4
    width = Int((size.width.millimetres * scale).rounded(.up))
    height = Int((size.height.millimetres * scale).rounded(.up))
  }
}
