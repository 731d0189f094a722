/// A place on the page; the origin is the top left corner, `y` grows downwards.
public struct Point: Sendable, Hashable {
  /// The distance from the left edge.
  public var x: Length
  /// The distance from the top edge.
  public var y: Length

  /// Creates a point from its distances to the left and top edge.
  public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }
}

/// A width and a height.
public struct Size: Sendable, Hashable {
  /// The extent from left to right.
  public var width: Length
  /// The extent from top to bottom.
  public var height: Length

  /// Creates a size from its two extents.
  public init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }

  /// The same sheet turned by a quarter.
  public var turned: Size { Size(width: height, height: width) }
}

/// The four distances between an outer and an inner rectangle.
public struct Insets: Sendable, Hashable {
  /// The distance at the top edge.
  public var top: Length
  /// The distance at the left edge.
  public var left: Length
  /// The distance at the bottom edge.
  public var bottom: Length
  /// The distance at the right edge.
  public var right: Length

  /// Creates insets from the four distances.
  public init(top: Length, left: Length, bottom: Length, right: Length) {
    self.top = top
    self.left = left
    self.bottom = bottom
    self.right = right
  }
}

/// An upright rectangle on the page.
public struct Rectangle: Sendable, Hashable {
  /// The top left corner.
  public var origin: Point
  /// The extents.
  public var size: Size

  /// Creates a rectangle from its top left corner and extents.
  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Creates a rectangle from its left and top edge and its extents.
  public init(x: Length, y: Length, width: Length, height: Length) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  /// The left edge.
  public var left: Length { origin.x }
  /// The right edge.
  public var right: Length { origin.x + size.width }
  /// The top edge.
  public var top: Length { origin.y }
  /// The bottom edge.
  public var bottom: Length { origin.y + size.height }

  /// Returns the rectangle that remains inside `insets`.
  public func inset(by insets: Insets) -> Rectangle {
    Rectangle(
      x: left + insets.left,
      y: top + insets.top,
      width: size.width - insets.left - insets.right,
      height: size.height - insets.top - insets.bottom
    )
  }

  /// Returns whether `other` lies wholly inside, edges included.
  public func contains(_ other: Rectangle) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }
}

extension Point: CustomStringConvertible {
  /// The point as `x,y` in millimetres, as the text dumps print it.
  public var description: String { "\(x),\(y)" }
}

extension Rectangle: CustomStringConvertible {
  /// The rectangle as `left,top width×height` in millimetres, as the text dumps print it.
  public var description: String { "\(origin) \(size.width)×\(size.height)" }
}
