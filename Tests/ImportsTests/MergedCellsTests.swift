import Spreadsheets
import Testing

@testable import Imports

private func layout(_ merges: CellRange...) -> SheetLayout {
  SheetLayout(merges: merges, hiddenColumns: [])
}

private func row(_ number: Int, _ texts: [Int: String]) -> SheetRow {
  SheetRow(
    number: number,
    cells: texts.sorted { $0.key < $1.key }.map {
      SheetCell(column: $0.key, value: .text($0.value))
    }
  )
}

@Test func aCellMergedDownwardsIsInheritedByItsRows() {
  let merges = layout(CellRange(rows: 3...5, columns: 2...2))
  var cells = MergedCells(merges, below: 2)
  #expect(cells.share(of: row(3, [1: "甲", 2: "会计"])).inherited.isEmpty)
  #expect(cells.share(of: row(4, [1: "乙"])).inherited.map(\.value) == [.text("会计")])
  #expect(cells.share(of: row(5, [1: "丙"])).inherited.map(\.column) == [2])
  #expect(cells.share(of: row(6, [1: "丁"])).inherited.isEmpty)
}

@Test func aCellMergedSidewaysBelongsToNoColumn() {
  let merges = layout(CellRange(rows: 3...3, columns: 2...4))
  var cells = MergedCells(merges, below: 2)
  #expect(cells.share(of: row(3, [2: "会计"])).wide == [2...4])
}

@Test func mergesOfTheHeadingsAreLeftAlone() {
  let merges = layout(CellRange(rows: 1...2, columns: 1...1))
  var cells = MergedCells(merges, below: 2)
  #expect(cells.share(of: row(3, [1: "甲"])).inherited.isEmpty)
}
