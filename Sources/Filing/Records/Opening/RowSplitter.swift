/// What the splitter has come upon; offsets are those of the source.
enum SplitEvent: Equatable {
  /// The array `filings` opens; the offset is that of its bracket.
  case rowsBegin(Int)
  /// A row, from its first byte to after its last.
  case row(Range<Int>)
  /// The array `filings` closes; the offset is that of its bracket.
  case rowsEnd(Int)
  /// The outermost object closes; the offset is that of the byte after it.
  case headEnd(Int)
  /// Something stands after the outermost object.
  case trailing(Int)
  /// A comma between rows is missing, or stands where no row follows.
  case badComma(Int, isMissing: Bool)
}

/// Finds where each filing of a record file begins and ends.
///
/// This is no JSON parser: it knows only brackets, quotes and line ends, accepts nonsense and judges nothing. Every
/// byte it hands on is read by simdjson, which alone decides. It exists because simdjson refuses a file as a whole
/// for one bad byte, while one broken row must not cost the others; so it also recovers: a line end ends a broken
/// string, an unfitting bracket closes what it can, and an object where a name should stand begins the next row.
struct RowSplitter {
  /// What part of the file is being read.
  enum Phase { case head, betweenRows, row, lines, done }

  private(set) var phase = Phase.head
  /// The brackets that are open, in the head or in the row.
  private var open: [UInt8] = []
  private var isInString = false
  private var isEscaped = false
  /// The last byte that is not white space, and where it stands.
  private var last: UInt8 = 0
  private var lastOffset = 0
  /// The name read last in the outermost object, as far as it matters.
  private var key: [UInt8] = []
  private var hasSeenRows = false

  /// What stood last between the rows.
  private enum Gap { case afterBracket, afterRow, afterComma }

  private var gap = Gap.afterBracket
  private var rowStack: [UInt8] = []
  /// How the first row begins, such as `{"id"`.
  private var opening: [UInt8] = []
  private var rowStart = 0
  private var isRowBroken = false
  private var rowIndent = 0
  private var indent = 0
  private var isAtLineStart = true

  /// Where the row begins that a file ending now leaves unfinished.
  var unfinishedRow: Int? { phase == .row ? rowStart : nil }

  /// Where the comma stands that waits for the next row.
  var waitingComma: Int? { phase == .betweenRows && gap == .afterComma ? lastOffset : nil }

  /// Reads on from `index` of `bytes`, whose first byte has the offset `base`, to the next event.
  ///
  /// `index` is left after the last byte that was read.
  mutating func advance(over bytes: [UInt8], from index: inout Int, base: Int) -> SplitEvent? {
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      let offset = base + index
      index += 1
      if isInString {
        if byte == UInt8(ascii: "\"") {
          switch hiddenRow(in: bytes, at: index - 1, base) {
          case .none: break
          case .perhaps:
            // The bytes that would tell have not been read yet; begin again at this quote.
            index -= 1
            return nil
          case .begins(let start):
            index = start
            (isInString, isEscaped) = (false, false)
            return endRow(at: base + start, .afterComma)
          }
        }
        passString(byte)
        if phase == .row, isInString, !isEscaped { index = Self.plainEnd(bytes, index) }
        continue
      }
      switch byte {
      case 0x20, 0x09, 0x0D:
        if isAtLineStart { indent += 1 }
        continue
      case 0x0A:
        isAtLineStart = true
        indent = 0
        continue
      default: break
      }
      let event = phase == .head ? passHead(byte, offset) : passRows(byte, offset, bytes, &index)
      if base + index > offset {
        isAtLineStart = false
        last = bytes[index - 1]
        lastOffset = base + index - 1
      }
      if let event { return event }
    }
    return nil
  }

  /// Gives up the row that the end of the file leaves unfinished; returns where it begins.
  mutating func abandonRow() -> Int? {
    guard phase == .row else { return nil }
    phase = .betweenRows
    return rowStart
  }

  /// Begins to take every further line as a row.
  mutating func takeLines() {
    phase = .lines
  }

  /// Returns the next line that is not blank, white space off its ends; nothing when `bytes` hold no whole line.
  ///
  /// `index` is left after the line. The last line of a file needs no line end.
  static func line(
    in bytes: [UInt8],
    from index: inout Int,
    base: Int,
    isLast: Bool
  ) -> Range<Int>? {
    while index < bytes.count {
      let end = lineEnd(in: bytes, from: index)
      if end == bytes.count, !isLast { return nil }
      var range = index..<end
      index = min(end + 1, bytes.count)
      while let first = range.first, isBlank(bytes[first]) { range.removeFirst() }
      while let last = range.last, isBlank(bytes[last]) { range.removeLast() }
      if !range.isEmpty { return (range.lowerBound + base)..<(range.upperBound + base) }
    }
    return nil
  }

  /// Returns the index of the next line end, or that after the last byte.
  private static func lineEnd(in bytes: [UInt8], from index: Int) -> Int {
    unsafe bytes.withUnsafeBufferPointer { unsafe $0[index...].firstLineEnd ?? $0.count }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  /// Whether a row is hidden in what looks like a string.
  private enum HiddenRow {
    case none
    case perhaps
    case begins(Int)
  }

  /// Returns where a row begins whose first quote, at `quote`, seems to close a string.
  ///
  /// After a lost quote all that is outside strings seems inside them. A row that begins as the first one did, behind
  /// a brace and a comma, gives that away: no sound string closes before a letter.
  private mutating func hiddenRow(in bytes: [UInt8], at quote: Int, _ base: Int) -> HiddenRow {
    guard phase == .row, quote > 0, bytes[quote - 1] != UInt8(ascii: "\\") else { return .none }
    if opening.isEmpty { opening = Self.opening(of: bytes[max(0, rowStart - base)...]) }
    guard let depth = opening.firstIndex(of: UInt8(ascii: "\"")) else { return .none }
    let start = quote - depth
    // Every string of the file comes by here, so what can be told by one byte is.
    guard start > rowStart - base, bytes[start] == opening[0] else { return .none }
    let seen = bytes[start...].prefix(opening.count)
    guard seen.elementsEqual(opening.prefix(seen.count)) else { return .none }
    let before = bytes[max(0, start - 16)..<start].filter { $0 > 0x20 }.suffix(2)
    guard before.elementsEqual("},".utf8) else { return .none }
    return seen.count == opening.count ? .begins(start) : .perhaps
  }

  /// Returns how a row begins, up to the end of its first name.
  private static func opening(of row: ArraySlice<UInt8>) -> [UInt8] {
    let quotes = row.prefix(80).indices.filter { row[$0] == UInt8(ascii: "\"") }
    guard row.first == UInt8(ascii: "{"), quotes.count >= 2,
      Unicode.Scalar(row[quotes[0] + 1]).properties.isAlphabetic
    else {
      return []
    }
    return Array(row[...quotes[1]])
  }

  private mutating func passString(_ byte: UInt8) {
    if byte == 0x0A {
      // No JSON string holds a line end: the closing quote is missing, or there is one too many.
      (isInString, isEscaped, isRowBroken) = (false, false, true)
      (isAtLineStart, indent) = (true, 0)
      return
    }
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
      return
    }
    if phase == .head, open.count == 1, key.count < 32 { key.append(byte) }
  }

  private mutating func passHead(_ byte: UInt8, _ offset: Int) -> SplitEvent? {
    switch byte {
    case UInt8(ascii: "\""):
      isInString = true
      if open.count == 1 { key = [] }
    case UInt8(ascii: "{"): open.append(byte)
    case UInt8(ascii: "["):
      if open.count == 1, last == UInt8(ascii: ":"), !hasSeenRows, Self.isFilings(key) {
        phase = .betweenRows
        hasSeenRows = true
        gap = .afterBracket
        return .rowsBegin(offset)
      }
      open.append(byte)
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      close(byte)
      if open.isEmpty {
        phase = .done
        return .headEnd(offset + 1)
      }
    default: break
    }
    return nil
  }

  private mutating func passRows(
    _ byte: UInt8,
    _ offset: Int,
    _ bytes: [UInt8],
    _ index: inout Int
  ) -> SplitEvent? {
    switch phase {
    case .betweenRows: return passGap(byte, offset, bytes, &index)
    case .row: return passRow(byte, offset, &index)
    default: return .trailing(offset)
    }
  }

  /// Passes a byte between two rows; one that asks for two events is looked at twice.
  private mutating func passGap(
    _ byte: UInt8,
    _ offset: Int,
    _ bytes: [UInt8],
    _ index: inout Int
  ) -> SplitEvent? {
    switch (byte, gap) {
    case (UInt8(ascii: ","), .afterRow): gap = .afterComma
    case (UInt8(ascii: ","), _): return .badComma(offset, isMissing: false)
    case (UInt8(ascii: "]"), .afterComma):
      gap = .afterRow
      index -= 1
      return .badComma(lastOffset, isMissing: false)
    case (UInt8(ascii: "]"), _):
      phase = .head
      return .rowsEnd(offset)
    case (_, .afterRow):
      gap = .afterComma
      index -= 1
      return .badComma(offset, isMissing: true)
    default:
      if let end = SoundRow.end(in: bytes, from: index - 1) {
        return passSoundRow(bytes, &index, end, offset)
      }
      beginRow(byte, offset)
    }
    return nil
  }

  /// Passes a row of which nothing need be known but where it ends.
  private mutating func passSoundRow(
    _ bytes: [UInt8],
    _ index: inout Int,
    _ end: Int,
    _ offset: Int
  ) -> SplitEvent {
    let start = index - 1
    if opening.isEmpty { opening = Self.opening(of: bytes[start..<end]) }
    index = end
    gap = .afterRow
    return .row(offset..<offset + end - start)
  }

  private mutating func beginRow(_ byte: UInt8, _ offset: Int) {
    phase = .row
    rowStart = offset
    rowIndent = indent
    isRowBroken = false
    rowStack = []
    isInString = byte == UInt8(ascii: "\"")
    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { rowStack.append(byte) }
  }

  /// Passes a byte inside a row.
  private mutating func passRow(_ byte: UInt8, _ offset: Int, _ index: inout Int) -> SplitEvent? {
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if beginsNextRow(byte) {
        // Look at this byte once more, as the first of the next row.
        index -= 1
        let hadComma = last == UInt8(ascii: ",")
        let isWhole = rowStack.isEmpty
        return endRow(at: lastOffset + (hadComma ? 0 : 1), isWhole ? .afterRow : .afterComma)
      }
      rowStack.append(byte)
    case UInt8(ascii: "}"): closeInRow(UInt8(ascii: "{"))
    case UInt8(ascii: "]"):
      if endsRows() {
        index -= 1
        return endRow(at: lastOffset + 1, .afterRow)
      }
      closeInRow(UInt8(ascii: "["))
    case UInt8(ascii: ","):
      if rowStack.isEmpty { return endRow(at: lastOffset + 1, .afterComma) }
    default: break
    }
    return nil
  }

  private mutating func endRow(at end: Int, _ gap: Gap) -> SplitEvent {
    phase = .betweenRows
    self.gap = gap
    return .row(rowStart..<max(end, rowStart + 1))
  }

  /// Whether an opening bracket cannot belong to the row it stands in.
  private func beginsNextRow(_ byte: UInt8) -> Bool {
    if rowStack.isEmpty { return true }
    guard byte == UInt8(ascii: "{") else { return false }
    if rowStack.last == UInt8(ascii: "{"), last == UInt8(ascii: ",") { return true }
    return isRowBroken && isAtLineStart && indent <= rowIndent
  }

  /// Whether a closing square bracket closes the array of rows, and not something in the row, wrongly.
  private func endsRows() -> Bool {
    if rowStack.isEmpty { return true }
    return isAtLineStart && indent <= rowIndent && !rowStack.contains(UInt8(ascii: "["))
  }

  private mutating func closeInRow(_ opening: UInt8) {
    guard let place = rowStack.lastIndex(of: opening) else { return }
    rowStack.removeSubrange(place...)
  }

  private mutating func close(_ byte: UInt8) {
    let opening = byte == UInt8(ascii: "}") ? UInt8(ascii: "{") : UInt8(ascii: "[")
    guard let place = open.lastIndex(of: opening) else { return }
    open.removeSubrange(place...)
  }

  /// Returns the index of the first byte from `index` on that a string does not simply hold.
  private static func plainEnd(_ bytes: [UInt8], _ index: Int) -> Int {
    var index = index
    while index < bytes.count {
      switch bytes[index] {
      case 0x22, 0x5C, 0x0A: return index
      default: index += 1
      }
    }
    return index
  }

  private static func isFilings(_ key: [UInt8]) -> Bool {
    key.elementsEqual("filings".utf8)
  }
}
