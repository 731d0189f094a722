import Diagnostics
import DocumentTree
import TestSupport
import Testing

@testable import Layout

/// What holds for rows of any cells.
struct RowGroupPropertyTests {
  private func cell(_ text: String, _ columns: Int = 1, rows: Int = 1) -> TableCell<Never> {
    TableCell(content: [.text(text, .unknown)], columnSpan: columns, rowSpan: rows)
  }

  private func group(_ columns: Int, _ rows: [TableCell<Never>]...) -> RowGroup {
    var group = RowGroup(columnCount: columns)
    for cells in rows { group.add(TableRow(cells: cells, origin: .unknown)) }
    return group
  }

  /// The cells as `甲 0-2 r1`: the text, the columns and the row.
  private func dump(_ group: RowGroup) -> [String] {
    group.cells.map { cell in
      let text = cell.cell.content.plainText
      let span = cell.rowSpan > 1 ? "+\(cell.rowSpan - 1)" : ""
      return "\(text) \(cell.columns.lowerBound)-\(cell.columns.upperBound) r\(cell.row)\(span)"
    }
  }

  @Test func spansOfNonsenseAreTamed() {
    #expect(dump(group(2, [cell("甲", 0, rows: -3), cell("乙", -1)])) == ["甲 0-1 r0", "乙 1-2 r0"])
    let endless = group(1, [cell("甲", rows: .max)])
    #expect(endless.cells[0].rowSpan == 500)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func theShapesOfEveryRowTileItsColumns(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let columns = Int.random(in: 1...6, using: &random)
    var group = RowGroup(columnCount: columns)
    var texts: [String] = []
    for row in 0..<Int.random(in: 1...8, using: &random) {
      let cells = (0..<Int.random(in: 0...6, using: &random)).map { index in
        texts.append("\(row).\(index)")
        return cell(
          "\(row).\(index)",
          Int.random(in: 0...3, using: &random),
          rows: Int.random(in: 0...4, using: &random)
        )
      }
      group.add(TableRow(cells: cells, origin: .unknown))
    }
    let printed = group.cells.flatMap {
      $0.cell.content.plainText.split(separator: " ").map(String.init)
    }
    #expect(printed.sorted() == texts.sorted(), "seed \(seed)")
    for row in 0..<group.rowCount {
      var edge = 0
      for shape in group.shapes(of: row, columnCount: columns) {
        #expect(shape.columns.lowerBound == edge, "seed \(seed) row \(row)")
        edge = shape.columns.upperBound
      }
      #expect(edge == columns, "seed \(seed) row \(row)")
    }
  }
}
