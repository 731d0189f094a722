import Diagnostics
import JSON

/// Turns the bytes of one row into a filing or a rejection.
struct RowDecoder {
  let reader: JSONReader
  let file: String
  let layout: RecordSplit.Layout
  let setting: RowSetting

  init(reader: JSONReader, file: String, layout: RecordSplit.Layout, setting: RowSetting) {
    self.reader = reader
    self.file = file
    self.layout = layout
    self.setting = setting
  }

  /// Creates a decoder of the rows of `chunk`.
  init(reader: JSONReader, _ chunk: RowChunk) {
    self.init(reader: reader, file: chunk.file, layout: chunk.layout, setting: chunk.setting)
  }

  /// Returns what becomes of row number `row`, which begins at `place`; `firstWithSameID` is an earlier row.
  func outcome(
    of bytes: ArraySlice<UInt8>,
    row: Int,
    at place: TextPlace,
    firstWithSameID: Int? = nil
  ) -> RowOutcome {
    let finder = PlaceFinder(
      file: file,
      row: row,
      prefix: layout == .document ? "/filings/\(row - 1)" : "",
      place: { place.advanced(over: bytes.prefix($0)) }
    )
    do throws(JSONProblem) {
      let tree = try reader.read(bytes)
      return outcome(of: tree, finder, firstWithSameID)
    } catch {
      let reason = error.diagnostic(in: bytes, finder)
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

  private func outcome(
    of tree: JSONTree,
    _ finder: PlaceFinder,
    _ firstWithSameID: Int?
  ) -> RowOutcome {
    var record = RecordReader(tree)
    let parts = record.filing(setting)
    if let first = firstWithSameID { record.reportRepeatedID(first) }
    // In the order of the text, which is the order of mending.
    let findings = record.findings.sorted { tree.offset(of: $0.value) < tree.offset(of: $1.value) }
    let notes = findings.map { finder.located($0, in: tree) }
    guard !record.hasErrors, let parts, let head = parts.head, let employee = parts.employee,
      let contract = parts.contract
    else {
      let rejection = RowRejection(
        row: finder.row,
        id: parts?.id,
        name: parts?.name,
        sketch: record.sketch(),
        reasons: notes
      )
      return .refused(rejection)
    }
    let filing = Filing(
      row: finder.row,
      head: head,
      employee: employee,
      contract: contract,
      termination: parts.termination,
      notices: notes
    )
    return .accepted(filing)
  }
}

extension RecordReader {
  /// Says that an earlier row has the same id.
  mutating func reportRepeatedID(_ first: Int) {
    let value = tree.member(.id, of: 0) ?? 0
    report(
      Diagnostic(
        "record.repeatedID",
        .error,
        "备案编号与第 \(first) 行重复",
        found: shown(tree.text(of: value)),
        advice: "同一备案只能出现一次，请删去多余的一行或改正编号"
      ),
      at: value
    )
  }
}
