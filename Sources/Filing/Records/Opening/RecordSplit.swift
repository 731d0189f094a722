/// A record file as a sequence of events, read once from front to back through a window.
struct RecordSplit {
  /// How the file is laid out.
  enum Layout { case document, lines }

  /// A row and where it stands.
  struct Row {
    let range: Range<Int>
    let place: TextPlace
  }

  /// What comes up when reading from front to back.
  enum Step {
    /// The rows begin; the head so far is in `head`.
    case rowsBegin
    /// A row; its bytes are `bytes(of:)` until the next step.
    case row(Row)
    /// A comma too few or too many between rows.
    case badComma(TextPlace, isMissing: Bool)
    /// Something stands after the outermost object of a document.
    case trailing(TextPlace)
  }

  /// How the file is laid out.
  private(set) var layout = Layout.document
  /// The head, as far as it has been read.
  private(set) var head = HeadText()
  /// Where the end of the file came too early.
  private(set) var breakOff: TextPlace?

  private var window: ByteWindow
  private var splitter = RowSplitter()
  private var index = 0
  private var isAtEnd = false
  private var isFinished = false
  private var hasTrailing = false
  /// Where `placeOffset` stands in lines and columns.
  private var place = TextPlace.start
  private var placeOffset: Int
  /// The first byte of the head that is not in `head` yet.
  private var headFrom: Int

  init(_ source: ByteSource, from start: Int) {
    window = ByteWindow(source, from: start)
    placeOffset = start
    headFrom = start
  }

  /// Returns the bytes of `row`, until the next step.
  func bytes(of row: Row) -> ArraySlice<UInt8> { window.slice(row.range) }

  /// Returns the next step, or nothing at the end of the file.
  mutating func next() throws(ReadFailure) -> Step? {
    while !isFinished {
      if let step = layout == .lines ? nextLine() : nextEvent() { return step }
      if isAtEnd { return finish() }
      try readOn()
    }
    return nil
  }

  private mutating func readOn() throws(ReadFailure) {
    let kept = firstNeeded
    advance(to: kept)
    index -= kept - window.base
    window.drop(before: kept)
    isAtEnd = try !window.grow()
  }

  /// The first byte that is still needed.
  private var firstNeeded: Int {
    switch splitter.phase {
    case .head: headFrom
    case .row: splitter.unfinishedRow ?? window.base + index
    case .betweenRows: max(window.base, splitter.waitingComma ?? window.base + index)
    case .lines, .done: window.base + index
    }
  }

  private mutating func nextLine() -> Step? {
    let range = RowSplitter.line(
      in: window.bytes,
      from: &index,
      base: window.base,
      isLast: isAtEnd
    )
    return range.map { .row(row($0)) }
  }

  private mutating func nextEvent() -> Step? {
    while let event = splitter.advance(over: window.bytes, from: &index, base: window.base) {
      if let step = step(for: event) { return step }
    }
    return nil
  }

  private mutating func step(for event: SplitEvent) -> Step? {
    switch event {
    case .rowsBegin(let offset):
      takeHead(to: offset + 1)
      head.pause()
      return .rowsBegin
    case .row(let range): return .row(row(range))
    case .rowsEnd(let offset):
      advance(to: offset)
      head.resume(at: place)
      headFrom = offset
      return nil
    case .headEnd(let offset):
      takeHead(to: offset)
      guard !head.hasRows else { return nil }
      layout = .lines
      splitter.takeLines()
      return .rowsBegin
    case .badComma(let offset, let isMissing):
      advance(to: offset)
      return .badComma(place, isMissing: isMissing)
    case .trailing(let offset):
      guard !hasTrailing else { return nil }
      hasTrailing = true
      advance(to: offset)
      return .trailing(place)
    }
  }

  /// Ends the reading; a row that is cut off still comes up.
  private mutating func finish() -> Step? {
    if let start = splitter.abandonRow() { return .row(row(start..<window.end)) }
    isFinished = true
    guard layout == .document, splitter.phase != .done else { return nil }
    if !head.hasRows { takeHead(to: window.end) }
    advance(to: window.end)
    breakOff = place
    head.closeEarly()
    return nil
  }

  private mutating func takeHead(to offset: Int) {
    advance(to: headFrom)
    head.append(window.slice(headFrom..<offset))
    headFrom = offset
  }

  private mutating func row(_ range: Range<Int>) -> Row {
    advance(to: range.lowerBound)
    return Row(range: range, place: place)
  }

  private mutating func advance(to offset: Int) {
    guard offset > placeOffset else { return }
    place = place.advanced(over: window.slice(placeOffset..<offset))
    placeOffset = offset
  }
}

/// The text of a file's head: everything but the rows, which are cut out of it.
struct HeadText {
  /// The text with an empty array for the rows.
  private(set) var bytes: [UInt8] = []
  /// Whether rows have been cut out.
  private(set) var hasRows = false
  private var cut: Int?
  private var resumePlace = TextPlace.start

  /// Takes more text.
  mutating func append(_ more: ArraySlice<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Cuts here, where the rows begin.
  mutating func pause() {
    hasRows = true
    cut = bytes.count
  }

  /// Goes on at `place`, where the rows end.
  mutating func resume(at place: TextPlace) {
    resumePlace = place
  }

  /// Closes a head whose file breaks off among or after the rows, so that the rows read can be used.
  mutating func closeEarly() {
    guard let cut else { return }
    bytes.removeSubrange(cut...)
    bytes.append(contentsOf: "]}".utf8)
  }

  /// Returns the head so far as a whole text, to be read before the rows are.
  var closed: [UInt8] { cut == nil ? bytes : bytes.prefix(cut ?? 0) + Array("]}".utf8) }

  /// Returns the place in the file of the byte at `offset` of the text.
  func place(of offset: Int) -> TextPlace {
    guard let cut, offset >= cut else {
      return TextPlace.start.advanced(over: bytes.prefix(offset))
    }
    return resumePlace.advanced(over: bytes[cut..<min(offset, bytes.count)])
  }
}
