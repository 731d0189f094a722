import Diagnostics

/// Reads the rows of one sheet of a workbook from top to bottom, one in memory at a time.
final class XLSXRows {
  private let book: XLSXBook
  private let pull: XMLPull
  private let partName: String
  private var lastRow = 0

  /// Begins at the top of sheet number `index`.
  init(_ book: XLSXBook, sheet index: Int) throws(SpreadsheetFailure) {
    self.book = book
    let part = try book.part(ofSheet: index)
    partName = part.name
    pull = try XMLPull(part)
  }

  /// Returns the next row that the file mentions, or nothing after the last.
  func next() throws(SpreadsheetFailure) -> SheetRow? {
    while true {
      switch try pull.next() {
      case .start where pull.name == "row": return try row()
      case .end where pull.name == "sheetData": return nil
      case .finished: return nil
      default: continue
      }
    }
  }

  private func row() throws(SpreadsheetFailure) -> SheetRow {
    let number = try pull.attribute("r").map(rowNumber) ?? lastRow + 1
    guard number > lastRow, number <= CellAddress.limit.rows else {
      throw .damaged(part: partName, reason: "第\(lastRow)行之后的行号有误")
    }
    lastRow = number
    let isHidden = pull.flag("hidden")
    var cells: [SheetCell] = []
    var lastColumn = 0
    while true {
      switch try pull.next() {
      case .start where pull.name == "c":
        let column = try column(after: lastColumn, row: number)
        if let cell = try cell(in: column) { cells.append(cell) }
        lastColumn = column
      case .start: try pull.skipElement()
      case .end, .finished: return SheetRow(number: number, isHidden: isHidden, cells: cells)
      case .text: continue
      }
    }
  }

  private func rowNumber(_ text: String) throws(SpreadsheetFailure) -> Int {
    guard let number = Int(text) else { throw .damaged(part: partName, reason: "行号不是数字") }
    return number
  }

  /// Cells stand in the order of their columns (ECMA-376-1 §18.3.1.73); a repeated one could hide a value.
  private func column(after last: Int, row: Int) throws(SpreadsheetFailure) -> Int {
    guard let text = pull.attribute("r") else {
      guard last < CellAddress.limit.columns else {
        throw .damaged(part: partName, reason: "第\(row)行的列数太多")
      }
      return last + 1
    }
    guard let address = CellAddress(text), address.row == row, address.column > last else {
      throw .damaged(part: partName, reason: "第\(row)行的单元格地址有误")
    }
    return address.column
  }

  private func cell(in column: Int) throws(SpreadsheetFailure) -> SheetCell? {
    let type = pull.attribute("t") ?? "n"
    let style = pull.attribute("s").flatMap { Int($0) } ?? 0
    var (raw, formula): (String?, FormulaUse) = (nil, .none)
    while true {
      switch try pull.next() {
      case .start where pull.name == "v": raw = try pull.textOfElement()
      case .start where pull.name == "is": raw = try pull.richText()
      case .start where pull.name == "f": formula = use(try pull.textOfElement())
      case .start: try pull.skipElement()
      case .text: continue
      case .end, .finished:
        if let value = try raw.flatMap({ raw throws(SpreadsheetFailure) in
          try value(raw, type: type, style: style)
        }) {
          return SheetCell(column: column, value: value, formula: formula)
        }
        // A formula whose result is the empty text has a result; one whose result is missing has none.
        let isBlank = formula == .none || (raw != nil && type == "str")
        return isBlank ? nil : SheetCell(column: column, value: .nothing, formula: formula)
      }
    }
  }

  /// Other workbooks are named in brackets, DDE servers before a bar (ECMA-376-1 §18.17.2.3).
  private func use(_ formula: String) -> FormulaUse {
    formula.contains("[") || formula.contains("|") ? .external : .own
  }

  private func value(
    _ raw: String,
    type: String,
    style: Int
  ) throws(SpreadsheetFailure) -> SheetValue? {
    switch type {
    case "s":
      guard let index = Int(raw), let text = book.strings[index] else {
        throw .damaged(part: partName, reason: "第\(lastRow)行引用的文字不存在")
      }
      return text.isEmpty ? nil : .text(text)
    case "str", "inlineStr": return raw.isEmpty ? nil : .text(raw)
    case "b": return .flag(raw == "1" || raw == "true")
    case "e": return .error(raw)
    case "d": return .text(raw)
    default:
      if raw.isEmpty { return nil }
      if book.formats.showsDay(style: style), let day = book.dates.day(raw) {
        return .date(day, serial: raw)
      }
      return .number(raw)
    }
  }
}
