import Geometry
import Pages

/// The texts that stood in a column lately, as they were set there: rosters repeat their dates, posts and amounts.
///
/// A text has one place here, found by its bytes, and gives way to the next that has the same place: memory stays flat
/// and nothing is ever moved.
struct ColumnTexts {
  /// A text set on one line.
  struct Line {
    let run: SharedRun
    /// The distance between baselines at the size of the run.
    let pitch: Length
  }

  private static let mostPlaces = 1024

  private var lines: [Line?]

  /// Makes room for the texts of `rowCount` rows.
  init(rowCount: Int) {
    var places = 1
    while places < min(rowCount, Self.mostPlaces) { places *= 2 }
    lines = Array(repeating: nil, count: places)
  }

  /// The text as it was set before, or as `set` sets it now; nothing when `set` gives nothing.
  mutating func line(of text: String, set: () -> Line?) -> Line? {
    let letters = text.utf8.span
    let place = letters.digest & (lines.count - 1)
    if let known = lines[place], letters.equals(known.run.run.text.utf8.span) { return known }
    guard let line = set() else { return nil }
    lines[place] = line
    return line
  }
}

extension Span<UInt8> {
  /// A number that depends on every byte (FNV-1a).
  fileprivate var digest: Int {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in indices { digest = (digest ^ UInt64(self[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: digest ^ digest >> 32)
  }

  /// Whether both have the same bytes: equal strings may be spelt differently, and each is printed as it is spelt.
  fileprivate func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}
