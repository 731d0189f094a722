import Geometry
public import UnicodeText

/// Turns the clusters of a text into items with joints: punctuation widths, script gaps and line ends.
///
/// The clusters are in the order of the text; `breaks` are ICU's opportunities, or nothing when the text is known
/// to stand on one line. The whole paragraph is composed at once, whatever spans it is made of.
public func lineItems(of text: String, clusters: [TextCluster], breaks: [LineBreak]?) -> [LineItem]
{
  LineComposer(text: text, clusters: clusters).items(breaks: breaks)
}

private struct LineComposer {
  private let clusters: [TextCluster]
  private var scalars: [Unicode.Scalar] = []
  private var lastScalars: [Unicode.Scalar] = []
  private var classes: [CharacterClass] = []

  init(text: String, clusters: [TextCluster]) {
    self.clusters = clusters
    scalars.reserveCapacity(clusters.count)
    lastScalars.reserveCapacity(clusters.count)
    classes.reserveCapacity(clusters.count)
    let bytes = text.utf8
    var start = bytes.startIndex
    for (index, cluster) in clusters.enumerated() {
      let end =
        index + 1 < clusters.count
        ? bytes.index(start, offsetBy: clusters[index + 1].offset - cluster.offset) : bytes.endIndex
      let part = text.unicodeScalars[start..<end]
      let first = part.first ?? " "
      scalars.append(first)
      lastScalars.append(part.last ?? first)
      classes.append(LineComposer.kind(of: cluster, first))
      start = end
    }
  }

  private static func kind(of cluster: TextCluster, _ scalar: Unicode.Scalar) -> CharacterClass {
    if cluster.isObject { return .object }
    // A font without full-width marks gives quotes some third of an em, others at least three quarters.
    return CharacterClass(of: scalar, isWide: cluster.advance * 4 > cluster.em * 3)
  }

  func items(breaks: [LineBreak]?) -> [LineItem] {
    let ends = breaks.map { found in
      LineEndFinder(scalars: scalars, classes: classes, lastScalars: lastScalars)
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

  private func box(at index: Int) -> LineItem {
    let cluster = clusters[index]
    guard !classes[index].isSpace else {
      let width = cluster.lead + cluster.trail
      return LineItem(box: width, shift: cluster.lead, isSpace: width == .zero)
    }
    let blank = blankBefore(index) + blankAfter(index)
    return LineItem(
      box: cluster.lead + cluster.advance - blank + cluster.trail,
      shift: cluster.lead - blankBefore(index)
    )
  }

  private func blankBefore(_ index: Int) -> Length {
    classes[index].hasBlankBefore ? blank(index) : .zero
  }

  private func blankAfter(_ index: Int) -> Length {
    classes[index].hasBlankAfter ? blank(index) : .zero
  }

  /// What a full-width mark has beyond the half square of its ink.
  private func blank(_ index: Int) -> Length { clusters[index].advance - clusters[index].em / 2 }

  private func joint(after index: Int) -> Joint {
    var joint = plainJoint(after: index)
    let clearance = max(clusters[index].clearanceAfter, clusters[index + 1].clearanceBefore)
    if joint.natural - joint.shrink < clearance {
      joint.natural = max(joint.natural, clearance)
      joint.shrink = joint.natural - clearance
    }
    return joint
  }

  private func plainJoint(after index: Int) -> Joint {
    let left = classes[index]
    let right = classes[index + 1]
    if left.isSpace { return spaceJoint(after: index) }
    if left.isCompressible || right.isCompressible { return markJoint(after: index) }
    if needsGap(left, right) { return gapJoint(after: index) }
    return openJoint(.zero, after: index, stretchStep(left, right))
  }

  /// A joint that can be widened a little everywhere: a twentieth of an em is not noticed.
  private func openJoint(_ natural: Length, after index: Int, _ step: StretchStep) -> Joint {
    let ease = step == .never ? Length.zero : clusters[index].em / 20
    return Joint(natural: natural, stretch: ease, stretchStep: step)
  }

  private func needsGap(_ left: CharacterClass, _ right: CharacterClass) -> Bool {
    (left == .ideograph && right.isLatin && right != .postfix)
      || (left.isLatin && left != .prefix && right == .ideograph)
  }

  /// A quarter em, at least an eighth, at most a third (clreq #mixed_text_composition_in_horizontal_writing_mode).
  private func gapJoint(after index: Int) -> Joint {
    let em = max(clusters[index].em, clusters[index + 1].em)
    return Joint(
      natural: em / 4,
      shrink: em / 8,
      shrinkStep: .scriptGap,
      stretch: em / 12,
      stretchStep: .scriptGap
    )
  }

  /// A word space; next to a full-width mark the mark's blank half serves for both.
  private func spaceJoint(after index: Int) -> Joint {
    let cluster = clusters[index]
    let blank = blankBefore(index + 1)
    guard classes[index] == .space else {
      return Joint(
        natural: cluster.advance + blank,
        shrink: blank,
        shrinkStep: .bracket,
        stretchStep: .anywhere
      )
    }
    let followsBlank = index > 0 && classes[index - 1].hasBlankAfter
    let space = followsBlank || blank > .zero ? Length.zero : cluster.advance
    return Joint(
      natural: space + blank,
      shrink: max(.zero, space - cluster.em / 4) + blank,
      shrinkStep: blank > .zero ? .bracket : .wordSpace,
      stretch: max(.zero, cluster.em / 2 - cluster.advance),
      stretchStep: .wordSpace
    )
  }

  /// The blank halves that meet between two neighbours; two marks in a row lose half an em.
  private func markJoint(after index: Int) -> Joint {
    let before = blankAfter(index)
    let after = blankBefore(index + 1)
    let meets = classes[index].isCompressible && classes[index + 1].isCompressible
    let natural = meets ? compressed(before, after, index) : before + after
    var joint = openJoint(natural, after: index, markStretchStep(after: index))
    joint.shrink = natural
    joint.shrinkStep = shrinkStep(after: index)
    return joint
  }

  /// `）（` keeps one of its two blanks; `）。` and `（《` have only one, which goes.
  private func compressed(_ before: Length, _ after: Length, _ index: Int) -> Length {
    before > .zero && after > .zero ? min(before, after) : .zero
  }

  private func shrinkStep(after index: Int) -> ShrinkStep {
    switch classes[index] {
    case .pause: .pause
    case .stop: .stop
    default: .bracket
    }
  }

  private func markStretchStep(after index: Int) -> StretchStep {
    if classes[index] == .opening || classes[index + 1].hasBlankAfter { return .reluctant }
    return .anywhere
  }

  /// Where a line may be widened between two characters without a blank of their own.
  private func stretchStep(_ left: CharacterClass, _ right: CharacterClass) -> StretchStep {
    switch (left, right) {
    case (_, .space), (_, .fixedSpace), (_, .lineEnd): .never
    case (.dash, .dash), (.connector, _), (_, .connector): .never
    case (.interpunct, _), (_, .interpunct): .never
    case (.ideograph, .postfix), (.prefix, .ideograph): .never
    case (.ideograph, _), (_, .ideograph), (.object, _), (_, .object): .anywhere
    case (.dash, _), (_, .dash), (.wideSign, _): .anywhere
    default: .never
    }
  }
}
