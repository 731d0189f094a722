import Diagnostics
import DocumentTree
import Geometry
import Pages
import Styling

/// Sets the machine mark of a document, which is the same on all its pages.
struct MachineMarkSetting {
  let style: PageStyle
  let composer: TextComposer

  /// The lower left corner of the sheet, beneath the footer: its line at the left margin, its code beside it.
  private static let (baseline, codeSide, codeEdge) = (Length.mm(5), Length.mm(9), Length.mm(4.5))

  /// Returns the machine mark's items.
  func items(of mark: MachineMark) throws(LayoutFailure) -> [PageItem] {
    var text = StyledText()
    text.append(
      mark.text,
      SpanStyle(family: .song, weight: .regular, ink: .black),
      origin: .unknown
    )
    let line = try SpreadCells.compose(
      [text.onOneLine],
      size: .pt(8),
      width: style.textArea.size.width,
      leastScale: 0.4,
      composer
    )
    let drawn = line.draw(marks: [.decoration]).map {
      $0.moved(x: style.textArea.left, y: style.paper.height - Self.baseline)
    }
    return drawn + (mark.code.map(items) ?? [])
  }

  private func items(of code: SquareCode) -> [PageItem] {
    let top = style.paper.height - Self.codeEdge - Self.codeSide
    // Edges are rounded, not lengths: so neighbours meet.
    let edge = { (modules: Int) in Self.codeSide * (Double(modules) / Double(code.side)) }
    return code.bars.map { bar in
      let (left, right) = (edge(bar.column), edge(bar.column + bar.length))
      let area = Rectangle(
        x: Self.codeEdge + left,
        y: top + edge(bar.row),
        width: right - left,
        height: edge(bar.row + 1) - edge(bar.row)
      )
      return .fill(area, .black)
    }
  }
}
