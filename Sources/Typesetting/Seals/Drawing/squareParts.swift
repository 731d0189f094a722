import Fonts
import Geometry
import Styling

/// A person's square seal: a frame of a twentieth of the side, and characters stretched to fill it.
func squareParts(
  _ design: SealDesign,
  _ fonts: FontLibrary
) throws(SealFailure) -> [DrawnSeal.Part] {
  guard let square = NameSquare(of: design.name) else { throw .unfit(design.problems) }
  let side = Double(design.side)
  let thickness = side / 20
  var parts = [DrawnSeal.Part(name: "frame", path: frame(side, thickness))]
  let inset = 1.8 * thickness
  let room = side - 2 * inset
  for (column, characters) in square.columns.enumerated() {
    let outlines = try OutlinedCharacter.all(
      of: String(characters),
      in: .song,
      weight: .bold,
      fonts: fonts
    )
    let cell = SIMD2(room / 2, room / Double(outlines.count))
    for (row, character) in outlines.enumerated() {
      let middle = SIMD2(side - inset, inset) + cell * [-Double(column) - 0.5, Double(row) + 0.5]
      let frame = Frame.upright(at: middle).scaled(cell.x / character.advance, cell.y)
      parts.append(DrawnSeal.Part(name: "name \(character.text)", path: character.path(in: frame)))
    }
  }
  return parts
}

/// A square ring: the inner edge runs against the outer one, and so is left out.
private func frame(_ side: Double, _ thickness: Double) -> Path {
  let far = side - thickness
  return Path(
    steps: contour([[0, 0], [side, 0], [side, side], [0, side]])
      + contour([[thickness, thickness], [thickness, far], [far, far], [far, thickness]])
  )
}

private func contour(_ corners: [SIMD2<Double>]) -> [Path.Step] {
  let places = corners.map { Point(x: .mm($0.x), y: .mm($0.y)) }
  return [.move(to: places[0])] + places.dropFirst().map { .line(to: $0) } + [.close]
}
