import Diagnostics
import DocumentTree
import Geometry
import Pages
import Styling

extension BlockFlow {
  /// Announces what stands under the rows of the table on each page.
  mutating func setPartFoot(of table: Table<Never>, _ rows: RowFlow) throws(LayoutFailure) {
    var foot = PartFoot(unusedRows: rows.grid.style.rowsPerPage == nil ? nil : table.unusedRows)
    if case .tallied(let tally)? = table.pageFoot {
      let setter = PageFootSetter(grid: rows.grid, composer: composer, caption: style[.caption])
      var nodes = NodeCounter()
      let widest = try setter.strips(of: tally.widest, height: .zero, &nodes).height
      if widest * 3 <= builder.capacity(in: rows.frames) {
        foot.height = widest
        foot.make = { sums, count, nodes throws(LayoutFailure) in
          try setter.strips(of: tally.row(sums: sums, count: count), height: widest, &nodes)
        }
      } else {
        // Like a header, it would crowd out the rows.
        diagnostics.append(
          Diagnostic("layout.pageFoot", .warning, "本页小计超过版心的三分之一，不印", advice: "请缩短 @pagetotal 一行")
        )
      }
    }
    guard foot.make != nil || foot.unusedRows != nil else { return }
    builder.setFoot(foot, of: rows.frames[rows.frames.count - 1])
  }

  /// Ends the table's last part; its foot stays with the last row.
  mutating func endPart(_ rows: inout RowFlow) throws(LayoutFailure) {
    guard let foot = builder.frames[rows.frames[rows.frames.count - 1].number].foot else { return }
    var line = FlowLine(height: foot.height, keepsWithPrevious: true, frames: rows.frames)
    line.row = RowShape(kind: .partEnd, cells: [])
    try add(line)
  }
}

/// Sets the row with the sums of a page when the page is full.
private struct PageFootSetter {
  let grid: TableGrid
  let composer: TextComposer
  let caption: TextStyle

  /// Returns the strips of `row`, together at least as high as `height`, the room that was kept for them.
  func strips(
    of row: TableRow<Never>,
    height: Length,
    _ nodes: inout NodeCounter
  ) throws(LayoutFailure) -> [FlowLine] {
    var group = RowGroup(columnCount: grid.count)
    group.add(row)
    var setting = RowSetting(group, .foot, grid)
    for cell in group.cells { setting.boxes.append(try box(of: cell, .node(nodes.next()))) }
    return setting.strips(capacity: .mm(100_000), least: height)
  }

  private func box(of cell: RowGroup.Cell, _ mark: Mark) throws(LayoutFailure) -> CellBox {
    var flattening = InlineFlattening(
      numbers: nil,
      captionFamily: caption.family,
      linkTargets: []
    )
    flattening.append(cell.cell.content, SpanStyle(cell.cell.isHeader ? grid.head : grid.body))
    let setting = grid.setting(
      cell.columns,
      isHead: false,
      isHeader: cell.cell.isHeader,
      isCentred: false
    )
    return try setting.set(flattening.result, mark: mark, composer)
  }
}
