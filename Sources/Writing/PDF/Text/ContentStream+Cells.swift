import Geometry
import Pages

extension ContentStream {
  /// Shows the texts of a row as one text object, each moved from where the one before it began (ISO 32000-1 §9.4.2).
  ///
  /// Each is marked as content by itself. Texts in other languages and those that are decoration take the way of all
  /// runs, and their row with them.
  mutating func show(
    _ row: CellRow,
    fonts: PDFFonts,
    uses: inout FontUses,
    tagging: inout PageTagging?
  ) throws(PDFFailure) {
    guard row.cells.allSatisfy(\.isChineseContent) else {
      for run in row.runs { try show(run, fonts: fonts, uses: &uses, tagging: &tagging) }
      return
    }
    try enter(nil, &tagging)
    content.append(operation: "BT\n")
    var pen = TextPlace(x: Number(thousandths: 0), y: Number(thousandths: 0))
    for index in row.cells.indices {
      let cell = row.cells[index]
      setFill(cell.run.run.ink)
      let line = beginLine(of: cell.run.run)
      let place = place(row.origin.x + cell.place.x, row.origin.y + cell.place.y)
      let way = place - pen
      let marked = try tagging?.begin(cell.mark)
      try uses.update(cell.run.run.font) { (use: inout FontUse) throws(PDFFailure) in
        if showKnown(cell.run.run, line: line, at: way, as: marked, use: use) { return }
        if let marked { append(marked, .chinese) }
        move(to: way)
        try showAny(row.run(of: cell), line: line, fonts: fonts, use: &use)
        if marked != nil { content.append(operation: "EMC\n") }
      }
      pen = place
    }
    content.append(operation: "ET\n")
  }
}

extension CellRow.Cell {
  /// Whether the text is content in the language of the document.
  fileprivate var isChineseContent: Bool { mark != .decoration && run.run.language == .chinese }
}
