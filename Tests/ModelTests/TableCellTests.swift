import Diagnostics
import DocumentTree
import Testing

/// A cell answers alike whichever way it was made.
@Suite struct TableCellTests {
  private let text = Inline<String>.text("甲", .field(FieldLocation(row: 3, field: "e.name")))
  private let hole = Inline<String>.hole("e.name")

  private func cell(_ only: Inline<String>?) -> TableCell<String> {
    TableCell(only, columnSpan: 1, rowSpan: 1, isHeader: false)
  }

  @Test func aCellOfOnePieceIsThatPiece() {
    let origin = Origin.field(FieldLocation(row: 3, field: "e.name"))
    for cell in [cell(text), TableCell(content: [text])] {
      guard case .text("甲", origin)? = cell.only, cell.content.count == 1,
        case .text("甲", origin) = cell.content[0]
      else {
        Issue.record("the text is all that there is: \(cell.content)")
        continue
      }
      #expect(!cell.isEmpty)
    }
    for cell in [cell(hole), TableCell(content: [hole])] {
      guard case .hole("e.name")? = cell.only, !cell.isEmpty else {
        Issue.record("the hole is all that there is: \(cell.content)")
        continue
      }
    }
  }

  @Test func aCellOfSeveralPiecesIsNoneOfThem() {
    let cell = TableCell(content: [text, hole])
    #expect(cell.only == nil && !cell.isEmpty)
    #expect(cell.content.count == 2)
  }

  @Test func aCellOfNothingIsEmpty() {
    for cell in [cell(nil), TableCell(content: [])] {
      #expect(cell.isEmpty && cell.content.isEmpty && cell.only == nil)
    }
    // A text without characters is a text all the same.
    #expect(!cell(.text("", .unknown)).isEmpty)
  }

  @Test func newContentTakesThePlaceOfTheOld() {
    var cell = cell(text)
    cell.content += [hole]
    #expect(cell.content.count == 2 && cell.only == nil)
    cell.content = []
    #expect(cell.isEmpty)
  }
}
