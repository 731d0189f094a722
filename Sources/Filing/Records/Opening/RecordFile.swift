public import Diagnostics
import JSON

/// A record file that has been read once: its head, and where each row stands.
public struct RecordFile: Sendable {
  /// The head.
  public let batch: Batch
  /// The head as canonical JSON, as far as rows are judged and printed by it: the first of JSON Lines that say the same.
  public let canonicalHead: [UInt8]
  /// Where each row stands, sound or not, in the order of the file.
  public let rows: [RowPlace]
  /// What is wrong with the file beside its rows.
  public let diagnostics: [Diagnostic]

  /// What messages call the file.
  public var name: String { source.name }

  let source: ByteSource
  let layout: RecordSplit.Layout
  let setting: RowSetting
  let repeats: [Int: Int]

  /// Returns the file with only those rows of its lists of which `isKept` holds.
  public func keepingLines(_ isKept: (RecordLine) -> Bool) -> RecordFile {
    RecordFile(
      batch: Batch(
        schema: batch.schema,
        profile: batch.profile,
        asOf: batch.asOf,
        employer: batch.employer,
        lines: batch.lines.filter(isKept),
        unread: batch.unread
      ),
      canonicalHead: canonicalHead,
      rows: rows,
      diagnostics: diagnostics,
      source: source,
      layout: layout,
      setting: setting,
      repeats: repeats
    )
  }

  /// Reads row number `row` (from 1) once more; for many rows a `RowReader` is quicker.
  public func outcome(of row: Int) throws(ReadFailure) -> RowOutcome {
    try RowReader(self).outcome(of: row)
  }
}

/// Where a row stands in a record file, in few bytes, since there may be a million.
public struct RowPlace: Sendable, Hashable {
  /// The offset of its first byte.
  public let offset: Int
  let length: UInt32
  let line: UInt32
  let column: UInt32

  init(_ row: RecordSplit.Row) {
    offset = row.range.lowerBound
    length = UInt32(clamping: row.range.count)
    line = UInt32(clamping: row.place.line)
    column = UInt32(clamping: row.place.column)
  }

  var range: Range<Int> { offset..<(offset + Int(length)) }
  var place: TextPlace { TextPlace(line: Int(line), column: Int(column)) }
}

/// Reads rows of one file again, in any order, reusing its buffers; it stays in one task.
public final class RowReader {
  private static let stride = 1 << 17

  private let file: RecordFile
  private let decoder: RowDecoder
  private var held: [UInt8] = []
  private var heldFrom = 0
  private var lastRow = 0

  /// Creates a reader of the rows of `file`.
  public init(_ file: RecordFile) throws(ReadFailure) {
    self.file = file
    decoder = RowDecoder(
      parser: try RecordParser(),
      file: file.source.name,
      layout: file.layout,
      setting: file.setting
    )
  }

  /// Reads row number `row`, from 1 to `file.rows.count`.
  public func outcome(of row: Int) throws(ReadFailure) -> RowOutcome {
    decoder.outcome(
      of: try bytes(of: row),
      row: row,
      at: file.rows[row - 1].place,
      endsFile: file.rows[row - 1].range.upperBound == file.source.count,
      firstWithSameID: file.repeats[row]
    )
  }

  /// Reads row number `row` as it is written.
  public func text(of row: Int) throws(ReadFailure) -> [UInt8] { Array(try bytes(of: row)) }

  /// Reads row number `row` as canonical JSON; nothing when it is no JSON.
  public func canonicalJSON(of row: Int) throws(ReadFailure) -> [UInt8]? {
    let bytes = try bytes(of: row)
    do throws(JSONProblem) {
      return try decoder.parser.read(bytes).canonical()
    } catch {
      return nil
    }
  }

  private func bytes(of row: Int) throws(ReadFailure) -> ArraySlice<UInt8> {
    precondition(file.rows.indices.contains(row - 1), "there is no row \(row)")
    defer { lastRow = row }
    return try bytes(file.rows[row - 1].range, isNext: row == lastRow + 1)
  }

  /// Reads ahead only while rows are asked for one after another.
  private func bytes(_ range: Range<Int>, isNext: Bool) throws(ReadFailure) -> ArraySlice<UInt8> {
    if range.lowerBound < heldFrom || range.upperBound > heldFrom + held.count {
      let ahead = isNext ? max(range.upperBound, range.lowerBound + Self.stride) : range.upperBound
      held = try file.source.read(range.lowerBound..<min(ahead, file.source.count))
      heldFrom = range.lowerBound
      guard held.count >= range.count else { throw ReadFailure("文件在读取时变短了") }
    }
    return held[(range.lowerBound - heldFrom)..<(range.upperBound - heldFrom)]
  }
}
