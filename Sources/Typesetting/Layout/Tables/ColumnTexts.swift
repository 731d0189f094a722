import Geometry
import Pages

/// The texts that stood in a column lately, as they were set there: rosters repeat their dates, posts and amounts.
///
/// A text has one place here, found by its bytes, and gives way to the next that has the same place: memory stays flat
/// and nothing is ever moved.
struct ColumnTexts {
  private static let mostPlaces = 1024

  private var spellings: [String]
  private var texts: [SetText?]

  /// Makes room for the texts of `rowCount` rows.
  init(rowCount: Int) {
    var places = 1
    while places < min(rowCount, Self.mostPlaces) { places *= 2 }
    spellings = Array(repeating: "", count: places)
    texts = Array(repeating: nil, count: places)
  }

  /// The place of a text.
  ///
  /// This and `known` change nothing: what may change is looked at where it stands, and all else is held meanwhile,
  /// which takes longer than to look.
  mutating func place(of text: String) -> Int { text.utf8.span.digest & (texts.count - 1) }

  /// The text as it was set before; nothing when another stands in its place.
  mutating func known(_ text: String, at place: Int) -> SetText? {
    // Equal strings may be spelt differently, and each is printed as it is spelt.
    guard text.utf8.span.equals(spellings[place].utf8.span) else { return nil }
    return texts[place]
  }

  /// Remembers a text in its place.
  mutating func remember(_ set: SetText, of text: String, at place: Int) {
    spellings[place] = text
    texts[place] = set
  }
}

/// The text of a cell as it was set, around the middle of the cell's height.
enum SetText {
  /// A run of glyphs.
  struct Piece {
    let run: SharedRun
    /// The left end of the baseline, from where the column's text begins.
    let place: Point
  }

  /// A single run, as most texts are, and the height of its line.
  case run(Piece, height: Length)
  /// Several runs, and the height of all lines.
  case runs([Piece], height: Length)
}

extension SetText {
  /// The text on one line with a distance of `pitch` between baselines.
  init(_ run: GlyphRun, pitch: Length) {
    let y = CellBox.belowMiddle(pitch: pitch, count: 1, size: run.size)
    let place = Point(x: run.origin.x, y: y)
    self = .run(Piece(run: SharedRun(run), place: place), height: pitch)
  }

  /// The text as it stands in a box; nothing where the box shows anything but runs of glyphs.
  init?(in box: CellBox) {
    var pieces: [Piece] = []
    guard box.parts.isEmpty else { return nil }
    for item in box.draw(0..<box.lines.count, left: .zero, height: .zero) {
      guard case .glyphs(let run) = item else { return nil }
      pieces.append(Piece(run: SharedRun(run), place: run.origin))
    }
    guard !pieces.isEmpty else { return nil }
    self = .runs(pieces, height: box.height)
  }
}

extension Span<UInt8> {
  /// How many bytes are looked at together.
  private static let wordLength = MemoryLayout<UInt64>.size

  /// A number that depends on every byte (FNV-1a, a word at a time).
  fileprivate var digest: Int {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    var place = 0
    while place + Self.wordLength <= count {
      digest = (digest ^ word(at: place)) &* 0x100_0000_01B3
      // A product says nothing of high bits in its low ones.
      digest ^= digest >> 29
      place += Self.wordLength
    }
    while place < count {
      digest = (digest ^ UInt64(self[place])) &* 0x100_0000_01B3
      place += 1
    }
    return Int(truncatingIfNeeded: digest ^ digest >> 32)
  }

  /// Whether both have the same bytes.
  fileprivate func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var place = 0
    while place + Self.wordLength <= count {
      guard word(at: place) == other.word(at: place) else { return false }
      place += Self.wordLength
    }
    while place < count {
      guard self[place] == other[place] else { return false }
      place += 1
    }
    return true
  }

  /// The bytes from `place` on as one number, in the machine's own order.
  private func word(at place: Int) -> UInt64 {
    // The callers have looked whether the span reaches so far.
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
  }
}
