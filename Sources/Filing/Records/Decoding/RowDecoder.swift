import Diagnostics
import JSON

/// Turns the bytes of one row into a filing or a rejection.
struct RowDecoder {
  let parser: RecordParser
  let file: String
  let layout: RecordSplit.Layout
  let setting: RowSetting

  init(parser: RecordParser, file: String, layout: RecordSplit.Layout, setting: RowSetting) {
    self.parser = parser
    self.file = file
    self.layout = layout
    self.setting = setting
  }

  /// Creates a decoder of the rows of `chunk`.
  init(parser: RecordParser, _ chunk: RowChunk) {
    self.init(parser: parser, file: chunk.file, layout: chunk.layout, setting: chunk.setting)
  }

  /// Returns what becomes of row number `row`, which begins at `place`; `firstWithSameID` is an earlier row.
  ///
  /// A row that `endsFile` and is not closed was cut off with the file.
  func outcome(
    of bytes: ArraySlice<UInt8>,
    row: Int,
    at place: TextPlace,
    endsFile: Bool = false,
    firstWithSameID: Int? = nil
  ) -> RowOutcome {
    // Of most rows there is nothing to say, so nothing is made to say it with.
    let finder = {
      PlaceFinder(
        file: file,
        row: row,
        prefix: layout == .document ? "/filings/\(row - 1)" : "",
        place: { place.advanced(over: bytes.prefix($0)) }
      )
    }
    do throws(JSONProblem) {
      let tree = try parser.read(bytes)
      var record = RecordReader(tree, parser.words)
      return record.outcome(of: row, setting, firstWithSameID: firstWithSameID) { findings in
        guard !findings.isEmpty else { return [] }
        // In the order of the text, which is the order of mending.
        let ordered = findings.sorted { tree.offset(of: $0.value) < tree.offset(of: $1.value) }
        let finder = finder()
        return ordered.map { finder.located($0, in: tree) }
      }
    } catch {
      let reason = error.diagnostic(in: bytes, finder(), isCutOff: endsFile)
      let guess = RowGuess(bytes)
      let name = guess.text(of: "name").map { MaskedText.shown($0) }
      return .refused(
        RowRejection(
          row: row,
          id: guess.text(of: "id"),
          name: name,
          sketch: RowSketch(),
          reasons: [reason]
        )
      )
    }
  }
}
