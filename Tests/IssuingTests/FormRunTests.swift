import Diagnostics
import DocumentTree
import Issuing
import Records
import TestSupport
import Testing

@Suite struct FormRunTests {
  @Test func aRosterIsOneDocumentOfAllRows() throws {
    let run = try run(try rosterForm(), over: RecordFixtures.batchJSON(rows: 3))
    #expect(run.title == "吉林名册")
    #expect(run.documentCount == 1)
    let documents = try run.documents()
    #expect(documents.count == 1)
    #expect(documents[0].filing == nil)
    let dump = documents[0].document.dump()
    for row in 1...3 { #expect(dump.contains("\"f000000\(row)\"")) }
    #expect(dump.contains("合计"))
    // Rows are pulled anew whenever the document is walked.
    #expect(documents[0].document.dump() == dump)
  }

  @Test func otherFormsAreOneDocumentForEachFiling() throws {
    let json = RecordFixtures.document(
      ["丙", "甲", "丁"].enumerated().map { RecordFixtures.filing($0.offset + 1, name: $0.element) }
    )
    let run = try run(try letterForm(), over: json)
    #expect(run.documentCount == 3)
    let documents = try run.documents()
    #expect(documents.map { $0.filing?.employee.name } == ["丁", "丙", "甲"])
    #expect(documents.map { $0.filing?.row } == [3, 1, 2])
    for (document, filing) in documents {
      #expect(document.dump().contains("\(filing?.employee.name ?? "?")"))
    }
  }

  @Test func aFilingThatTurnsBadMeanwhileStopsTheRun() throws {
    let text = RecordFixtures.batchJSON(rows: 3)
    let bytes = ChangingBytes(text)
    let run = try run(try letterForm(), over: bytes.source())
    bytes.become(text.replacing(#""idType":"01""#, with: #""idType":[1]"#))
    let failure = #expect(throws: IssuingFailure.self) { try run.documents() }
    #expect(failure?.diagnostics?.first?.code == "record.changed")
    #expect(failure?.diagnostics?.first?.message.contains("被改动") == true)
  }
}

@Suite struct FilingPullTests {
  private let text = RecordFixtures.batchJSON(rows: 4)

  /// Returns the file that `source` holds.
  private func file(_ source: ByteSource) throws -> RecordFile {
    try openRecords(source) { _ in }
  }

  @Test func rowsComeInTheOrderThatWasAskedFor() throws {
    let file = try file(ChangingBytes(text).source())
    var pull = try FilingPull([3, 1, 4, 1], of: file)
    var rows: [Int] = []
    while let filing = try pull.next() { rows.append(filing.row) }
    #expect(rows == [3, 1, 4, 1])
    #expect(try pull.next() == nil)
    var none = try FilingPull([], of: file)
    #expect(try none.next() == nil)
  }

  @Test func aRowThatIsBadOnTheSecondReadingIsAFailure() throws {
    let blank = String(repeating: " ", count: text.utf8.count)
    var pull = try FilingPull([2], of: try changed(to: blank))
    let failure = #expect(throws: RowSource.Failure.self) { try pull.next() }
    #expect(failure?.diagnostic.code == "record.changed")
    #expect(failure?.diagnostic.message.contains("第 2 行") == true)
  }

  @Test func aFileThatWasCutOffMeanwhileIsAFailure() throws {
    var pull = try FilingPull([4], of: try changed(to: String(text.prefix(900))))
    let failure = #expect(throws: RowSource.Failure.self) { try pull.next() }
    #expect(failure?.diagnostic.code == "record.unreadable")
    #expect(failure?.diagnostic.severity == .error)
  }

  /// Returns a file that was opened whole and then became `after`.
  private func changed(to after: String) throws -> RecordFile {
    let bytes = ChangingBytes(text)
    let file = try file(bytes.source())
    bytes.become(after)
    return file
  }
}

@Suite struct UniqueNamesTests {
  /// Returns the names that `names` become.
  private func taken(_ names: String...) -> [String] {
    var unique = UniqueNames()
    return names.map { unique.take($0) }
  }

  @Test func theFirstKeepsItsNameAndOthersAreNumbered() {
    #expect(taken("张三", "李四", "张三", "张三") == ["张三", "李四", "张三-2", "张三-3"])
  }

  @Test func namesThatDifferOnlyInCaseAreTheSame() {
    #expect(taken("Anna", "ANNA", "anna") == ["Anna", "ANNA-2", "anna-3"])
  }

  @Test func aNumberedNameThatExistsIsSteppedOver() {
    #expect(taken("张三-2", "张三", "张三") == ["张三-2", "张三", "张三-3"])
    #expect(taken("张三", "张三", "张三-2") == ["张三", "张三-2", "张三-2-2"])
  }
}
