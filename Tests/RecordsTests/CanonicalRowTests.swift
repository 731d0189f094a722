import Records
import TestSupport
import Testing

/// Returns the text as canonical JSON Lines of the rows `order`.
private func frozen(_ file: RecordFile, _ order: [Int]) throws -> String {
  let reader = try RowReader(file)
  var lines = [file.canonicalHead]
  for row in order { lines.append(try #require(try reader.canonicalJSON(of: row))) }
  return lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
}

/// Every value that a form can print of `filing`.
private func values(of filing: Filing, in batch: Batch) -> [FieldValue?] {
  let subject = FieldSubject(batch: batch, filing: filing)
  return FieldCatalogue.fields.map { $0.value(subject) }
}

/// All but the number of the row, which is that of the lines.
@Test func canonicalLinesSayWhatTheFileSaid() throws {
  let (file, outcomes) = try open(
    RecordFixtures.batchJSON(rows: 30, kinds: RecordFixtures.Kind.allCases)
  )
  let order = Array((1...30).reversed())
  let (copy, copied) = try open(try frozen(file, order))
  #expect(copy.batch.asOf == file.batch.asOf)
  for (index, row) in order.enumerated() {
    let (old, new) = (try #require(outcomes[row - 1].filing), try #require(copied[index].filing))
    let pairs = zip(values(of: old, in: file.batch), values(of: new, in: copy.batch))
    for (field, pair) in zip(FieldCatalogue.fields, pairs) where field.path != "f.row" {
      #expect(pair.0 == pair.1, "row \(row) \(field.path)")
    }
  }
}

@Test func canonicalLinesOfCanonicalLinesAreTheSame() throws {
  let (file, _) = try open(RecordFixtures.batchJSON(rows: 5))
  let once = try frozen(file, [2, 1, 5])
  let (copy, _) = try open(once)
  #expect(try frozen(copy, [1, 2, 3]) == once)
  let reader = try RowReader(copy)
  for row in 1...3 { #expect(try reader.text(of: row) == reader.canonicalJSON(of: row)) }
}

@Test func theHeadOfNoRowsIsARecordFileOfItsOwn() throws {
  let (file, _) = try open(RecordFixtures.batchJSON(rows: 2))
  let (copy, outcomes) = try open(try frozen(file, []))
  #expect(outcomes.isEmpty)
  #expect(copy.diagnostics.isEmpty, "\(copy.diagnostics)")
}

@Test func theHeadKeepsNothingThatRowsAreNotPrintedBy() throws {
  let head = RecordFixtures.head().dropLast() + #","wages":[{"idNumber":"220102199005061025"}]}"#
  let (file, _) = try open(head + "\n" + RecordFixtures.filing(1) + "\n")
  #expect(!String(decoding: file.canonicalHead, as: UTF8.self).contains("wages"))
}

@Test func anOldNumberMatchesTheNumberItBecame() throws {
  let number = RecordFixtures.resident(area: "220102", birth: "19900506", sequence: 102)
  let old = String(number.prefix(6) + number.dropFirst(8).prefix(9))
  let filings = try [number, old].map { number in
    let row = RecordFixtures.filing(1)
    let written = try #require(row.firstMatch(of: /"idNumber":"(\d{17}.)"/)?.output.1)
    let person = row.replacing(written, with: number).replacing(/"sex":".",/, with: "")
    let outcomes = try open(RecordFixtures.document([person])).outcomes
    return try #require(outcomes[0].filing, "\(outcomes)")
  }
  #expect(filings[0].employee.matchingNumber == "01:" + number)
  #expect(filings[1].employee.matchingNumber == "01:" + number)
}
