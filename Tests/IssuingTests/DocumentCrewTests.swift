import Diagnostics
import DocumentTree
import Fonts
import Forms
import Issuing
import Records
import Synchronization
import TestSupport
import Testing

@Suite struct DocumentCrewTests {
  private let people = RecordFixtures.batchJSON(rows: 60)

  /// Returns what is made of the documents of `run`: each one's row and dump.
  private func made(of run: FormRun, workers: Int) throws -> [String] {
    var made: [String] = []
    try run.makeDocuments(
      workers: workers,
      begin: { { bound, filing in "\(filing.row) \(bound.document.dump())" } },
      take: { made.append($0) }
    )
    return made
  }

  @Test(arguments: [1, 2, 7])
  func documentsAreTakenInPrintingOrder(workers: Int) throws {
    let run = try run(try letterForm(), over: people)
    let expected = try run.documents().map { "\($0.filing?.row ?? 0) \($0.document.dump())" }
    #expect(expected.count == 60)
    #expect(try made(of: run, workers: workers) == expected)
  }

  @Test func everyThreadBeginsOnceWithThingsOfItsOwn() throws {
    let begun = Mutex(0)
    let run = try run(try letterForm(), over: people)
    var threads: Set<Int> = []
    try run.makeDocuments(
      workers: 3,
      begin: {
        let number = begun.withLock { begun in
          begun += 1
          return begun
        }
        return { _, _ in number }
      },
      take: { threads.insert($0) }
    )
    #expect(threads.isSubset(of: [1, 2, 3]) && !threads.isEmpty)
    #expect(begun.withLock { $0 } <= 3)
  }

  @Test(arguments: [1, 3])
  func aFilingThatTurnsBadStopsTheRunBehindThoseBeforeIt(workers: Int) throws {
    let bytes = ChangingBytes(people)
    let run = try run(try letterForm(), over: bytes.source())
    let rows = try run.documents().compactMap(\.filing?.row)
    let bad = rows[rows.count - 20]
    bytes.become(people.replacing("f00000\(bad < 10 ? "0" : "")\(bad)", with: "f00000\u{0001}x"))
    var taken: [Int] = []
    let failure = #expect(throws: IssuingFailure.self) {
      try run.makeDocuments(
        workers: workers,
        begin: { { _, filing in filing.row } },
        take: { taken.append($0) }
      )
    }
    #expect(failure?.diagnostics?.first?.code == "record.changed")
    #expect(taken == Array(rows.prefix(while: { $0 != bad })))
  }

  @Test func whenTheTakerFailsTheRestIsNotMade() throws {
    let run = try run(try letterForm(), over: people)
    var taken = 0
    let failure = #expect(throws: IssuingFailure.self) {
      try run.makeDocuments(
        workers: 2,
        begin: { { _, _ in 1 } },
        take: { (one: Int) throws(IssuingFailure) in
          taken += one
          if taken == 5 { throw .sink(Full()) }
        }
      )
    }
    #expect(taken == 5)
    #expect(failure?.diagnostics == nil)
  }

  private struct Full: Error {}
}

@Suite struct SheetPressTests {
  private let people = RecordFixtures.batchJSON(rows: 12)

  /// Returns the PDFs of `run`, made by so many threads.
  private func files(of run: FormRun, workers: Int) throws -> [[UInt8]] {
    let installed = try TestFonts.library().installed
    var files: [[UInt8]] = []
    try run.makeDocuments(
      workers: workers,
      begin: {
        let press = SheetPress(installed)
        return { bound, _ in (try? press.pdf(of: bound, in: run) { _ in }) ?? [] }
      },
      take: { files.append($0) }
    )
    return files
  }

  @Test func filesDoNotDependOnThePressAndWhatItMadeBefore() throws {
    let fonts = try TestFonts.library()
    let run = try run(try letterForm(), over: people)
    var alone: [[UInt8]] = []
    try run.forEachBound { bound, _ throws(IssuingFailure) in
      var bytes: [UInt8] = []
      let press = try PDFPress(of: run, fonts: fonts) { bytes += $0 }
      _ = try press.add(bound, style: run.form.style)
      try press.finish()
      alone.append(bytes)
    }
    #expect(try files(of: run, workers: 1) == alone)
    #expect(try files(of: run, workers: 4) == alone)
  }

  @Test func aMissingGlyphSpoilsNoLaterFile() throws {
    let filings = (1...3).map { RecordFixtures.filing($0, name: $0 == 2 ? "张\u{31350}" : "张三") }
    let run = try run(try letterForm(), over: RecordFixtures.document(filings))
    let files = try files(of: run, workers: 1)
    #expect(files.map(\.isEmpty).count { $0 } == 1)
    #expect(files.filter { !$0.isEmpty }.allSatisfy { $0.suffix(6) == Array("%%EOF\n".utf8)[...] })
  }
}
