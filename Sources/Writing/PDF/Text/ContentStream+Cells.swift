import Geometry
import Pages

extension ContentStream {
  /// Shows the texts of a row as one text object, each moved from where the one before it began (ISO 32000-1 §9.4.2).
  ///
  /// Each is marked as content by itself. Texts that are decoration take the way of all runs, and their row with them.
  mutating func show(
    _ row: CellRow,
    fonts: PDFFonts,
    uses: inout FontUses,
    tagging: inout PageTagging?
  ) throws(PDFFailure) {
    guard row.isContent else {
      for run in row.runs { try show(run, fonts: fonts, uses: &uses, tagging: &tagging) }
      return
    }
    try enter(nil, &tagging)
    content.append(operation: "BT\n")
    var pen = TextPlace(x: Number(thousandths: 0), y: Number(thousandths: 0))
    for index in row.cells.indices {
      // Neither the cell nor its run is copied: that would take longer than to show it.
      let shared = row.cells[index].run
      setFill(shared.run.ink)
      let line = beginLine(in: shared.run.font, size: shared.run.size)
      let (x, y) = (row.cells[index].place.x, row.cells[index].place.y)
      let place = place(row.origin.x + x, row.origin.y + y)
      let way = place - pen
      let marked = try tagging?.begin(row.cells[index].mark, in: shared.run.language)
      try uses.update(shared.run.font) { (use: inout FontUse) throws(PDFFailure) in
        if showKnown(shared, line: line, at: way, as: marked, use: use) { return }
        if let marked { append(openingOf: marked) }
        move(to: way)
        try showAny(row.run(of: row.cells[index]), line: line, fonts: fonts, use: &use)
        if marked != nil { content.append(operation: "EMC\n") }
      }
      pen = place
    }
    content.append(operation: "ET\n")
  }
}

extension ContentStream {
  /// Shows the run of a cell as `showKnown` does.
  private mutating func showKnown(
    _ shared: SharedRun,
    line: ShownText,
    at place: TextPlace,
    as marked: MarkedContent?,
    use: borrowing FontUse
  ) -> Bool {
    let (glyphs, text) = (shared.run.glyphs, shared.run.text)
    return showKnown(
      glyphs.span,
      of: text.utf8.span,
      line: line,
      at: place,
      as: marked,
      use: use
    )
  }
}

extension CellRow {
  /// Whether all texts are content.
  fileprivate var isContent: Bool {
    for index in cells.indices where cells[index].mark == .decoration { return false }
    return true
  }
}
