public import Geometry
public import Styling
public import UnicodeText

/// Turns the clusters of a text into items with joints: punctuation widths, script gaps and line ends.
///
/// The clusters are in the order of the text; `breaks` are ICU's opportunities, or nothing when the text is known
/// to stand on one line. The whole paragraph is composed at once, whatever spans it is made of. `spacing` is added
/// between all characters that may part, as in a spaced-out title (clreq #increased_inter_character_spacing).
public func lineItems(
  of text: String,
  clusters: [TextCluster],
  breaks: [LineBreak]?,
  composition: LineComposition = LineComposition(),
  spacing: Length = .zero
) -> [LineItem] {
  LineComposer(text: text, clusters: clusters, composition, spacing: spacing).items(breaks: breaks)
}

/// The characters of a text with all that decides how they stand side by side.
struct LineComposer {
  let clusters: [TextCluster]
  let composition: LineComposition
  let spacing: Length
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var lastScalars: [Unicode.Scalar] = []
  private(set) var classes: [CharacterClass] = []
  /// The squares of the marks; nothing for other characters.
  private(set) var squares: [MarkSquare?] = []

  init(
    text: String,
    clusters: [TextCluster],
    _ composition: LineComposition,
    spacing: Length
  ) {
    self.clusters = clusters
    self.composition = composition
    self.spacing = spacing
    scalars.reserveCapacity(clusters.count)
    lastScalars.reserveCapacity(clusters.count)
    classes.reserveCapacity(clusters.count)
    squares.reserveCapacity(clusters.count)
    let bytes = text.utf8
    var start = bytes.startIndex
    for (index, cluster) in clusters.enumerated() {
      let end =
        index + 1 < clusters.count
        ? bytes.index(start, offsetBy: clusters[index + 1].offset - cluster.offset) : bytes.endIndex
      let part = text.unicodeScalars[start..<end]
      let first = part.first ?? " "
      let kind = LineComposer.kind(of: cluster, first)
      scalars.append(first)
      lastScalars.append(part.last ?? first)
      classes.append(kind)
      squares.append(MarkSquare(cluster, kind, composition))
      start = end
    }
    joinExclamations()
  }

  /// ？！ and ！！ share one square, three of them two (GB/T 15834-2011 5.1.2).
  private mutating func joinExclamations() {
    var start = 0
    while let first = scalars[start...].firstIndex(where: LineComposer.isExclamation) {
      let end = scalars[first...].firstIndex { !LineComposer.isExclamation($0) } ?? scalars.count
      if end - first == 2 { squares[first + 1] = squares[first + 1]?.closed }
      start = end
    }
  }

  private static func isExclamation(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "？" || scalar == "！"
  }

  private static func kind(of cluster: TextCluster, _ scalar: Unicode.Scalar) -> CharacterClass {
    if cluster.isObject { return .object }
    return CharacterClass(
      of: scalar,
      isWide: cluster.advance * 4 > cluster.em * 3,
      isLatinMark: cluster.isLatinMark
    )
  }

  func items(breaks: [LineBreak]?) -> [LineItem] {
    let ends = breaks.map { found in
      LineEndFinder(
        scalars: scalars,
        classes: classes,
        lastScalars: lastScalars,
        level: composition.prohibition
      )
      .lineEnds(
        offsets: clusters.map(\.offset),
        breaks: found,
        wishes: clusters.map(\.breakAfter)
      )
    }
    return clusters.indices.map { index in
      var item = box(at: index)
      if index + 1 < clusters.count { item.joint = joint(after: index) }
      if let ends { item.joint.lineEnd = ends[index] }
      return item
    }
  }

  // MARK: Boxes

  private func box(at index: Int) -> LineItem {
    let cluster = clusters[index]
    guard !classes[index].isSpace else {
      let width = cluster.lead + cluster.trail
      return LineItem(box: width, shift: cluster.lead, isSpace: width == .zero)
    }
    guard let square = squares[index] else {
      return LineItem(box: cluster.width, shift: cluster.lead)
    }
    return LineItem(
      box: cluster.lead + square.box + cluster.trail,
      shift: cluster.lead + square.shift,
      startBlank: composition.trimsLineStart ? .zero : square.before,
      endBlank: composition.markWidth == .full ? square.after : .zero,
      mayHang: mayHang(index)
    )
  }

  /// Only a pause or stop hangs, and none that stands beside another mark (clreq #hanging_punctuation_marks_at_line_end).
  private func mayHang(_ index: Int) -> Bool {
    guard composition.hangsMarks, classes[index] == .pause || classes[index] == .stop else {
      return false
    }
    let follows = index > 0 && classes[index - 1].isCompressible
    let leads = index + 1 < classes.count && classes[index + 1].isCompressible
    return !follows && !leads
  }
}
