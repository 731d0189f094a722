import Diagnostics
import DocumentTree
import Synchronization
import Testing

@testable import Issuing

/// A table of `count` rows, numbered from 1, with `failure` in place of row number `failing`.
private func source(
  count: Int,
  failing: Int? = nil,
  _ note: @escaping @Sendable (Int) -> Void = { _ in }
) -> RowSource {
  RowSource(count: count) { () throws(RowSource.Failure) -> RowSource.Pull in
    var number = 0
    return { () throws(RowSource.Failure) -> TableRow<Never>? in
      guard number < count else { return nil }
      number += 1
      note(number)
      if number == failing { throw RowSource.Failure(Diagnostic("test", .error, "第 \(number) 行")) }
      return TableRow(
        cells: [TableCell(content: [.text("\(number)", .unknown)])],
        origin: .unknown
      )
    }
  }
}

/// A document whose only block is a table of the rows of `source`.
private func document(_ source: RowSource) -> Document<Never> {
  Document(
    title: "",
    body: [.table(Table(columns: [Column()], head: [], body: .pulled(source), origin: .unknown))]
  )
}

extension Document<Never> {
  /// The rows of the document's only table.
  fileprivate var source: RowSource? {
    guard case .table(let table)? = body.first, case .pulled(let source) = table.body else {
      return nil
    }
    return source
  }
}

/// Returns the texts of all rows that can be pulled, and the failure that ends them.
private func pulled(_ source: RowSource) -> (rows: [String], failure: RowSource.Failure?) {
  var rows: [String] = []
  do throws(RowSource.Failure) {
    let next = try source.start()
    while let row = try next() {
      if case .text(let text, _)? = row.cells[0].content.first { rows.append(text) }
    }
  } catch {
    return (rows, error)
  }
  return (rows, nil)
}

@Suite(.timeLimit(.minutes(5))) struct RowsAheadTests {
  @Test(arguments: [0, 1, 64, 65, 128, 1000])
  func rowsMadeAheadAreTheSameRows(_ count: Int) throws {
    let ahead = try #require(document(source(count: count)).makingRowsAhead().source)
    #expect(ahead.count == count)
    // Each start is a pass of its own.
    for _ in 0..<2 { #expect(pulled(ahead).rows == (0..<count).map { "\($0 + 1)" }) }
  }

  @Test(arguments: [1, 64, 65, 500, 1000])
  func aFailureStandsBehindTheRowsBeforeIt(_ failing: Int) throws {
    let ahead = try #require(
      document(source(count: 1000, failing: failing)).makingRowsAhead().source
    )
    let (rows, failure) = pulled(ahead)
    #expect(rows.count == failing - 1)
    #expect(failure?.diagnostic.message == "第 \(failing) 行")
  }

  @Test func aFailureToStartIsTold() throws {
    let broken = RowSource(count: 1000) { () throws(RowSource.Failure) -> RowSource.Pull in
      throw RowSource.Failure(Diagnostic("test", .error, "开不了"))
    }
    let ahead = try #require(document(broken).makingRowsAhead().source)
    #expect(pulled(ahead).failure?.diagnostic.message == "开不了")
  }

  @Test func rowsAreNotMadeWithoutBound() throws {
    let furthest = Furthest()
    let many = source(count: 100_000) { furthest.note($0) }
    let ahead = try #require(document(many).makingRowsAhead().source)
    do {
      let next = try ahead.start()
      _ = try next()
    }
    // The maker has been stopped and waited for, so this is how far it ever came.
    #expect(furthest.row.withLock(\.self) <= 64 * 12)
  }
}

/// The last row that was made.
private final class Furthest: Sendable {
  let row = Mutex(0)

  func note(_ number: Int) { row.withLock { $0 = max($0, number) } }
}
