import Glibc

/// Where everything stands on an elliptical seal, in millimetres, for a name that is `ems` wide.
///
/// 发票专用章 is laid down by 国家税务总局公告2011年第7号: 40 × 30, a ring of 1, the name 4.2 high and half a millimetre from the
/// ring, the taxpayer's number 3.7 high in the middle, the purpose 4.6 high and 3 wide from 4.2 below the middle on. Others
/// are 45 × 30 by practice and follow it as far as they can. A long name is set smaller and narrower, down to 55 %.
struct EllipticSealPlan {
  /// Half the width and half the height.
  let axes: SIMD2<Double>
  /// How thick the ring is.
  let ring = 1.0
  /// How much of the axes the ring takes, with a line beside it.
  let depth: Double
  /// The curve on which the middles of the name's characters lie.
  let nameArc: EllipticArc
  /// How long the name is on it, half to each side of the top.
  let nameWay: Double
  /// The height of the name's characters.
  let nameHeight: Double
  /// How wide they are of what they would be.
  let nameWidth: Double
  /// The outer axes of a fine line, where there is one.
  let line: SIMD2<Double>?
  /// The inner edge of what stands around the middle.
  private let inside: SIMD2<Double>

  /// The height of the taxpayer's number, and how wide it is as a whole.
  static let number = (height: 3.7, width: 26.0)

  init(side: Int, border: SealBorder, ems: Double) {
    axes = [Double(side) / 2, SealShape.ellipseHeight / 2]
    depth = border.depth(ring: ring)
    let edge = axes - depth - 0.5
    let degrees = min(250, max(160, 12 * ems + 60))
    var height = 4.2
    var arc = EllipticArc(axes: edge - height / 2)
    var width = Self.width(height, arc, degrees, ems)
    // What does not fit at its narrowest becomes smaller by and by.
    while width < RoundSealPlan.leastWidth {
      height *= 0.98
      arc = EllipticArc(axes: edge - height / 2)
      width = Self.width(height, arc, degrees, ems)
    }
    (nameHeight, nameWidth, nameArc) = (height, width, arc)
    nameWay = 2 * arc.way(to: degrees / 2)
    let inner = edge - height - 0.4
    line =
      switch border {
      case .single: nil
      case .double: axes - ring - SealBorder.gap
      case .inner: inner
      }
    inside = border == .inner ? inner - SealBorder.fine - 0.4 : inner
  }

  /// How wide a character of `height` may be, of what it would be: its feet have the least room where the curve bends most.
  private static func width(
    _ height: Double,
    _ arc: EllipticArc,
    _ degrees: Double,
    _ ems: Double
  ) -> Double {
    let (pitch, radius) = (2 * arc.way(to: degrees / 2) / ems, arc.leastRadius)
    return min(1, 2 * tan(pitch / radius / 2) * (radius - height / 2) / height)
  }

  /// The purpose: a line below the middle, as wide as there is room.
  func purpose(
    ems: Double,
    underNumber: Bool
  ) -> (middle: Double, height: Double, width: Double) {
    guard !underNumber else { return (4.2 + 4.6 / 2, 4.6, min(3 / 4.6, 17 / (ems * 4.6))) }
    var height = 4.2
    func width() -> Double {
      let bottom = (2.8 + height / 2) / inside.y
      return min(1, 2 * inside.x * (1 - bottom * bottom).squareRoot() / (ems * height))
    }
    while width() < RoundSealPlan.leastWidth { height *= 0.98 }
    return (2.8, height, width())
  }

  /// The curve of the code, and the room that the name leaves it along the bottom.
  var code: (arc: EllipticArc, room: Double) {
    let arc = EllipticArc(axes: axes - depth - 0.5 - 0.9)
    let taken = nameWay / 2 / nameArc.half
    return (arc, 2 * arc.half * (1 - taken) - 2)
  }
}
