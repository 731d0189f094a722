import Pages

/// Glyphs that belong together, and the source text that they stand for.
struct Cluster: Sendable, Hashable {
  /// The glyphs, as indices into the run.
  var glyphs: Range<Int>
  /// The text, as UTF-8 offsets into the run's text.
  var text: Range<Int>
}

/// The clusters of a run in visual order.
struct Clusters: Sequence, IteratorProtocol {
  private let glyphs: [PlacedGlyph]
  private let textCount: Int
  /// The offsets where clusters begin, in rising order; nothing when the glyphs already stand so.
  private let starts: [Int]?
  private var position = 0

  /// Creates the clusters of `run`.
  init(of run: GlyphRun) {
    glyphs = run.glyphs
    textCount = run.text.utf8.count
    // Text that runs from right to left has falling offsets.
    let rises = zip(glyphs, glyphs.dropFirst()).allSatisfy { $0.textOffset <= $1.textOffset }
    starts = rises ? nil : Set(glyphs.map(\.textOffset)).sorted()
  }

  /// Returns the next cluster.
  mutating func next() -> Cluster? {
    guard position < glyphs.count else { return nil }
    let (first, start) = (position, glyphs[position].textOffset)
    while position < glyphs.count, glyphs[position].textOffset == start { position += 1 }
    let end = nextStart(after: start)
    precondition(start >= 0 && start <= end, "a glyph's text lies inside its run's")
    return Cluster(glyphs: first..<position, text: start..<end)
  }

  private func nextStart(after start: Int) -> Int {
    guard let starts else {
      return position < glyphs.count ? glyphs[position].textOffset : textCount
    }
    return starts.first { $0 > start } ?? textCount
  }
}
