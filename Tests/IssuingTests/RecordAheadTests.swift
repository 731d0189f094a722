import Diagnostics
import DocumentTree
import Forms
import TestSupport
import Testing

@testable import Issuing

/// The record of a long document, written beside its layout.
@Suite(.timeLimit(.minutes(5))) struct RecordAheadTests {
  /// A roster of `rows` rows.
  private func bound(rows: Int) throws -> BoundForm {
    try bound(by: try run(try rosterForm(), over: RecordFixtures.batchJSON(rows: rows)))
  }

  private func bound(by run: FormRun) throws -> BoundForm {
    var bound: BoundForm?
    try run.forEachBound { found, _ in bound = found }
    return try #require(bound)
  }

  @Test(arguments: [65, 300, 2000])
  func theRecordIsThatOfOneThread(_ rows: Int) throws {
    let bound = try bound(rows: rows)
    var expected: [UInt8] = []
    try bound.record.write(of: bound.document) { piece in
      expected += piece
      return true
    }
    let ahead = try #require(RecordAhead(of: bound))
    var bytes: [UInt8] = []
    while let piece = ahead.nextIfThere() { bytes += piece }
    while let piece = try ahead.next() { bytes += piece }
    #expect(bytes == expected)
  }

  @Test func aFileThatChangesMeanwhileIsTold() throws {
    let text = RecordFixtures.batchJSON(rows: 300)
    let bytes = ChangingBytes(text)
    let run = try run(try rosterForm(), over: bytes.source(), keeping: 0)
    bytes.become(text.replacing(#""idType":"01""#, with: #""idType":[1]"#))
    let ahead = try #require(RecordAhead(of: try bound(by: run)))
    let failure = #expect(throws: RowSource.Failure.self) {
      while try ahead.next() != nil {}
    }
    #expect(failure?.diagnostic.code == "record.changed")
    // Whoever only looks whether there is more is not told, and does not wait.
    #expect(ahead.nextIfThere() == nil)
  }

  @Test func aShortDocumentIsNotWorthAThread() throws {
    #expect(RecordAhead(of: try bound(rows: 64)) == nil)
  }

  @Test func aRecordThatNobodyTakesIsLeft() throws {
    let bound = try bound(rows: 20_000)
    do {
      let ahead = try #require(RecordAhead(of: bound))
      _ = try ahead.next()
    }
    // It was waited for, and the line holds no more than eight pieces: it would wait for ever if it went on.
    var taken = 0
    try bound.record.write(of: bound.document) { _ in
      taken += 1
      return taken < 3
    }
    #expect(taken == 3)
  }
}
