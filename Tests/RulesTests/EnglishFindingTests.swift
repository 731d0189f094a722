import Diagnostics
import Foundation
import Records
import Rules
import TestSupport
import Testing

/// What readers and rules say of records in English.
@Suite struct EnglishFindingTests {
  private static let fields =
    FieldCatalogue.fields + RecordList.allCases.flatMap(\.fields)

  /// The words that operators have to write whatever the language: those of lists, and names of papers.
  private static func wordsToWrite() throws -> [String] {
    let choices = fields.compactMap(\.choices).flatMap(\.choices).map(\.label)
    let kinds = InsuranceDirection.allCases.flatMap(\.kinds)
    return try choices + kinds + ["招用未满16周岁人员批准文件"] + ruleTexts().map(\.text)
  }

  @Test func nothingIsSaidInChineseButWhatIsWritten() throws {
    let (shelf, reader) = (try shelf(), try EnglishReader(known: Self.wordsToWrite()))
    for item in RowCase.all {
      let (row, head) = try item.records()
      let judged = try judge([row], under: head, by: shelf)
      let written = try String(
        decoding: JSONSerialization.data(withJSONObject: [row, head]),
        as: UTF8.self
      )
      for diagnostic in judged.rows[0] + judged.file {
        let strange = reader.strangeWords(in: diagnostic, beside: written)
        #expect(strange.isEmpty, "line \(item.line): \(diagnostic.line(in: reader.words))")
      }
    }
  }

  /// Complaints name fields, and explain codes by their words.
  @Test func everyFieldAndCodeHasAnEnglishName() throws {
    let words = try EnglishWords.vocabulary()
    let labels = Self.fields.map(\.label) + RecordList.allCases.map(\.label)
    let codes = Self.fields.compactMap(\.choices).filter { !$0.isOpen }.flatMap(\.choices)
      .filter { $0.code != $0.label }.map(\.label)
    #expect(labels.count > 300 && codes.count > 60)
    let unnamed = Set(labels + codes).filter { !EnglishWords.runsOfHan(in: $0).isEmpty }
      .filter { !words.knows($0) }
    #expect(unnamed.sorted() == [])
  }

  /// A list in a report is one in English as well, without Chinese marks between its words.
  @Test func listsAreToldWithEnglishMarks() throws {
    let row = try edited(SoundRows.filing("new"), ["employee", "idType"], "\"身份\"")
    let head = try SoundRows.head("CN-JL", asOf: "2021-10-20")
    let words = try EnglishWords.vocabulary()
    let said = try judge([row], under: head, by: shelf()).rows[0].map { $0.line(in: words) }
    let list = "expected: 01 (resident identity card), 02 (army officer's card), "
    #expect(said.contains { $0.contains(list) }, "\(said)")
  }
}
