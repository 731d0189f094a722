import DocumentTree
import Geometry
import Pages
import Styling

/// Turns the set cells of a group of rows into strips.
struct RowSetting {
  private let group: RowGroup
  private let kind: RowShape.Kind
  private let grid: TableGrid
  /// The set text of each cell, in the order of the group's cells.
  var boxes: [CellBox] = []
  /// The cells whose text is drawn when the last of their rows on the page is known.
  private var labelled: Set<Int> = []
  private var least = Length.zero

  init(_ group: RowGroup, _ kind: RowShape.Kind, _ grid: TableGrid) {
    self.group = group
    self.kind = kind
    self.grid = grid
  }

  /// Returns one strip a row, or several for a row taller than `capacity`; text is never lost.
  ///
  /// No row is lower than `least`.
  mutating func strips(capacity: Length, least: Length = .zero) -> [FlowLine] {
    self.least = least
    if grid.hasMergedColumns, kind == .body {
      findLabels(capacity: capacity) { cell in cell.rowSpan == 1 }
    }
    var heights = rowHeights(spanning: true)
    let most = kind == .body ? grid.style.rowsPerPage ?? Int.max : Int.max
    let isTooTall = heights.reduce(.zero, +) > capacity || group.rowCount > most
    // Too tall for a page: rows may part, and spanning cells repeat their text on each page.
    if isTooTall {
      findLabels(capacity: capacity) { cell in cell.rowSpan > 1 }
      heights = rowHeights(spanning: false)
    }
    var strips: [FlowLine] = []
    for row in 0..<group.rowCount {
      let first = strips.count
      if heights[row] > capacity {
        strips += parts(of: row, capacity: capacity)
      } else {
        strips.append(strip(row, heights, isSpanning: !isTooTall))
      }
      strips[first].row?.tags = .cells(tags(of: row, isSpanning: !isTooTall))
      if isTooTall || row == 0 { continue }
      strips[strips.count - 1].keepsWithPrevious = true
      strips[strips.count - 1].isTied = true
    }
    strips[0].staysInGroup = group.joinsGroup
    return strips
  }

  // MARK: Labels

  /// Makes labels of the cells that may reach over several rows, unless their text takes more than half a page.
  private mutating func findLabels(
    capacity: Length,
    where mayReach: (RowGroup.Cell) -> Bool
  ) {
    for (index, cell) in group.cells.enumerated() where mayReach(cell) && !cell.cell.isStruck {
      let isMerged = cell.columns.count == 1 && grid.columns[cell.columns.lowerBound].isMerged
      guard isMerged || cell.rowSpan > 1, height(of: index) * 2 <= capacity else { continue }
      labelled.insert(index)
    }
  }

  /// The labels of a row; a cell that reaches over several rows is repeated in each.
  private func labels(of row: Int) -> [RowLabel] {
    group.cells.indices.filter { index in
      let cell = group.cells[index]
      return labelled.contains(index) && (cell.row..<cell.row + cell.rowSpan).contains(row)
    }.map { index in
      let cell = group.cells[index]
      let isRepeat = row > cell.row
      return RowLabel(
        columns: cell.columns,
        box: isRepeat ? boxes[index].marked(node(of: index, in: row)) : boxes[index],
        left: grid.textLeft(cell.columns),
        itemIndex: 0,
        height: height(of: index),
        joinsAbove: cell.cell.joinsAbove || isRepeat
      )
    }
  }

  /// The structure node of a cell's part that begins in a row.
  private func node(of index: Int, in row: Int) -> Mark {
    guard case .node(let first) = boxes[index].mark else { return .decoration }
    return .node(first + row - group.cells[index].row)
  }

  // MARK: Structure

  /// What the cells of a row are, from left to right; a place without a cell is an empty one.
  ///
  /// With `isSpanning` a cell over several rows is told in its first row alone; otherwise labels are told in every row,
  /// to be left out where the cell goes on from above.
  private func tags(of row: Int, isSpanning: Bool) -> [CellTag] {
    var tags: [CellTag] = []
    var taken = Array(repeating: false, count: grid.count)
    for (index, cell) in group.cells.enumerated()
    where (cell.row..<cell.row + cell.rowSpan).contains(row) {
      let isLabel = labelled.contains(index)
      let isOwn = cell.row == row || isLabel
      for column in cell.columns where isOwn || isSpanning { taken[column] = true }
      guard isOwn, case .node(let node) = boxes[index].mark else { continue }
      let rows = isSpanning && !isLabel ? min(group.rowCount, row + cell.rowSpan) - row : 1
      let span = CellSpan(columns: cell.columns.count, rows: rows)
      let role = role(of: cell.cell, span)
      let own = isLabel ? node + row - cell.row : node
      tags.append(
        CellTag(columns: cell.columns, role: role, node: own, parts: boxes[index].parts)
      )
    }
    for column in taken.indices where !taken[column] {
      tags.append(CellTag(columns: column..<column + 1, role: .dataCell(CellSpan())))
    }
    return tags.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
  }

  private func role(of cell: TableCell<Never>, _ span: CellSpan) -> StructureRole {
    if kind == .head { return .columnHeader(span) }
    return cell.isHeader ? .rowHeader(span) : .dataCell(span)
  }

  // MARK: Heights

  private var leastHeight: Length {
    max(least, kind == .head ? grid.style.headHeight : grid.style.rowHeight)
  }

  private func height(of index: Int) -> Length {
    boxes[index].height + grid.verticalPadding * 2
  }

  private func rowHeights(spanning: Bool) -> [Length] {
    var heights = Array(repeating: leastHeight, count: group.rowCount)
    for (index, cell) in group.cells.enumerated()
    where (!spanning || cell.rowSpan == 1) && !labelled.contains(index) {
      heights[cell.row] = max(heights[cell.row], height(of: index))
    }
    guard spanning else { return heights }
    for (index, cell) in group.cells.enumerated() where cell.rowSpan > 1 {
      let rows = cell.row..<min(group.rowCount, cell.row + cell.rowSpan)
      let missing = height(of: index) - heights[rows].reduce(.zero, +)
      if missing > .zero { heights[rows.upperBound - 1] += missing }
    }
    return heights
  }

  // MARK: Strips

  private func strip(_ row: Int, _ heights: [Length], isSpanning: Bool) -> FlowLine {
    var line = emptyStrip(row, height: heights[row], kind: kind)
    var starts: [(column: Int, item: Int)] = []
    for (index, cell) in group.cells.enumerated()
    where cell.row == row && !labelled.contains(index) {
      let end = isSpanning ? min(group.rowCount, row + cell.rowSpan) : row + 1
      let height = heights[row..<end].reduce(.zero, +)
      let box = boxes[index]
      if !labelled.isEmpty { starts.append((cell.columns.lowerBound, line.items.count)) }
      if cell.cell.isStruck { line.items.append(grid.strike(cell.columns, height: height)) }
      line.items += box.draw(
        0..<box.lines.count,
        left: grid.textLeft(cell.columns),
        height: height
      )
    }
    if !labelled.isEmpty {
      line.row?.labels = labels(of: row).map { label in
        var placed = label
        let next = starts.first { $0.column > label.columns.lowerBound }
        placed.itemIndex = next?.item ?? line.items.count
        return placed
      }
    }
    return line
  }

  private func emptyStrip(_ row: Int, height: Length, kind: RowShape.Kind) -> FlowLine {
    var line = FlowLine(height: height)
    line.row = RowShape(
      kind: kind,
      cells: group.shapes(of: row, columnCount: grid.count),
      addends: kind == .body ? group.addends(of: row) : []
    )
    if kind == .head, let ground = grid.style.headGround, let left = grid.edges.first,
      let right = grid.edges.last
    {
      let area = Rectangle(x: left, y: .zero, width: right - left, height: height)
      line.ground = [.fill(area, ground)]
    }
    return line
  }

  /// Parts a row that is taller than a page between its lines.
  private func parts(of row: Int, capacity: Length) -> [FlowLine] {
    let own = group.cells.indices.filter { group.cells[$0].row == row }
    let pitch = own.map { boxes[$0].pitch }.max() ?? grid.body.linePitch
    let room = capacity - grid.verticalPadding * 2
    let count = max(1, Int(room / pitch))
    let lineCount = own.map { boxes[$0].lines.count }.max() ?? 0
    return stride(from: 0, to: max(1, lineCount), by: count).map { start in
      let height = max(
        leastHeight,
        pitch * min(count, lineCount - start) + grid.verticalPadding * 2
      )
      // A body row counts where it ends: the sums of a page never stand between the parts of a row.
      let counts = kind == .body ? start + count >= lineCount : start == 0
      var line = emptyStrip(row, height: min(height, capacity), kind: counts ? kind : .rest)
      for index in own {
        let box = boxes[index]
        let range = (start..<start + count).clamped(to: 0..<box.lines.count)
        guard !range.isEmpty else { continue }
        line.items += box.draw(
          range,
          left: grid.textLeft(group.cells[index].columns),
          height: line.height
        )
      }
      return line
    }
  }
}
