import Diagnostics
import Foundation
import Geometry
import Seals
import TestSupport
import Testing

/// How a part of a seal lies around the middle: distances in millimetres, angles clockwise from the top.
private struct Lie {
  var nearest: Double
  var farthest: Double
  var first: Double
  var last: Double

  /// Takes where the curves of a part begin and end: on a circle all else lies as far from the middle.
  init(cornersOf part: DrawnSeal.Part, of seal: DrawnSeal) {
    let corners = part.path.steps.compactMap { step -> Path.Step? in
      switch step {
      case .move(let place), .line(let place), .curve(_, _, let place): .move(to: place)
      case .close: nil
      }
    }
    var shorter = part
    shorter.path = Path(steps: corners)
    self.init(shorter, of: seal, isAcrossTop: true)
  }

  /// `isAcrossTop` counts angles from the bottom, where the name has its gap, or else from the top.
  init(_ part: DrawnSeal.Part, of seal: DrawnSeal, isAcrossTop: Bool) {
    let middle = SIMD2(seal.size.width.millimetres, seal.size.height.millimetres) / 2
    let places = part.path.places.map { SIMD2($0.x.millimetres, $0.y.millimetres) - middle }
    let distances = places.map { ($0 * $0).sum().squareRoot() }
    let angles = places.map { isAcrossTop ? atan2($0.x, -$0.y) : atan2(-$0.x, $0.y) }
    nearest = distances.min() ?? 0
    farthest = distances.max() ?? 0
    first = angles.min() ?? 0
    last = angles.max() ?? 0
  }
}

@Suite struct RoundSealTests {
  /// 国 fills its square to the corners, as far as any character does.
  private func seal(
    _ count: Int,
    side: Int,
    purpose: String? = "劳动合同专用章",
    border: SealBorder = .single
  ) throws -> DrawnSeal {
    try drawSeal(
      SealDesign(
        kind: purpose.map { .special(purpose: $0) } ?? .company,
        name: String(repeating: "国", count: count),
        border: border,
        code: "220104001234567890",
        side: side
      ),
      fonts: try TestFonts.library()
    )
  }

  private func parts(_ seal: DrawnSeal, _ prefix: String) -> [DrawnSeal.Part] {
    seal.parts.filter { $0.name.hasPrefix(prefix) }
  }

  @Test(arguments: [36, 40, 42, 45])
  func namesOfFourToFortyCharactersStandApartInsideTheRing(_ side: Int) throws {
    for count in 4...40 {
      let seal = try seal(count, side: side)
      let ring = side < 42 ? 1.0 : 1.2
      let name = parts(seal, "name").map { Lie($0, of: seal, isAcrossTop: true) }
      #expect(name.count == count)
      for (one, next) in zip(name, name.dropFirst()) {
        #expect(one.last < next.first, "\(count) characters on \(side) mm")
      }
      #expect(name.allSatisfy { $0.farthest < Double(side) / 2 - ring }, "\(count) on \(side)")
      #expect(name.allSatisfy { $0.nearest > Double(side) / 6 }, "\(count) on \(side)")
    }
  }

  @Test(arguments: [36, 40, 45])
  func theCodeStandsBetweenTheEndsOfTheName(_ side: Int) throws {
    for count in [4, 16, 28, 40] {
      let seal = try seal(count, side: side)
      // From the bottom the end of the name lies to the right, its beginning to the left.
      let name = parts(seal, "name").map { Lie($0, of: seal, isAcrossTop: false) }
      let code = parts(seal, "code").map { Lie($0, of: seal, isAcrossTop: false) }
      #expect(code.count == 18)
      for (one, next) in zip(code, code.dropFirst()) { #expect(one.first > next.last) }
      let begin = try #require(name.first?.first)
      let end = try #require(name.last?.last)
      #expect(code.allSatisfy { $0.last < begin && $0.first > end }, "\(count) on \(side)")
    }
  }

  @Test(arguments: [36, 38, 45])
  func thePurposeStandsBelowTheStarWithinTheName(_ side: Int) throws {
    for (count, purpose) in [(4, "财务专用章"), (16, "劳动合同专用章"), (40, "人力资源管理部专用章")] {
      let seal = try seal(count, side: side, purpose: purpose)
      let star = try #require(parts(seal, "star").first?.path.bounds)
      let boxes = parts(seal, "purpose").compactMap(\.path.bounds)
      #expect(boxes.count == purpose.count)
      for (one, next) in zip(boxes, boxes.dropFirst()) { #expect(one.right < next.left) }
      #expect(boxes.allSatisfy { $0.top > star.bottom }, "\(count) on \(side)")
      let name = parts(seal, "name").map { Lie($0, of: seal, isAcrossTop: true).nearest }
      let line = parts(seal, "purpose").map { Lie($0, of: seal, isAcrossTop: true).farthest }
      #expect(try #require(line.max()) < #require(name.min()), "\(count) on \(side)")
    }
  }

  @Test(arguments: [36, 38, 45])
  func aFineLineStandsBetweenWhatItParts(_ side: Int) throws {
    for count in [4, 16, 28, 40] {
      for border in [SealBorder.double, .inner] {
        let seal = try seal(count, side: side, border: border)
        func lies(_ prefix: String) -> [Lie] {
          parts(seal, prefix).map { Lie($0, of: seal, isAcrossTop: true) }
        }
        let line = try #require(parts(seal, "line").first.map { Lie(cornersOf: $0, of: seal) })
        #expect(abs(line.farthest - line.nearest - 0.3) < 0.01)
        let (name, code) = (lies("name"), lies("code"))
        let middle = lies("star") + lies("purpose")
        if border == .double {
          let ring = try #require(parts(seal, "ring").first.map { Lie(cornersOf: $0, of: seal) })
          #expect(ring.nearest > line.farthest)
          #expect((name + code).allSatisfy { $0.farthest < line.nearest }, "\(count) on \(side)")
        } else {
          #expect((name + code).allSatisfy { $0.nearest > line.farthest }, "\(count) on \(side)")
        }
        let border = border == .double ? try #require(name.map(\.nearest).min()) : line.nearest
        #expect(middle.allSatisfy { $0.farthest < border }, "\(count) on \(side)")
      }
    }
  }

  @Test func theSameDesignGivesTheSameContours() throws {
    #expect(try seal(16, side: 40) == seal(16, side: 40))
  }

  @Test func aSealOfALimitedCompany() throws {
    let design = SealDesign(
      kind: .special(purpose: "合同专用章"),
      name: "长春示例精密制造有限公司",
      code: "2201040012345"
    )
    try expectGolden(try drawSeal(design, fonts: try TestFonts.library()).dump, "contract-seal.txt")
  }

  @Test func withoutACodeItsPlaceStaysEmpty() throws {
    let design = SealDesign(kind: .company, name: "长春示例公司", hasStar: false)
    let seal = try drawSeal(design, fonts: try TestFonts.library())
    #expect(seal.parts.map(\.name) == ["ring"] + "长春示例公司".map { "name \($0)" })
  }

  @Test func aCharacterThatNoFontHasIsNamed() throws {
    let design = SealDesign(kind: .company, name: "长春\u{E000}示例公司")
    let failure = #expect(throws: SealFailure.self) {
      try drawSeal(design, fonts: try TestFonts.library())
    }
    #expect(try #require(failure).diagnostics[0].message.contains("U+E000"))
  }
}
