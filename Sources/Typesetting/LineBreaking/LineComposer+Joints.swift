import Geometry
import Styling

extension LineComposer {
  /// Returns what lies between a cluster and the next.
  func joint(after index: Int) -> Joint {
    var joint = plainJoint(after: index)
    if spacing > .zero, joint.stretchStep <= .reluctant { joint.natural += spacing }
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
    if squares[index] != nil || squares[index + 1] != nil { return markJoint(after: index) }
    if needsGap(left, right) { return gapJoint(after: index) }
    return openJoint(.zero, after: index, stretchStep(left, right))
  }

  /// A joint that can be widened a little everywhere: a twentieth of an em is not noticed.
  private func openJoint(_ natural: Length, after index: Int, _ step: StretchStep) -> Joint {
    let ease = step == .never ? Length.zero : clusters[index].em / 20
    return Joint(natural: natural, stretch: ease, stretchStep: step)
  }

  // MARK: Han and Latin

  private func needsGap(_ left: CharacterClass, _ right: CharacterClass) -> Bool {
    (left == .ideograph && right.isLatin && right != .postfix)
      || (left.isLatin && left != .prefix && right == .ideograph)
  }

  /// A quarter em, at least an eighth, at most a third (clreq #mixed_text_composition_in_horizontal_writing_mode).
  private func gapJoint(after index: Int) -> Joint {
    let em = max(clusters[index].em, clusters[index + 1].em)
    switch composition.scriptGap {
    case .elastic:
      return Joint(
        natural: em / 4,
        shrink: em / 8,
        shrinkStep: .scriptGap,
        stretch: em / 12,
        stretchStep: .scriptGap
      )
    case .fixed: return openJoint(em / 4, after: index, .reluctant)
    case .none: return openJoint(.zero, after: index, .anywhere)
    }
  }

  // MARK: Spaces

  /// A word space; next to a full-width mark the mark's blank half serves for both.
  private func spaceJoint(after index: Int) -> Joint {
    let cluster = clusters[index]
    let blank = squares[index + 1]?.before ?? .zero
    guard classes[index] == .space else {
      return Joint(
        natural: cluster.advance + blank,
        shrink: blank,
        shrinkStep: .bracket,
        stretchStep: .anywhere
      )
    }
    let followsBlank = index > 0 && (squares[index - 1]?.after ?? .zero) > .zero
    let space = followsBlank || blank > .zero ? Length.zero : cluster.advance
    return Joint(
      natural: space + blank,
      shrink: max(.zero, space - cluster.em / 4) + blank,
      shrinkStep: blank > .zero ? .bracket : .wordSpace,
      stretch: max(.zero, cluster.em / 2 - cluster.advance),
      stretchStep: .wordSpace
    )
  }

  // MARK: Marks

  /// The blank halves that meet between two neighbours; two marks in a row lose half an em.
  private func markJoint(after index: Int) -> Joint {
    let before = squares[index]?.after ?? .zero
    let after = squares[index + 1]?.before ?? .zero
    let meets = classes[index].isCompressible && classes[index + 1].isCompressible
    let isCompressed = meets && composition.compressesAdjacentMarks
    let natural = isCompressed ? compressed(before, after) : before + after
    var joint = openJoint(natural, after: index, markStretchStep(after: index))
    joint.shrink = natural
    joint.shrinkStep = shrinkStep(after: index)
    return joint
  }

  /// `）（` keeps one of its two blanks; `）。` and `（《` have only one, which goes.
  private func compressed(_ before: Length, _ after: Length) -> Length {
    before > .zero && after > .zero ? min(before, after) : .zero
  }

  private func shrinkStep(after index: Int) -> ShrinkStep {
    switch (classes[index], classes[index + 1]) {
    case (.pause, _): .pause
    case (.stop, _): .stop
    case (.interpunct, _), (_, .interpunct): .interpunct
    default: .bracket
    }
  }

  private func markStretchStep(after index: Int) -> StretchStep {
    let (left, right) = (classes[index], classes[index + 1])
    if left == .interpunct || right == .interpunct { return .never }
    if left == .opening || right.hasBlankAfter { return .reluctant }
    return .anywhere
  }

  // MARK: Other characters

  /// Where a line may be widened between two characters without a blank of their own.
  private func stretchStep(_ left: CharacterClass, _ right: CharacterClass) -> StretchStep {
    switch (left, right) {
    case (_, .space), (_, .fixedSpace), (_, .lineEnd): .never
    case (.dash, .dash), (.connector, _), (_, .connector): .never
    case (.ideograph, .postfix), (.prefix, .ideograph): .never
    case (.ideograph, _), (_, .ideograph), (.object, _), (_, .object): .anywhere
    case (.dash, _), (_, .dash), (.wideSign, _): .anywhere
    default: .never
    }
  }
}
