import Diagnostics
public import DocumentTree
public import Records

/// Reads the selected filings again, one by one, in printing order.
public struct FilingPull {
  private let file: RecordFile
  private let rows: [Int]
  private let reader: RowReader
  private var position = 0

  /// Starts a pass over `rows` of `file`.
  public init(_ rows: [Int], of file: RecordFile) throws(RowSource.Failure) {
    self.file = file
    self.rows = rows
    do throws(ReadFailure) {
      reader = try RowReader(file)
    } catch {
      throw RowSource.Failure(FilingPull.unreadable(error))
    }
  }

  /// Returns the next filing, or nothing after the last.
  public mutating func next() throws(RowSource.Failure) -> Filing? {
    guard position < rows.count else { return nil }
    let row = rows[position]
    position += 1
    let outcome: RowOutcome
    do throws(ReadFailure) {
      outcome = try reader.outcome(of: row)
    } catch {
      throw RowSource.Failure(FilingPull.unreadable(error))
    }
    guard case .accepted(let filing) = outcome else { throw RowSource.Failure(changed(row)) }
    return filing
  }

  private static func unreadable(_ failure: ReadFailure) -> Diagnostic {
    Diagnostic("record.unreadable", .error, "记录文件无法再次读取：\(failure.message)")
  }

  private func changed(_ row: Int) -> Diagnostic {
    Diagnostic(
      "record.changed",
      .error,
      "记录文件在打印过程中被改动，第 \(row) 行与第一次读到的不同",
      advice: "请等文件写完后重新打印"
    )
  }
}
