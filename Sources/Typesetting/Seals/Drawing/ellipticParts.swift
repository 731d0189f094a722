import Fonts
import Geometry
import Styling

/// An elliptical seal: the name over the top, evenly spaced along the curve, the number in the middle, the purpose below.
func ellipticParts(
  _ design: SealDesign,
  _ fonts: FontLibrary
) throws(SealFailure) -> [DrawnSeal.Part] {
  // Names on 发票专用章 are written in 仿宋, on all others in 宋体.
  let family = design.kind == .invoice ? FontFamily.fang : .song
  let name = try OutlinedCharacter.all(of: design.name, in: family, weight: .bold, fonts: fonts)
  let plan = EllipticSealPlan(side: design.side, border: design.border, ems: name.advance)
  let centre = plan.axes
  var parts = [
    DrawnSeal.Part(name: "ring", path: ring(plan.axes, plan.axes - plan.ring, around: centre))
  ]
  if let line = plan.line {
    parts.append(
      DrawnSeal.Part(name: "line", path: ring(line, line - SealBorder.fine, around: centre))
    )
  }
  let em = plan.nameWay / name.advance
  parts += spread(name, em: em) { way, character in
    let frame = plan.nameArc.outward(way, around: centre)
      .scaled(plan.nameHeight * plan.nameWidth, plan.nameHeight)
    return DrawnSeal.Part(name: "name \(character.text)", path: character.path(in: frame))
  }
  if let number = design.number {
    let digits = try OutlinedCharacter.all(of: number, in: .hei, fonts: fonts)
    parts += numberParts(digits, centre)
  }
  if case .special(let purpose) = design.kind {
    let line = try OutlinedCharacter.all(of: purpose, in: family, weight: .bold, fonts: fonts)
    // Bold characters reach over their places, so these are set a little apart.
    let pitch = 1.1
    let (middle, height, width) = plan.purpose(
      ems: pitch * line.advance,
      underNumber: design.number != nil
    )
    parts += spread(line, em: pitch * height * width) { across, character in
      let frame = Frame.upright(at: centre + [across, middle]).scaled(height * width, height)
      return DrawnSeal.Part(name: "purpose \(character.text)", path: character.path(in: frame))
    }
  }
  if let code = design.code {
    let digits = try OutlinedCharacter.all(of: code, in: .song, fonts: fonts)
    parts += codeParts(digits, plan, centre)
  }
  return parts
}

/// The taxpayer's number: digits of one height, side by side over a fixed width.
private func numberParts(
  _ digits: [OutlinedCharacter],
  _ centre: SIMD2<Double>
) -> [DrawnSeal.Part] {
  let height = EllipticSealPlan.number.height / OutlinedCharacter.digitHeight
  let step = EllipticSealPlan.number.width / Double(digits.count)
  let widest = digits.map(\.advance).max() ?? 1
  return digits.enumerated().map { index, digit in
    let across = (Double(index) - Double(digits.count - 1) / 2) * step
    let frame = Frame.upright(at: centre + [across, 0])
      .scaled(min(1, step * 0.9 / (widest * height)) * height, height)
    return DrawnSeal.Part(name: "number \(digit.text)", path: digit.path(in: frame))
  }
}

/// The code along the bottom, from left to right, its digits upright for one who looks from there.
private func codeParts(
  _ digits: [OutlinedCharacter],
  _ plan: EllipticSealPlan,
  _ centre: SIMD2<Double>
) -> [DrawnSeal.Part] {
  let (arc, room) = plan.code
  let height = 1.8 / OutlinedCharacter.digitHeight
  let em = min(1.1 * height, room / digits.advance)
  return spread(digits, em: em) { way, digit in
    let frame = arc.inward(way, around: centre).scaled(em / 1.1, height)
    return DrawnSeal.Part(name: "code \(digit.text)", path: digit.path(in: frame))
  }
}

/// Hands out the places of characters whose ems are `em` long, from the middle of all of them.
private func spread(
  _ characters: [OutlinedCharacter],
  em: Double,
  _ part: (Double, OutlinedCharacter) -> DrawnSeal.Part
) -> [DrawnSeal.Part] {
  var start = -em * characters.advance / 2
  return characters.map { character in
    defer { start += em * character.advance }
    return part(start + em * character.advance / 2, character)
  }
}

/// A ring between two ellipses: the inner edge runs against the outer one, and so is left out.
private func ring(
  _ outer: SIMD2<Double>,
  _ inner: SIMD2<Double>,
  around centre: SIMD2<Double>
) -> Path {
  Path(steps: contour(outer, centre, turn: 1) + contour(inner, centre, turn: -1))
}

/// An ellipse of four cubic curves, a circle's stretched.
private func contour(
  _ axes: SIMD2<Double>,
  _ centre: SIMD2<Double>,
  turn: Double
) -> [Path.Step] {
  let bend = 0.5522847498
  func point(_ x: Double, _ y: Double) -> Point {
    let place = centre + axes * SIMD2(turn * x, y)
    return Point(x: .mm(place.x), y: .mm(place.y))
  }
  return [
    .move(to: point(0, -1)),
    .curve(point(bend, -1), point(1, -bend), to: point(1, 0)),
    .curve(point(1, bend), point(bend, 1), to: point(0, 1)),
    .curve(point(-bend, 1), point(-1, bend), to: point(-1, 0)),
    .curve(point(-1, -bend), point(-bend, -1), to: point(0, -1)),
    .close,
  ]
}
