import Diagnostics
import DocumentTree
import Geometry
import LineBreaking
import Pages
import Styling

/// Turns a drawing into page items, its top left corner at zero.
struct DrawingSetting {
  private static let line = Ink(red: 0x3B, green: 0x47, blue: 0x5C)
  private static let accent = Ink(red: 0x1A, green: 0x56, blue: 0xA8)
  private static let tint = Ink(red: 0xEE, green: 0xF2, blue: 0xF8)

  private let drawing: Drawing
  private let em: Length
  private let composer: TextComposer

  init(_ drawing: Drawing, em: Length, composer: TextComposer) {
    self.drawing = drawing
    self.em = em
    self.composer = composer
  }

  /// The items in painting order.
  func items() throws(LayoutFailure) -> [PageItem] {
    var items: [PageItem] = []
    for shape in drawing.shapes {
      switch shape {
      case .box(let box): items += self.items(of: box)
      case .line(let line): items += self.items(of: line)
      case .text(let text): items += try self.items(of: text)
      }
    }
    return items
  }

  private func items(of box: Drawing.Box) -> [PageItem] {
    let area = Rectangle(
      x: em * box.x,
      y: em * box.y,
      width: em * box.width,
      height: em * box.height
    )
    if box.tone == .tint { return [.fill(area, Self.tint)] }
    let ground = box.tone == .shaded ? Self.tint : Ink(grey: 255)
    let thickness = box.tone == .strong ? em * 0.16 : em * 0.07
    let ink = box.tone == .strong ? Self.accent : Self.line
    let half = thickness / 2
    // The horizontal rules reach over the ends of the others, so that no corner is open.
    let (left, right) = (area.left - half, area.right + half)
    let sides = [
      (Point(x: left, y: area.top), Point(x: right, y: area.top)),
      (Point(x: left, y: area.bottom), Point(x: right, y: area.bottom)),
      (Point(x: area.left, y: area.top), Point(x: area.left, y: area.bottom)),
      (Point(x: area.right, y: area.top), Point(x: area.right, y: area.bottom)),
    ]
    return [.fill(area, ground)]
      + sides.map { .rule(Rule(from: $0.0, to: $0.1, thickness: thickness, ink: ink)) }
  }

  private func items(of line: Drawing.Line) -> [PageItem] {
    let steps = zip(line.points, line.points.dropFirst()).map { (from: $0, to: $1) }
    return (steps + line.arrowStrokes).map { step in
      .rule(
        Rule(
          from: point(step.from),
          to: point(step.to),
          thickness: em * line.thickness,
          ink: Self.line
        )
      )
    }
  }

  private func point(_ point: Drawing.Point) -> Point { Point(x: em * point.x, y: em * point.y) }

  private func items(of text: Drawing.Text) throws(LayoutFailure) -> [PageItem] {
    let weight: FontWeight = text.isBold ? .bold : .regular
    let ink = text.isMark ? Self.accent : Ink.black
    var styled = StyledText()
    styled.append(
      text.words,
      SpanStyle(family: text.face.family, weight: weight, ink: ink),
      origin: .unknown
    )
    let composed = try composer.line(styled.onOneLine, size: em * text.size)
    let line = composed.onlyLine
    let width = text.width.map { em * $0 } ?? line.natural
    let left =
      switch text.anchor {
      case .start: em * text.x
      case .middle: em * text.x - width / 2
      case .end: em * text.x - width
      }
    // A text whose width is given is spread over it, as it was where it comes from.
    let alignment: Alignment = line.natural < width ? .distributed : .left
    // The figure as a whole is content; its words are parts of the picture.
    let drawn = composed.draw(line, measure: width, alignment: alignment, mark: .decoration)
    return drawn.items.map { $0.moved(x: left, y: em * (text.y + 0.38 * text.size)) }
  }
}

extension Drawing.Face {
  /// The logical family of the face.
  fileprivate var family: FontFamily {
    switch self {
    case .hei: .hei
    case .song: .song
    case .kai: .kai
    case .fang: .fang
    }
  }
}
