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
      let (x, y) = (row.cells[index].place.x, row.cells[index].place.y)
      let place = place(row.origin.x + x, row.origin.y + y)
      let mark = row.cells[index].mark
      let run = ObjectIdentifier(row.cells[index].run)
      if let known = uses.runs.known(run) {
        try show(known, at: place - pen, as: tagging?.begin(mark, in: known.language))
      } else {
        try show(row, index, at: place - pen, fonts: fonts, uses: &uses, tagging: &tagging)
      }
      pen = place
    }
    content.append(operation: "ET\n")
  }
}

extension ContentStream {
  /// Shows a run as it was shown before.
  private mutating func show(
    _ known: ShownRun,
    at place: TextPlace,
    as marked: MarkedContent?
  ) {
    setFill(known.ink)
    setFont(known.font, size: known.size)
    let operators = known.operators
    content.append(
      atMost: operators.count + TextPlace.longest + MarkedContent.longest
    ) { room in
      if let marked { room.append(openingOf: marked) }
      room.append(moveTo: place)
      room.append(operators.span)
      if marked != nil { room.append(operation: MarkedContent.ending) }
    }
  }

  /// Shows the text of a cell at a place from where the one before it began; holds what shows it if it recurs.
  private mutating func show(
    _ row: CellRow,
    _ index: Int,
    at place: TextPlace,
    fonts: PDFFonts,
    uses: inout FontUses,
    tagging: inout PageTagging?
  ) throws(PDFFailure) {
    let shared = row.cells[index].run
    setFill(shared.run.ink)
    let line = beginLine(in: shared.run.font, size: shared.run.size)
    let marked = try tagging?.begin(row.cells[index].mark, in: shared.run.language)
    var start: Int?
    try uses.update(shared.run.font) { (use: inout FontUse) throws(PDFFailure) in
      if let shown = showKnown(shared, line: line, at: place, as: marked, use: use) {
        start = shown
        return
      }
      if let marked { append(openingOf: marked) }
      move(to: place)
      let begin = content.count
      if try showAny(row.run(of: row.cells[index]), line: line, fonts: fonts, use: &use) {
        start = begin
      }
      if marked != nil { content.append(operation: MarkedContent.ending) }
    }
    guard let start, uses.runs.meet(ObjectIdentifier(shared)) else { return }
    let end = content.count - (marked == nil ? 0 : MarkedContent.ending.utf8CodeUnitCount)
    uses.runs.hold(shared, shownBy: content.bytes[start..<end])
  }

  /// Shows the run of a cell as `showKnown` does.
  private mutating func showKnown(
    _ shared: SharedRun,
    line: ShownText,
    at place: TextPlace,
    as marked: MarkedContent?,
    use: borrowing FontUse
  ) -> Int? {
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
