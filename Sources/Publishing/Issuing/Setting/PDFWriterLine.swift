import Fonts
import PDF
import Pages

/// A writer on a thread of its own: pages are handed over and their bytes come back by and by.
///
/// The fonts and the receiver of the bytes stay in the task that made the line. The file is the same, byte by byte,
/// as one written in that task.
final class PDFWriterLine: PageWriting {
  /// Orders are handed over in pieces of this weight, since a page is worth a change of threads and a footer is not.
  private static let fullWeight = 64
  private static let weight = (page: 16, other: 1)

  private let fonts: FontLibrary
  private let write: ([UInt8]) throws -> Void
  private let lines = WritingLines()
  private let thread: Worker<Void>
  private let deflate = DeflatingThread.work()
  private(set) var pageCount = 0
  private var piece = WritingOrders()
  private var pieceWeight = 0
  private var known = KnownGlyphs()
  private var hasFailed = false
  /// How many pieces were handed over whose bytes have not come back.
  private var underWay = 0

  /// Begins a file; returns nothing when the system gives no thread for it.
  init?(
    metadata: PDFMetadata,
    conformance: PDFConformance,
    fields: [SignatureField] = [],
    fonts: FontLibrary,
    write: @escaping ([UInt8]) throws -> Void
  ) {
    self.fonts = fonts
    self.write = write
    let writing = PDFWriting(
      metadata: metadata,
      conformance: conformance,
      fields: fields,
      lines: lines
    )
    guard let thread = Worker("PDF", { writing.run() }) else { return nil }
    self.thread = thread
  }

  deinit {
    lines.cancel()
    thread.outcome()
  }

  func begin(title: String?) {
    piece.orders.append(.begin(title: title))
  }

  func add(_ page: Page) throws(PDFFailure) {
    pageCount += 1
    note(page.under)
    note(page.items)
    note(page.over)
    try give(.page(page), weight: Self.weight.page)
  }

  func addFurniture(_ furniture: PageFurniture, toPage index: Int) throws(PDFFailure) {
    note(furniture.standing)
    note(furniture.items)
    try give(.furniture(furniture, page: index), weight: Self.weight.other)
  }

  func addOutline(_ entries: [OutlineEntry], firstPage: Int) throws(PDFFailure) {
    try give(.outline(entries, firstPage: firstPage), weight: Self.weight.other)
  }

  func embed(_ piece: [UInt8]) throws(PDFFailure) {
    try give(.embed(piece), weight: Self.weight.other)
  }

  func settle() throws(PDFFailure) {
    try step { () throws(PDFFailure) in
      piece.orders.append(.settle)
      try handOver()
      while underWay > 0, let word = try lines.words.next() { try hear(word) }
    }
  }

  func finish() throws(PDFFailure) {
    try give(.finish, weight: Self.fullWeight)
    try step { () throws(PDFFailure) in
      lines.orders.finish()
      while let word = try lines.words.next() { try hear(word) }
    }
  }

  private func give(_ order: WritingOrder, weight: Int) throws(PDFFailure) {
    try step { () throws(PDFFailure) in
      piece.orders.append(order)
      pieceWeight += weight
      if pieceWeight >= Self.fullWeight { try handOver() }
    }
  }

  /// Runs one step unless an earlier one failed, as the writer itself does.
  private func step(_ body: () throws(PDFFailure) -> Void) throws(PDFFailure) {
    guard !hasFailed else { throw .abandoned }
    hasFailed = true
    try body()
    hasFailed = false
  }

  /// Hands the piece over after it has taken what came back: so both sides find room in turn.
  private func handOver() throws(PDFFailure) {
    while let word = try lines.words.nextIfThere() { try hear(word) }
    underWay += 1
    while !lines.orders.hasRoom, lines.deflating.doOneIfThere(by: deflate) {}
    if !lines.orders.send(piece) {
      // The thread takes no more: its last word says why.
      while let word = try lines.words.next() { try hear(word) }
    }
    piece = WritingOrders()
    pieceWeight = 0
  }

  private func hear(_ word: WritingWord) throws(PDFFailure) {
    switch word {
    case .bytes(let bytes):
      underWay -= 1
      do { try write(bytes) } catch { throw .sink(error) }
    case .subset(let font, let glyphs):
      // The bytes before the question were half a piece.
      underWay += 1
      lines.subsets.send(subset(of: font, glyphs))
    }
  }

  private func subset(of font: FontID, _ glyphs: [GlyphID]) -> Result<EmbeddedFont, any Error> {
    do { return .success(try fonts.embed(glyphs, of: font)) } catch { return .failure(error) }
  }

  private func note(_ standing: [StandingItems]) {
    for items in standing where known.meet(items) { note(items.items) }
  }

  /// Sends the advances of glyphs along that the thread has not met.
  private func note(_ items: [PageItem]) {
    for (font, glyph) in known.insertAll(of: items) {
      let advance = fonts.advance(of: glyph, in: font)
      piece.advances.append(GlyphAdvance(font: font, glyph: glyph, advance: advance))
    }
  }
}

/// The glyphs of each font that the writer knows, a bit a glyph.
struct KnownGlyphs {
  /// The words of bits that the glyphs of one font take.
  private static let wordCount = (Int(GlyphID.max) + 1) / 64
  /// More than the pages of a document have in common at a time.
  private static let mostStanding = 8

  private var words: [UInt64] = []
  /// What stood on the last page and other pages as well: as long as it is held, nothing else can be taken for it.
  private var standing: [StandingItems] = []

  /// Takes note of what stands alike on many pages; returns whether its glyphs may be new.
  mutating func meet(_ items: StandingItems) -> Bool {
    guard !standing.contains(where: { $0 === items }) else { return false }
    if standing.count == Self.mostStanding { standing.removeFirst() }
    standing.append(items)
    return true
  }

  /// Takes note of all glyphs of `items`; returns those that are new.
  mutating func insertAll(of items: [PageItem]) -> [(font: FontID, glyph: GlyphID)] {
    var new: [(font: FontID, glyph: GlyphID)] = []
    items.forEachRun {
      insert($0.glyphs.span, of: $0.font, into: &new)
    } row: { row in
      // Only the glyphs are looked at: to copy a run would take longer than that.
      for index in row.cells.indices {
        let glyphs = row.cells[index].run.run.glyphs
        insert(glyphs.span, of: row.cells[index].run.run.font, into: &new)
      }
    }
    return new
  }

  private mutating func insert(
    _ glyphs: Span<PlacedGlyph>,
    of font: FontID,
    into new: inout [(font: FontID, glyph: GlyphID)]
  ) {
    let base = font.index * Self.wordCount
    let missing = base + Self.wordCount - words.count
    if missing > 0 { words += repeatElement(0, count: missing) }
    for index in glyphs.indices where insert(glyphs[index].id, from: base) {
      new.append((font, glyphs[index].id))
    }
  }

  /// Takes note of a glyph of the font whose words begin at `base`; returns whether it is new.
  private mutating func insert(_ glyph: GlyphID, from base: Int) -> Bool {
    let (word, bit) = (base + Int(glyph) / 64, UInt64(1) << (glyph % 64))
    guard words[word] & bit == 0 else { return false }
    words[word] |= bit
    return true
  }
}
