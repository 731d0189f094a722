/// Boxes, lines and texts on a plane of their own.
///
/// Lengths are in em of the drawing's text, from its top left corner; how large an em is and where the drawing stands
/// is for those who show it. Chinese characters fill an em each in any font, so that boxes fit their texts everywhere.
public struct Drawing: Sendable, Hashable {
  /// The width.
  public var width: Double
  /// The height.
  public var height: Double
  /// The shapes, the lowest first.
  public var shapes: [Shape]

  /// Creates a drawing.
  public init(width: Double, height: Double, shapes: [Shape]) {
    self.width = width
    self.height = height
    self.shapes = shapes
  }

  /// One of the things that are drawn.
  public enum Shape: Sendable, Hashable {
    /// A rectangle.
    case box(Box)
    /// A line through several points.
    case line(Line)
    /// A line of text.
    case text(Text)
  }

  /// How much a rectangle stands out: never by its colour alone.
  public enum Tone: String, Sendable, Hashable, CaseIterable {
    /// Thin outline, empty ground.
    case plain
    /// Thin outline, tinted ground.
    case shaded
    /// Thick outline.
    case strong
    /// Tinted ground without outline.
    case tint
  }

  /// A rectangle.
  public struct Box: Sendable, Hashable {
    /// The left edge.
    public var x: Double
    /// The top edge.
    public var y: Double
    /// The width.
    public var width: Double
    /// The height.
    public var height: Double
    /// How much it stands out.
    public var tone: Tone

    /// Creates a rectangle.
    public init(x: Double, y: Double, width: Double, height: Double, tone: Tone = .plain) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
      self.tone = tone
    }
  }

  /// A place.
  public struct Point: Sendable, Hashable {
    /// The distance from the left.
    public var x: Double
    /// The distance from the top.
    public var y: Double

    /// Creates a place.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A line through several points.
  public struct Line: Sendable, Hashable {
    /// The points in order.
    public var points: [Point]
    /// Whether an arrow-head stands at the last point.
    public var hasArrow: Bool
    /// The thickness.
    public var thickness: Double

    /// Creates a line.
    public init(_ points: [Point], hasArrow: Bool = false, thickness: Double = 0.1) {
      self.points = points
      self.hasArrow = hasArrow
      self.thickness = thickness
    }
  }

  /// Which part of a text stands at its place.
  public enum Anchor: String, Sendable, Hashable, CaseIterable {
    /// The left end.
    case start
    /// The middle.
    case middle
    /// The right end.
    case end
  }

  /// The kind of face that a text is set in.
  public enum Face: String, Sendable, Hashable, CaseIterable {
    /// 黑体, as in drawings of our own.
    case hei
    /// 宋体
    case song
    /// 楷体
    case kai
    /// 仿宋
    case fang
  }

  /// A line of text.
  public struct Text: Sendable, Hashable {
    /// The words.
    public var words: String
    /// The place of the anchor.
    public var x: Double
    /// The middle between the top and the bottom of the characters.
    public var y: Double
    /// Which part of the text stands at `x`.
    public var anchor: Anchor
    /// Whether the text is bold.
    public var isBold: Bool
    /// Whether the text is a mark such as ① that the words of a guide refer to.
    public var isMark: Bool
    /// The kind of face.
    public var face: Face
    /// The size of the text's own em square.
    public var size: Double
    /// How wide the text is made; nothing leaves that to the font.
    public var width: Double?

    /// Creates a line of text.
    public init(
      _ words: String,
      x: Double,
      y: Double,
      anchor: Anchor = .start,
      isBold: Bool = false,
      isMark: Bool = false,
      face: Face = .hei,
      size: Double = 1,
      width: Double? = nil
    ) {
      self.words = words
      self.x = x
      self.y = y
      self.anchor = anchor
      self.isBold = isBold
      self.isMark = isMark
      self.face = face
      self.size = size
      self.width = width
    }
  }
}

extension Drawing.Line {
  /// The two strokes of the arrow-head, each from the tip outwards; none without an arrow.
  public var arrowStrokes: [(from: Drawing.Point, to: Drawing.Point)] {
    guard hasArrow, points.count > 1, let tip = points.last else { return [] }
    let before = points[points.count - 2]
    let (dx, dy) = (tip.x - before.x, tip.y - before.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return [] }
    let (ux, uy) = (dx / length, dy / length)
    return [1.0, -1.0].map { side in
      (
        from: tip,
        to: Drawing.Point(
          x: tip.x - 0.5 * ux + side * 0.3 * uy,
          y: tip.y - 0.5 * uy - side * 0.3 * ux
        )
      )
    }
  }
}
