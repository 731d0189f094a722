public import Fonts
import Geometry
import Styling

/// Draws a seal in 宋体, as seals of enterprises are written (国发〔1999〕25号); the same design gives the same contours.
///
/// Names are bold, as they are cut: fine strokes would be lost over the text below.
public func drawSeal(_ design: SealDesign, fonts: FontLibrary) throws(SealFailure) -> DrawnSeal {
  guard design.problems.isEmpty else { throw .unfit(design.problems) }
  let side = Length.mm(Double(design.side))
  guard design.shape == .usual else {
    let height = Length.mm(SealShape.ellipseHeight)
    return DrawnSeal(
      size: Size(width: side, height: height),
      parts: try ellipticParts(design, fonts)
    )
  }
  let parts =
    try design.kind == .personal ? squareParts(design, fonts) : roundParts(design, fonts)
  return DrawnSeal(size: Size(width: side, height: side), parts: parts)
}

private func roundParts(
  _ design: SealDesign,
  _ fonts: FontLibrary
) throws(SealFailure) -> [DrawnSeal.Part] {
  let name = try OutlinedCharacter.all(of: design.name, in: .song, weight: .bold, fonts: fonts)
  let plan = RoundSealPlan(side: design.side, border: design.border, ems: name.advance)
  let circle = Circle(centre: [plan.radius, plan.radius])
  let ring = circle.ring(outer: plan.radius, inner: plan.radius - plan.ring)
  var parts = [DrawnSeal.Part(name: "ring", path: ring)]
  if let line = plan.line {
    let fine = circle.ring(outer: line, inner: line - SealBorder.fine)
    parts.append(DrawnSeal.Part(name: "line", path: fine))
  }
  if design.hasStar {
    parts.append(DrawnSeal.Part(name: "star", path: circle.star(radius: plan.star)))
  }
  parts += nameParts(name, plan, circle)
  if case .special(let purpose) = design.kind {
    let line = try OutlinedCharacter.all(of: purpose, in: .song, weight: .bold, fonts: fonts)
    parts += purposeParts(line, plan, circle)
  }
  if let code = design.code {
    let digits = try OutlinedCharacter.all(of: code, in: .song, fonts: fonts)
    parts += codeParts(digits, plan, circle)
  }
  return parts
}

/// The name on its arc, from left to right over the top.
private func nameParts(
  _ name: [OutlinedCharacter],
  _ plan: RoundSealPlan,
  _ circle: Circle
) -> [DrawnSeal.Part] {
  var angle = -plan.nameSpan / 2
  return name.map { character in
    let share = character.advance * plan.nameEm
    defer { angle += share }
    let frame = circle.outward(angle + share / 2, radius: plan.nameRadius)
      .scaled(plan.nameHeight * plan.nameWidth, plan.nameHeight)
    return DrawnSeal.Part(name: "name \(character.text)", path: character.path(in: frame))
  }
}

private func purposeParts(
  _ line: [OutlinedCharacter],
  _ plan: RoundSealPlan,
  _ circle: Circle
) -> [DrawnSeal.Part] {
  // Bold characters reach over their places, so these are set a little apart.
  let pitch = 1.1
  let (middle, height, width) = plan.purpose(ems: pitch * line.advance)
  var left = -pitch * line.advance / 2
  return line.map { character in
    let advance = pitch * character.advance
    defer { left += advance }
    let across = (left + advance / 2) * height * width
    let frame = Frame.upright(at: circle.centre + [across, middle]).scaled(height * width, height)
    return DrawnSeal.Part(name: "purpose \(character.text)", path: character.path(in: frame))
  }
}

/// The code along the bottom, from left to right, its digits upright for one who looks from there.
private func codeParts(
  _ digits: [OutlinedCharacter],
  _ plan: RoundSealPlan,
  _ circle: Circle
) -> [DrawnSeal.Part] {
  let advance = digits.map(\.advance).max() ?? 0
  let (radius, em, width, step) = plan.code(count: digits.count, digitAdvance: advance)
  let first = -step * Double(digits.count - 1) / 2
  return digits.enumerated().map { index, digit in
    let frame = circle.inward(first + Double(index) * step, radius: radius).scaled(em * width, em)
    return DrawnSeal.Part(name: "code \(digit.text)", path: digit.path(in: frame))
  }
}

extension [OutlinedCharacter] {
  /// How wide they are together, in ems.
  var advance: Double { reduce(0) { $0 + $1.advance } }
}
