import Geometry
import Pages

/// The texts that stood in a column lately, as they were set there: rosters repeat their dates, posts and amounts.
///
/// A text has one place here, found by its bytes, and gives way to the next that has the same place: memory stays flat
/// and nothing is ever moved.
struct ColumnTexts {
  private static let mostPlaces = 1024

  private var texts: [SetText?]

  /// Makes room for the texts of `rowCount` rows.
  init(rowCount: Int) {
    var places = 1
    while places < min(rowCount, Self.mostPlaces) { places *= 2 }
    texts = Array(repeating: nil, count: places)
  }

  /// The place of a text.
  func place(of text: String) -> Int { text.utf8.span.digest & (texts.count - 1) }

  /// The text as it was set before; nothing when another stands in its place.
  func known(_ text: String, at place: Int) -> SetText? {
    // Equal strings may be spelt differently, and each is printed as it is spelt.
    guard let known = texts[place], text.utf8.span.equals(known.text.utf8.span) else { return nil }
    return known
  }

  /// Remembers a text in its place.
  mutating func remember(_ text: SetText, at place: Int) { texts[place] = text }
}

/// The text of a cell as it was set, around the middle of the cell's height.
struct SetText {
  /// A run of glyphs; most texts are a single one.
  struct Piece {
    let run: SharedRun
    /// The left end of the baseline, from where the column's text begins.
    let place: Point
  }

  let text: String
  let first: Piece
  var others: [Piece] = []
  /// The height of all lines.
  let height: Length
}

extension SetText {
  /// The text on one line with a distance of `pitch` between baselines.
  init(_ run: GlyphRun, pitch: Length) {
    text = run.text
    let y = CellBox.belowMiddle(pitch: pitch, count: 1, size: run.size)
    first = Piece(run: SharedRun(run), place: Point(x: run.origin.x, y: y))
    height = pitch
  }

  /// The text as it stands in a box; nothing where the box shows anything but runs of glyphs.
  init?(_ text: String, in box: CellBox) {
    var pieces: [Piece] = []
    guard box.parts.isEmpty else { return nil }
    for item in box.draw(0..<box.lines.count, left: .zero, height: .zero) {
      guard case .glyphs(let run) = item else { return nil }
      pieces.append(Piece(run: SharedRun(run), place: run.origin))
    }
    guard let first = pieces.first else { return nil }
    self.text = text
    self.first = first
    others = Array(pieces.dropFirst())
    height = box.height
  }
}

extension Span<UInt8> {
  /// A number that depends on every byte (FNV-1a).
  fileprivate var digest: Int {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in indices { digest = (digest ^ UInt64(self[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: digest ^ digest >> 32)
  }

  /// Whether both have the same bytes.
  fileprivate func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}
