import Diagnostics
import JSON

/// Reads a record file once from front to back, in flat memory, showing every row to `visit` in order.
///
/// The file is one JSON document or JSON Lines (the head first, then a filing a line). A broken row is refused alone.
/// An error in the head makes the file unusable, but where profile and day are known the rows are shown all the same,
/// so that one pass tells of everything.
public func openRecords(
  _ source: ByteSource,
  visit: (RowOutcome) -> Void
) throws(RecordFailure) -> RecordFile {
  try openRecords(source, visitWithHead: { outcome, _ in visit(outcome) })
}

/// Reads a record file as above; each row comes with the head, or with nothing where the head is unusable.
public func openRecords(
  _ source: ByteSource,
  visitWithHead: (RowOutcome, Batch?) -> Void
) throws(RecordFailure) -> RecordFile {
  var opening = try RecordOpening(source)
  do throws(ReadFailure) {
    try opening.passRows(visitWithHead)
  } catch {
    throw .unreadable(error)
  }
  return try opening.file()
}

/// The one pass over a record file.
private struct RecordOpening {
  private let source: ByteSource
  private let reader: JSONReader
  private var split: RecordSplit
  private var rows: [RowPlace] = []
  private var repeated = RepeatedIDs()
  private var diagnostics: [Diagnostic]
  private var unknownKeys = UnknownKeys()
  private var decoder: RowDecoder?
  /// The head, once it is known.
  private var batch: Batch?
  /// The whole head, when it was looked for ahead.
  private var headAhead: HeadText?

  init(_ source: ByteSource) throws(RecordFailure) {
    self.source = source
    let sniff: FileSniff
    do throws(ReadFailure) {
      sniff = try FileSniff(source)
    } catch {
      throw .unreadable(error)
    }
    if let refusal = sniff.refusal { throw .unusable([refusal]) }
    guard let reader = JSONReader() else { throw .unreadable(ReadFailure("内存不足")) }
    self.reader = reader
    split = RecordSplit(source, from: sniff.start)
    diagnostics = sniff.notes
  }

  /// Shows every row to `visit`; stops at once when the head does not even say how to judge a row.
  mutating func passRows(_ visit: (RowOutcome, Batch?) -> Void) throws(ReadFailure) {
    while let step = try split.next() {
      switch step {
      case .rowsBegin:
        decoder = try makeDecoder()
        if decoder == nil { return }
      case .row(let row):
        guard let outcome = try outcome(of: row) else { continue }
        if case .accepted(let filing) = outcome {
          unknownKeys.take(filing, prefix: split.layout == .document ? 2 : 0)
        }
        visit(outcome, batch)
      case .badComma(let place, let isMissing):
        diagnostics.append(commaComplaint(at: place, isMissing: isMissing))
      case .trailing(let place):
        diagnostics.append(trailingComplaint(at: place))
      }
    }
    if let place = split.breakOff { diagnostics.append(breakOffComplaint(at: place)) }
  }

  /// Reads the whole head and makes the file.
  func file() throws(RecordFailure) -> RecordFile {
    let text = decoder == nil ? headAhead ?? split.head : split.head
    let head = HeadReading(text, text.bytes, file: source.name, reader)
    let all = head.diagnostics + diagnostics + unknownKeys.diagnostics
    guard let batch = head.batch, let decoder else { throw .unusable(all) }
    return RecordFile(
      batch: batch,
      rows: rows,
      diagnostics: all,
      source: source,
      layout: split.layout,
      setting: decoder.setting,
      repeats: repeated.repeats
    )
  }

  /// Learns from the head how to judge rows, looking ahead where the head's members stand behind the rows.
  private mutating func makeDecoder() throws(ReadFailure) -> RowDecoder? {
    var head = HeadReading(split.head, split.head.closed, file: source.name, reader)
    if head.batch == nil, split.layout == .document {
      var ahead = split
      while try ahead.next() != nil {}
      headAhead = ahead.head
      head = HeadReading(ahead.head, ahead.head.bytes, file: source.name, reader)
    }
    batch = head.batch
    return head.setting.map {
      RowDecoder(reader: reader, file: source.name, layout: split.layout, setting: $0)
    }
  }

  private mutating func outcome(of row: RecordSplit.Row) throws(ReadFailure) -> RowOutcome? {
    guard let decoder else { return nil }
    rows.append(RowPlace(row))
    let number = rows.count
    let bytes = split.bytes(of: row)
    let outcome = decoder.outcome(of: bytes, row: number, at: row.place)
    guard let id = outcome.id, let first = repeated.candidate(for: id, row: number),
      try self.id(of: first) == id
    else { return outcome }
    repeated.confirm(number, repeats: first)
    return decoder.outcome(of: bytes, row: number, at: row.place, firstWithSameID: first)
  }

  private func id(of row: Int) throws(ReadFailure) -> String? {
    let bytes = try source.read(rows[row - 1].range)
    return decoder?.outcome(of: bytes[...], row: row, at: rows[row - 1].place).id
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

extension RowOutcome {
  /// The filing's id, when it could be read.
  var id: String? {
    switch self {
    case .accepted(let filing): filing.id
    case .refused(let rejection): rejection.id
    }
  }
}
