import Records
import TestSupport
import Testing

/// Opens a text, collecting what is shown.
func open(
  _ text: String,
  name: String = "记录.json"
) throws -> (file: RecordFile, outcomes: [RowOutcome]) {
  var outcomes: [RowOutcome] = []
  let source = ByteSource(name: name, bytes: Array(text.utf8))
  let file = try openRecords(source) { outcomes.append($0) }
  return (file, outcomes)
}

extension RowOutcome {
  /// The filing of a row that must be sound.
  var filing: Filing? {
    if case .accepted(let filing) = self { filing } else { nil }
  }

  /// The rejection of a row that must be refused.
  var rejection: RowRejection? {
    if case .refused(let rejection) = self { rejection } else { nil }
  }
}

@Test(arguments: [1, 3, 16, 700])
func everyRowOfASoundFileIsAccepted(_ rows: Int) throws {
  for text in [
    RecordFixtures.batchJSON(rows: rows, kinds: RecordFixtures.Kind.allCases),
    RecordFixtures.jsonLines(rows: rows, kinds: RecordFixtures.Kind.allCases),
  ] {
    let (file, outcomes) = try open(text)
    #expect(file.rows.count == rows)
    #expect(file.diagnostics.isEmpty, "\(file.diagnostics)")
    let filings = outcomes.compactMap(\.filing)
    #expect(filings.count == rows, "\(outcomes.compactMap(\.rejection?.reasons))")
    #expect(filings.map(\.row) == Array(1...rows))
    #expect(filings.allSatisfy { $0.notices.isEmpty }, "\(filings.map(\.notices))")
  }
}
