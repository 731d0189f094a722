import Diagnostics
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Seals

/// The places of a part around the middle of its seal, in millimetres.
private func places(_ part: DrawnSeal.Part, of seal: DrawnSeal) -> [SIMD2<Double>] {
  let middle = SIMD2(seal.size.width.millimetres, seal.size.height.millimetres) / 2
  return part.path.places.map { SIMD2($0.x.millimetres, $0.y.millimetres) - middle }
}

/// A character, and a circle around it.
private struct Ink {
  let places: [SIMD2<Double>]
  let middle: SIMD2<Double>
  let radius: Double

  init(_ places: [SIMD2<Double>]) {
    let middle = places.reduce(.zero, +) / Double(max(1, places.count))
    (self.places, self.middle) = (places, middle)
    radius = places.map { ($0 - middle).length }.max() ?? 0
  }

  /// Whether a straight line separates both, looked for every two degrees from the line between their middles on.
  func isApart(from other: Ink) -> Bool {
    let way = other.middle - middle
    guard way.length < radius + other.radius else { return true }
    return (0..<180).contains { step in
      let angle = atan2(way.y, way.x) + Double(step) * .pi / 90
      let direction = SIMD2(cos(angle), sin(angle))
      let last = places.map { ($0 * direction).sum() }.max() ?? 0
      return last < other.places.map { ($0 * direction).sum() }.min() ?? 0
    }
  }
}

extension SIMD2<Double> {
  fileprivate var length: Double { (self * self).sum().squareRoot() }
}

@Suite struct EllipticSealTests {
  /// 国 fills its square to the corners, as far as any character does.
  private func seal(
    _ count: Int,
    _ kind: SealKind,
    border: SealBorder = .single,
    side: Int? = nil
  ) throws -> DrawnSeal {
    try drawSeal(
      SealDesign(
        kind: kind,
        name: String(repeating: "国", count: count),
        shape: .ellipse,
        border: border,
        number: kind == .invoice ? "91220102MA0Y00008L" : nil,
        code: "2201040012345",
        side: side
      ),
      fonts: try TestFonts.library()
    )
  }

  private func checkThatNothingTouches(_ seal: DrawnSeal, _ depth: Double, _ what: String) {
    let half = SIMD2(seal.size.width.millimetres, seal.size.height.millimetres) / 2
    let inside = half - depth
    let texts = seal.parts.filter { $0.name.contains(" ") }.map { Ink(places($0, of: seal)) }
    let reach = texts.flatMap(\.places).map { ($0 / inside).length }.max() ?? 0
    #expect(reach < 1, "\(what): over the ring")
    for (index, one) in texts.enumerated() {
      let near = texts[(index + 1)...].firstIndex { !one.isApart(from: $0) }
      #expect(near == nil, "\(what): parts \(index) and \(near ?? 0) touch")
    }
  }

  @Test(arguments: [4, 5, 8, 12, 16, 20, 25, 30, 35, 40])
  func namesOfFourToFortyCharactersStandApartInsideTheRing(_ count: Int) throws {
    let special = SealKind.special(purpose: "劳动合同专用章")
    for border in SealBorder.allCases {
      let seal = try seal(count, special, border: border)
      checkThatNothingTouches(seal, border.depth(ring: 1), "\(count), \(border.rawValue)")
    }
    checkThatNothingTouches(try seal(count, .company, side: 40), 1, "\(count) on 40 mm")
    checkThatNothingTouches(try seal(count, .invoice), 1, "\(count) on an invoice seal")
  }

  @Test func charactersAreSpacedEvenlyAlongTheCurve() {
    let arc = EllipticArc(axes: [18, 11])
    var (last, way) = (arc.outward(-30, around: .zero).origin, 0.0)
    // A thousand small chords between places that are handed out by the way along the curve.
    for step in 1...1000 {
      let next = arc.outward(-30 + Double(step) * 0.06, around: .zero).origin
      let chord = (next - last).length
      #expect(abs(chord - 0.06) < 0.0001, "step \(step)")
      way += chord
      last = next
    }
    #expect(abs(way - 60) < 0.01)
    let circle = EllipticArc(axes: [10, 10])
    #expect(abs(circle.half - 10 * .pi) < 0.0001 && circle.leastRadius == 10)
  }

  @Test func anInvoiceSealHasItsMeasures() throws {
    let seal = try seal(12, .invoice)
    #expect(seal.size == Size(width: .mm(40), height: .mm(30)))
    let numbers = seal.parts.filter { $0.name.hasPrefix("number") }.flatMap { places($0, of: seal) }
    #expect(seal.parts.filter { $0.name.hasPrefix("number") }.count == 18)
    let width = try #require(numbers.map(\.x).max()) - #require(numbers.map(\.x).min())
    let height = try #require(numbers.map(\.y).max()) - #require(numbers.map(\.y).min())
    #expect((24...26).contains(width) && (3.5...4.1).contains(height), "\(width) × \(height)")
    let purpose = seal.parts.filter { $0.name.hasPrefix("purpose") }
    #expect(purpose.map { $0.name.last } == Array("发票专用章"))
    let tops = purpose.flatMap { places($0, of: seal) }.map(\.y)
    #expect(try #require(tops.min()) > 4.1 && #require(tops.max()) < 9.2)
  }

  @Test func noEllipseHasAStar() throws {
    #expect(try !seal(8, .company).parts.contains { $0.name == "star" })
  }

  @Test func aForeignInvestedEmployersSeal() throws {
    let design = SealDesign(
      kind: .special(purpose: "合同专用章"),
      name: "长春示例（中国）汽车零部件有限公司",
      shape: .ellipse,
      border: .double
    )
    try expectGolden(try drawSeal(design, fonts: try TestFonts.library()).dump, "ellipse-seal.txt")
  }

  @Test func invoiceSealsAreOvalWithANumberAndPersonalOnesNever() {
    let name = "长春示例公司"
    func codes(_ design: SealDesign) -> [String] { design.problems.map(\.code) }
    #expect(SealDesign(kind: .invoice, name: name).shape == .ellipse)
    #expect(codes(SealDesign(kind: .invoice, name: name)) == ["seal.shape"])
    #expect(codes(SealDesign(kind: .invoice, name: name, number: "1")) == [])
    #expect(codes(SealDesign(kind: .invoice, name: name, number: "1", side: 45)) == ["seal.side"])
    #expect(codes(SealDesign(kind: .personal, name: "赵示例", shape: .ellipse)) == ["seal.shape"])
    let small = SealDesign(kind: .company, name: name, shape: .ellipse, side: 36)
    #expect(codes(small) == ["seal.side"])
  }
}
