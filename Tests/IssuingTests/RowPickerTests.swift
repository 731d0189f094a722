import Diagnostics
import DocumentTree
import Forms
import Records
import Rules
import TestSupport
import Testing

@testable import Issuing

/// What the threads that decode rows find out for a selection is what the caller would.
@Suite struct RowPickerTests {
  /// Rows of every kind, some of which no review has passed, or a rule forbids.
  private func records(_ rows: Int) -> String {
    let filings = (1...rows).map { number in
      var row = RecordFixtures.filing(number, kind: [.new, .new, .renew, .terminate][number % 4])
      if number % 5 == 0 { row = row.replacing("审核通过", with: "待审核") }
      if number % 7 == 0 {
        row = row.replacing("2018\",\"employmentForm", with: "2019\",\"employmentForm")
      }
      return row
    }
    return RecordFixtures.document(filings)
  }

  /// Returns what became of `text` with so many threads, which pick rows where `picks`.
  private func selection(
    _ form: Form,
    of text: String,
    by shelf: RuleShelf,
    workers: Int,
    picks: Bool
  ) throws -> (run: FormRun, picked: Int) {
    var builder = SelectionBuilder(form)
    var picked = 0
    let source = ByteSource(name: "记录.json", bytes: Array(text.utf8))
    let judged = try judgeRecords(
      source,
      by: shelf,
      picking: picks ? builder.picker : nil,
      workers: workers
    ) { row, batch in
      if row.pick != nil { picked += 1 }
      if let batch { builder.visit(row, in: batch) }
    }
    return (FormRun(form, of: judged.file, selection: builder.finish()), picked)
  }

  @Test(arguments: [1, 2, 5], [MaskLevel.whole, .notice])
  func picksAreWhatTheCallerWouldMakeOfRows(workers: Int, mask: MaskLevel) throws {
    var form = try rosterForm(kinds: "[new]")
    form.mask = mask
    let (shelf, text) = (try houseShelf(), records(900))
    let own = try selection(form, of: text, by: shelf, workers: 1, picks: false)
    let other = try selection(form, of: text, by: shelf, workers: workers, picks: true)
    #expect(own.picked == 0)
    // Every row but those that a rule forbids, of which none ends a contract.
    #expect(other.picked == (1...900).count { $0 % 7 != 0 || $0 % 4 == 3 })
    let (one, two) = (own.run.selection, other.run.selection)
    #expect(one.rows.count > 200 && one.rows == two.rows)
    #expect(one.facts == two.facts && one.refusedCount == two.refusedCount)
    #expect(one.exclusions.map(\.reason) == two.exclusions.map(\.reason))
    #expect(one.exclusions.map(\.count) == two.exclusions.map(\.count))
    #expect(two.rows.indices.allSatisfy { two.kept.contains($0) })
    let dumps = try [own.run, other.run].map { try $0.documents()[0].document.dump() }
    #expect(dumps[0] == dumps[1])
  }
}
