import Diagnostics
import JSON

/// Neighbouring rows of a record file with what is needed to judge them, ready to be decoded on any thread.
public struct RowChunk: Sendable {
  /// No chunk takes another row once it has so many, or so many bytes.
  static let limit = (rows: 256, bytes: 1 << 18)

  /// A row, by its place in the file and in `bytes`.
  struct Row {
    let place: TextPlace
    let range: Range<Int>
    /// Whether the file ends with it, so that it may be cut off.
    let endsFile: Bool
  }

  let file: String
  let layout: RecordSplit.Layout
  let setting: RowSetting
  /// The head as far as it was read, where place and day are known.
  let head: Batch?
  /// The number of the first row.
  let firstRow: Int
  private(set) var rows: [Row] = []
  private(set) var bytes: [UInt8] = []

  init(file: String, layout: RecordSplit.Layout, setting: RowSetting, head: Batch?, firstRow: Int) {
    self.file = file
    self.layout = layout
    self.setting = setting
    self.head = head
    self.firstRow = firstRow
  }

  /// Whether the chunk is large enough.
  var isFull: Bool { rows.count >= Self.limit.rows || bytes.count >= Self.limit.bytes }

  /// Takes a copy of the next row.
  mutating func append(_ row: ArraySlice<UInt8>, at place: TextPlace, endsFile: Bool = false) {
    let range = bytes.count..<(bytes.count + row.count)
    rows.append(Row(place: place, range: range, endsFile: endsFile))
    bytes.append(contentsOf: row)
  }

  /// Returns the bytes of the row at `index`.
  func row(_ index: Int) -> ArraySlice<UInt8> { bytes[rows[index].range] }
}

/// A chunk with what became of each of its rows.
public struct DecodedChunk: Sendable {
  let chunk: RowChunk
  /// What became of each row, beside the other chunks not being known.
  public let outcomes: [RowOutcome]

  /// The head of the file as far as it was read, to judge rows by; nothing where place or day are unknown.
  public var head: Batch? { chunk.head }

  /// Returns the line of the file, from 1, on which the row at `index` of the chunk begins.
  public func line(of index: Int) -> Int { chunk.rows[index].place.line }
}

/// Decodes chunks one after another, reusing its buffers; it stays in one task.
public final class ChunkDecoder {
  private let parser: RecordParser

  /// Creates a decoder, unless memory is short.
  public init() throws(ReadFailure) {
    parser = try RecordParser()
  }

  /// Returns what becomes of each row of `chunk`.
  ///
  /// That an id is repeated shows only beside the other chunks, so it is not looked for here.
  public func decode(_ chunk: RowChunk) -> DecodedChunk {
    let decoder = RowDecoder(parser: parser, chunk)
    let outcomes = chunk.rows.indices.map { index in
      decoder.outcome(
        of: chunk.row(index),
        row: chunk.firstRow + index,
        at: chunk.rows[index].place,
        endsFile: chunk.rows[index].endsFile
      )
    }
    return DecodedChunk(chunk: chunk, outcomes: outcomes)
  }
}
