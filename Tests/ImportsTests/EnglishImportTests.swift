import Diagnostics
import Records
import Spreadsheets
import TestSupport
import Testing

@testable import Imports

/// What is said of sheets in English: the only Chinese in it stands in the sheet, or has to be written there.
@Suite struct EnglishImportTests {
  private static let mistakes = [
    "乱写", "2026-13-01", "2026年11月31日", "3.5.6", " 马示例 ", "０１", "1.2E+17", "",
  ]

  @Test(arguments: Templates.names)
  func theOnlyChineseStandsInTheSheet(name: String) throws {
    let template = try Templates.open(name)
    let reader = try EnglishReader(known: Self.wordsToWrite(template))
    let sample = Samples.row(template)
    let rows = template.columns.indices.flatMap { column in
      Self.mistakes.map { text in
        var row = sample
        row[column] = text
        return row
      }
    }
    let base = try base(
      [Samples.known],
      profile: template.profile.rawValue,
      more: ",\"wages\":[\(Samples.wage)]"
    )
    let bytes = try template.workbook(madeOn: #require(day), rows: rows)
    let outcome = try take(bytes, [template], base: base)
    #expect(outcome.refusedCount > 3)
    let written = rows.joined().joined(separator: "\n") + Samples.known
    for diagnostic in outcome.diagnostics {
      let strange = reader.strangeWords(in: diagnostic, beside: written)
      #expect(strange.isEmpty, "\(diagnostic.line(in: reader.words))")
    }
  }

  /// Headings, the words that columns offer, and those that stand for an empty cell.
  private static func wordsToWrite(_ template: ImportTemplate) -> [String] {
    let choices = template.columns.flatMap { column -> [String] in
      switch column.kind {
      case .choice(let list), .choices(let list): list.choices.map(\.label)
      default: []
      }
    }
    let filled = template.fills.compactMap { fill in
      if case .constant(let text) = fill.source { text } else { nil }
    }
    return template.columns.map(\.label) + choices + filled
  }

  /// What was changed in a column is told with its count, not only by its code.
  @Test func whatWasChangedIsToldWithItsCount() throws {
    let template = try Templates.open("jilin-new")
    var row = Samples.row(template)
    let name = try #require(template.columns.firstIndex { $0.label == "姓名" })
    row[name] = " 马示例 "
    let bytes = try template.workbook(madeOn: #require(day), rows: [row, row])
    let outcome = try take(bytes, [template], base: base([Samples.known]))
    let words = try EnglishWords.vocabulary()
    let said = outcome.diagnostics.map { $0.line(in: words) }
    let told = "spaces or invisible characters at the ends were taken off (2 cells of this column)"
    #expect(said.contains { $0.contains(told) }, "\(said)")
  }
}
