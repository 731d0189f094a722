import Diagnostics
import DocumentTree
import Testing

@testable import Layout

/// How cells that span columns and rows find their places.
struct RowGroupTests {
  private func row(_ cells: (text: String, columns: Int, rows: Int)...) -> TableRow<Never> {
    TableRow(
      cells: cells.map { cell in
        TableCell(
          content: [.text(cell.text, .unknown)],
          columnSpan: cell.columns,
          rowSpan: cell.rows
        )
      },
      origin: .unknown
    )
  }

  private func places(_ group: RowGroup) -> [String] {
    group.cells.map { cell in
      "\(cell.cell.content.plainText) \(cell.row)+\(cell.rowSpan) \(cell.columns)"
    }
  }

  @Test func plainRowsAreCompleteAtOnce() {
    var group = RowGroup(columnCount: 2)
    group.add(row(("甲", 1, 1), ("乙", 1, 1)))
    #expect(group.isComplete)
    #expect(places(group) == ["甲 0+1 0..<1", "乙 0+1 1..<2"])
  }

  @Test func aSpanningCellTiesRowsTogether() {
    var group = RowGroup(columnCount: 3)
    group.add(row(("甲", 1, 2), ("乙", 2, 1)))
    #expect(!group.isComplete)
    group.add(row(("丙", 1, 1), ("丁", 1, 1)))
    #expect(group.isComplete)
    #expect(places(group) == ["甲 0+2 0..<1", "乙 0+1 1..<3", "丙 1+1 1..<2", "丁 1+1 2..<3"])
  }

  @Test func aColumnSpanEndsAtATakenColumnOrTheEdge() {
    var group = RowGroup(columnCount: 3)
    group.add(row(("甲", 1, 1), ("乙", 1, 2), ("丙", 5, 1)))
    group.add(row(("丁", 3, 1), ("戊", 1, 1)))
    #expect(places(group).suffix(3) == ["丙 0+1 2..<3", "丁 1+1 0..<1", "戊 1+1 2..<3"])
  }

  @Test func aRowWithoutFreeColumnEndsTheSpansAbove() {
    var group = RowGroup(columnCount: 2)
    group.add(row(("甲", 2, 9)))
    group.add(row(("乙", 1, 1)))
    #expect(group.isComplete)
    #expect(places(group) == ["甲 0+1 0..<2", "乙 1+1 0..<1"])
  }

  @Test func cellsBeyondTheLastColumnJoinIt() {
    var group = RowGroup(columnCount: 1)
    group.add(row(("甲", 1, 1), ("乙", 1, 1), ("丙", 1, 1)))
    #expect(group.cells.map { $0.cell.content.plainText } == ["甲 乙 丙"])
  }

  @Test func shapesCoverEveryColumnOfEveryRow() {
    var group = RowGroup(columnCount: 4)
    group.add(row(("甲", 1, 2), ("乙", 2, 1)))
    group.add(row(("丙", 1, 1)))
    #expect(
      group.shapes(of: 0, columnCount: 4) == [
        CellShape(columns: 0..<1, continuesBelow: true), CellShape(columns: 1..<3),
        CellShape(columns: 3..<4),
      ]
    )
    #expect(
      group.shapes(of: 1, columnCount: 4) == [
        CellShape(columns: 0..<1), CellShape(columns: 1..<2), CellShape(columns: 2..<3),
        CellShape(columns: 3..<4),
      ]
    )
  }

  @Test func aSpanBeyondTheLastRowEndsThere() {
    var group = RowGroup(columnCount: 1)
    group.add(row(("甲", 1, 3)))
    #expect(!group.isComplete)
    #expect(group.shapes(of: 0, columnCount: 1) == [CellShape(columns: 0..<1)])
  }
}
