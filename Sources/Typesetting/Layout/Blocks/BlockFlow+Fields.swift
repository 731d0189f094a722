import DocumentTree
import Geometry
import LineBreaking
import Pages
import Styling

extension BlockFlow {
  /// Sets label-and-value lines, the cells of each spread between the margins.
  mutating func layOut(_ fields: FieldLines<Never>, in place: FlowPlace) throws(LayoutFailure) {
    try flushMarker(in: place)
    let style = self.style[.fields]
    oweSpace(style.spaceBefore)
    for (index, cells) in fields.lines.enumerated() {
      let texts = cells.map { flatten($0, style) }
      if index > 0 { keepNext(1) }
      if texts.count < 2 || texts.contains(where: \.hasLineEnds) {
        try setEach(texts, style, in: place)
      } else {
        try setSpread(texts, style, in: place)
      }
    }
    oweSpace(style.spaceAfter)
  }

  private mutating func setSpread(
    _ texts: [StyledText],
    _ style: TextStyle,
    in place: FlowPlace
  ) throws(LayoutFailure) {
    let spread = try SpreadCells.compose(
      texts,
      size: style.size,
      width: place.width,
      leastScale: self.style.table.leastScale,
      composer
    )
    // Rather more lines than cells that run into each other.
    if spread.collides(width: place.width) { return try setEach(texts, style, in: place) }
    var marks: [Mark] = []
    for text in texts {
      let node = newNode()
      marks.append(.node(node))
      guard !text.isEmpty else { continue }
      trail.open(.paragraph, node: node, parts: text.parts)
      trail.close()
    }
    let y = style.baseline(size: style.size)
    let items = spread.draw(marks: marks).map { $0.moved(x: place.left, y: y) }
    try add(FlowLine(height: style.linePitch, items: items, frames: place.frames))
  }

  private mutating func setEach(
    _ texts: [StyledText],
    _ style: TextStyle,
    in place: FlowPlace
  ) throws(LayoutFailure) {
    var tight = place
    tight.isTight = true
    for text in texts {
      try set(TextBlock(text: text, style: style, node: newNode()), in: tight)
    }
  }

  /// Sets the lines where the parties sign; they stay together, with two lines of what stands above.
  mutating func layOut(
    _ signatures: SignatureBlock<Never>,
    in place: FlowPlace
  ) throws(LayoutFailure) {
    try flushMarker(in: place)
    let style = self.style[.signature]
    oweSpace(style.spaceBefore)
    builder.holdTail(2)
    trail.open(.division)
    for cells in signatures.lines {
      for strip in try strips(of: cells, style, in: place) {
        keepNext(1)
        try add(strip)
      }
    }
    trail.close()
    oweSpace(style.spaceAfter)
  }

  /// Sets one line of cells in equal columns; a cell that needs more lines takes them.
  private mutating func strips(
    of cells: [[Inline<Never>]],
    _ style: TextStyle,
    in place: FlowPlace
  ) throws(LayoutFailure) -> [FlowLine] {
    let column = place.width / max(1, cells.count)
    let gutter = cells.count > 1 ? min(style.size, column / 4) : .zero
    let widths = LineWidths(rest: column - gutter)
    var strips = [FlowLine(height: style.linePitch, frames: place.frames)]
    for (number, cell) in cells.enumerated() {
      let text = flatten(cell, style)
      let composed = try composer.paragraph(text, size: style.size, widths: widths)
      let node = newNode()
      if !text.isEmpty { trail.add(.paragraph, node: node, parts: text.parts) }
      let lines = composed.lines(widths)
      for (index, line) in (lines.isEmpty ? [composed.onlyLine] : lines).enumerated() {
        if index == strips.count {
          strips.append(FlowLine(height: style.linePitch, frames: place.frames))
        }
        let drawn = composed.draw(
          line,
          measure: widths.rest,
          alignment: style.alignment,
          mark: .node(node)
        )
        let x = place.left + column * number
        let y = style.baseline(size: composed.size)
        strips[index].items += drawn.items.map { $0.moved(x: x, y: y) }
      }
    }
    return strips
  }
}
