import Diagnostics
import JSON

/// The first pass over a record file in its three steps, for those who decode several chunks at a time.
///
/// Chunks are cut off one after another, decoded anywhere, and taken back in the order in which they were cut; at the
/// end the file is asked for. `openRecords` does just that.
public struct RecordOpening {
  private let source: ByteSource
  private let parser: RecordParser
  private var split: RecordSplit
  private var rows: [RowPlace] = []
  private var repeated = RepeatedIDs()
  private var diagnostics: [Diagnostic]
  private var unknownKeys = UnknownKeys()
  private var setting: RowSetting?
  /// The head, once it is known, where it can be used.
  private var batch: Batch?
  /// The head as far as it was read, where place and day are known.
  private var read: Batch?
  /// The whole head, when it was looked for ahead.
  private var headAhead: HeadText?
  /// How the cutting has ended.
  private var ending: Result<Void, ReadFailure>?
  /// Whether a row tells that the file was cut off in it.
  private var hasToldBreakOff = false

  /// Looks at the beginning of `source`.
  public init(_ source: ByteSource) throws(RecordFailure) {
    self.source = source
    let sniff: FileSniff
    do throws(ReadFailure) {
      sniff = try FileSniff(source)
    } catch {
      throw .unreadable(error)
    }
    if let refusal = sniff.refusal { throw .unusable([refusal]) }
    do throws(ReadFailure) {
      parser = try RecordParser()
    } catch {
      throw .unreadable(error)
    }
    split = RecordSplit(source, from: sniff.start)
    diagnostics = sniff.notes
  }

  // MARK: Cutting

  /// Cuts off the next rows; nothing after the last, or when the head does not even say how to judge a row.
  ///
  /// When the source fails, the rows that were read before come first.
  public mutating func nextChunk() throws(ReadFailure) -> RowChunk? {
    var chunk: RowChunk?
    while ending == nil, chunk?.isFull != true { cut(into: &chunk) }
    if let chunk { return chunk }
    try ending?.get()
    return nil
  }

  private mutating func cut(into chunk: inout RowChunk?) {
    do throws(ReadFailure) {
      if let step = try split.next() {
        try take(step, into: &chunk)
      } else {
        ending = .success(())
      }
    } catch {
      ending = .failure(error)
    }
  }

  private mutating func take(
    _ step: RecordSplit.Step,
    into chunk: inout RowChunk?
  ) throws(ReadFailure) {
    switch step {
    case .rowsBegin:
      setting = try settingOfHead()
      if setting == nil { ending = .success(()) }
    case .row(let row): add(row, to: &chunk)
    case .badComma(let place, let isMissing):
      diagnostics.append(commaComplaint(at: place, isMissing: isMissing))
    case .trailing(let place):
      diagnostics.append(trailingComplaint(at: place))
    }
  }

  private mutating func add(_ row: RecordSplit.Row, to chunk: inout RowChunk?) {
    guard let setting else { return }
    rows.append(RowPlace(row))
    if chunk == nil {
      chunk = RowChunk(
        file: source.name,
        layout: split.layout,
        setting: setting,
        head: read,
        firstRow: rows.count
      )
    }
    chunk?.append(
      split.bytes(of: row),
      at: row.place,
      endsFile: row.range.upperBound == source.count
    )
  }

  /// Learns from the head how to judge rows, looking ahead where the head's members stand behind the rows.
  private mutating func settingOfHead() throws(ReadFailure) -> RowSetting? {
    var head = HeadReading(split.head, split.head.closed, file: source.name, parser)
    if head.batch == nil, split.layout == .document {
      var ahead = split
      while try ahead.next() != nil {}
      headAhead = ahead.head
      head = HeadReading(ahead.head, ahead.head.bytes, file: source.name, parser)
    }
    (batch, read) = (head.batch, head.read)
    return head.setting
  }

  // MARK: Taking back

  /// Takes the next chunk back and shows its rows to `visit`, with the head where that can be used.
  public mutating func take(
    _ decoded: DecodedChunk,
    _ visit: (RowOutcome, Batch?) -> Void
  ) throws(ReadFailure) {
    for index in decoded.outcomes.indices {
      let outcome = try unrepeated(decoded.outcomes[index], index, of: decoded.chunk)
      switch outcome {
      case .accepted(let filing):
        unknownKeys.take(filing, prefix: split.layout == .document ? 2 : 0)
      case .refused(let rejection):
        hasToldBreakOff = hasToldBreakOff || rejection.reasons.tellBreakOff
      }
      visit(outcome, batch)
    }
  }

  /// Returns `outcome`, or a refusal when an earlier row has the same id.
  private mutating func unrepeated(
    _ outcome: RowOutcome,
    _ index: Int,
    of chunk: RowChunk
  ) throws(ReadFailure) -> RowOutcome {
    let row = chunk.firstRow + index
    guard let id = outcome.id, let first = repeated.candidate(for: id, row: row),
      try self.id(of: first, in: chunk) == id
    else { return outcome }
    repeated.confirm(row, repeats: first)
    return RowDecoder(parser: parser, chunk).outcome(
      of: chunk.row(index),
      row: row,
      at: chunk.rows[index].place,
      endsFile: chunk.rows[index].endsFile,
      firstWithSameID: first
    )
  }

  /// Returns the id of row number `row`, which is judged as the rows of `chunk` are.
  private func id(of row: Int, in chunk: RowChunk) throws(ReadFailure) -> String? {
    let bytes = try source.read(rows[row - 1].range)
    return RowDecoder(parser: parser, chunk)
      .outcome(of: bytes[...], row: row, at: rows[row - 1].place).id
  }

  // MARK: Ending

  /// Reads the whole head and makes the file.
  ///
  /// - Throws: `unusable` with the file as far as it was read, where errors in the head forbid using it.
  public func file() throws(RecordFailure) -> RecordFile {
    let text = setting == nil ? headAhead ?? split.head : split.head
    let isCutOff = split.breakOff != nil && !text.hasRows
    let head = HeadReading(text, text.bytes, isCutOff: isCutOff, file: source.name, parser)
    let isBreakOffTold = hasToldBreakOff || head.diagnostics.tellBreakOff
    let breakOff = isBreakOffTold ? nil : split.breakOff.map(breakOffComplaint)
    let all =
      head.diagnostics + diagnostics + [breakOff].compactMap { $0 } + unknownKeys.diagnostics
    guard let read = head.read, let setting else { throw .unusable(all) }
    let file = RecordFile(
      batch: read,
      canonicalHead: head.canonical,
      rows: rows,
      diagnostics: all,
      source: source,
      layout: split.layout,
      setting: setting,
      repeats: repeated.repeats
    )
    guard head.isUsable else { throw .unusable(all, asRead: file) }
    return file
  }

  private func origin(_ place: TextPlace) -> Origin {
    .source(SourceLocation(file: source.name, line: place.line, column: place.column))
  }

  private func commaComplaint(at place: TextPlace, isMissing: Bool) -> Diagnostic {
    isMissing
      ? Diagnostic("json.missingComma", at: origin(place), "两条记录之间缺少逗号", advice: "请在此处之前补上逗号")
      : Diagnostic("json.extraComma", at: origin(place), "多了一个逗号", advice: "请删去这个逗号")
  }

  private func trailingComplaint(at place: TextPlace) -> Diagnostic {
    Diagnostic("json.trailing", at: origin(place), "文件结束后还有内容，没有读取", advice: "请检查括号，或重新导出")
  }

  private func breakOffComplaint(at place: TextPlace) -> Diagnostic {
    Diagnostic(
      "json.truncated",
      at: origin(place),
      "文件在此中断，之后的记录可能丢失",
      found: "已读到 \(rows.count) 条记录",
      advice: "请重新导出或重新传送文件"
    )
  }
}

extension [Diagnostic] {
  /// Whether one of them says that the file was cut off.
  fileprivate var tellBreakOff: Bool { contains { $0.code == "json.truncated" } }
}

extension RowOutcome {
  /// The filing's id, when it could be read.
  var id: String? {
    switch self {
    case .accepted(let filing): filing.id
    case .refused(let rejection): rejection.id
    }
  }
}
