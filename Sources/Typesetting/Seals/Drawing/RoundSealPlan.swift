import Glibc

/// Where everything stands on a round seal, in millimetres and radians, for a name that is `ems` wide.
///
/// Rings, gaps and stars are as workshops make them: a ring of 1 to 1.2 mm, a star on a third of the radius, 2 mm between
/// ring and name. The name begins at 24 % of the radius in height; a long one is set smaller, down to two thirds at 40
/// characters, and narrower, down to 55 % of its width.
struct RoundSealPlan {
  let radius: Double
  let ring: Double
  /// How much of the radius the ring takes, with a line beside it.
  let depth: Double
  /// The outer radius of a fine line, where there is one.
  let line: Double?
  /// The radius on which the middles of the name's characters lie.
  let nameRadius: Double
  /// The radius of what stands in the middle, within the name and a line around it.
  let middle: Double
  /// The height of the name's characters.
  let nameHeight: Double
  /// How wide they are of what they would be.
  let nameWidth: Double
  /// The angle that the name takes, half to each side of the top.
  let nameSpan: Double
  /// The angle of one em of the name.
  let nameEm: Double

  /// Characters are never narrower than this part of their width.
  static let leastWidth = 0.55

  init(side: Int, border: SealBorder, ems: Double) {
    radius = Double(side) / 2
    ring = side < 42 ? 1 : 1.2
    depth = border.depth(ring: ring)
    let degrees = min(300, max(160, 12 * ems + 60))
    nameSpan = degrees * .pi / 180
    nameEm = nameSpan / ems
    let edge = radius - depth - 2
    let isLong = min(1, max(0, (ems - 12) / 28))
    var height = 0.24 * radius * (1 - isLong / 3)
    var width = RoundSealPlan.width(height, edge, nameEm)
    // What does not fit at its narrowest becomes smaller by and by.
    while width < RoundSealPlan.leastWidth {
      height *= 0.98
      width = RoundSealPlan.width(height, edge, nameEm)
    }
    (nameHeight, nameWidth) = (height, width)
    nameRadius = edge - height / 2
    line =
      switch border {
      case .single: nil
      case .double: radius - ring - SealBorder.gap
      case .inner: edge - height - 0.5
      }
    middle = (border == .inner ? edge - height - 0.5 - SealBorder.fine : edge - height) - 0.5
  }

  /// How wide a character of `height` may be, of what it would be: its feet, on the inner side, have the least room.
  private static func width(_ height: Double, _ edge: Double, _ em: Double) -> Double {
    min(1, 2 * tan(em / 2) * (edge - height) / height)
  }

  /// The radius of the star.
  var star: Double { radius / 3 }

  /// The purpose: a line below the star, as wide as the name leaves it room.
  func purpose(ems: Double) -> (middle: Double, height: Double, width: Double) {
    let top = star * cos(.pi / 5) + 0.8
    let free = middle
    var height = 0.65 * nameHeight
    func width() -> Double {
      let half = (free * free - (top + height) * (top + height)).squareRoot()
      return min(1, 2 * half / (ems * height))
    }
    while width() < RoundSealPlan.leastWidth { height *= 0.98 }
    return (top + height / 2, height, width())
  }

  /// The code: digits 1.8 mm tall inside the ring, between the ends of the name.
  func code(count: Int, digitAdvance: Double) -> (
    radius: Double, em: Double, width: Double, step: Double
  ) {
    let middle = radius - depth - 0.5 - 0.9
    let em = 1.8 / OutlinedCharacter.digitHeight
    let free = 2 * (.pi - nameSpan / 2 - 0.04)
    let natural = 1.1 * digitAdvance * em / middle
    let step = min(natural, free / Double(count))
    return (middle, em, min(1, step * middle / (1.1 * digitAdvance * em)), step)
  }
}
