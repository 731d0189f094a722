import Geometry
import TestSupport
import Testing

@testable import Artworks

/// Path data as steps in millimetres, such as `M1,2 L3,4 Z`.
private func steps(_ data: String) throws -> String {
  try readPathData(data, line: 1).steps.map { step in
    switch step {
    case .move(let place): "M\(place)"
    case .line(let place): "L\(place)"
    case .curve(let first, let second, let place): "C\(first) \(second) \(place)"
    case .close: "Z"
    }
  }
  .joined(separator: " ")
}

@Test(
  arguments: [
    ("M1 2L3 4z", "M1,2 L3,4 Z"), ("m1 2 3 4 5 6", "M1,2 L4,6 L9,12"),
    ("M1,2,3,4", "M1,2 L3,4"),
    ("M1-2.5.5.5h3V9H0v-1", "M1,-2.5 L0.5,0.5 L3.5,0.5 L3.5,9 L0,9 L0,8"),
    ("M0 0 1e1 2E-1", "M0,0 L10,0.2"), ("M0 0h1v1zl2 2", "M0,0 L1,0 L1,1 Z M0,0 L2,2"),
    ("M0 0c1 2 3 4 5 6s4 3 5 0", "M0,0 C1,2 3,4 5,6 C7,8 9,9 10,6"),
    ("M0 0S3 4 5 6", "M0,0 C0,0 3,4 5,6"),
    ("M0 0Q3 3 6 0T12 0", "M0,0 C2,2 4,2 6,0 C8,-2 10,-2 12,0"),
    ("M0 0m5 5l1 1", "M0,0 M5,5 L6,6"), ("", ""),
  ]
)
func commandsAreReadAsTheStandardSays(_ data: String, _ expected: String) throws {
  #expect(try steps(data) == expected)
}

@Test(arguments: [
  "M1", "M1 2 L", "M0 0A1 1 0 2 0 2 2", "M0 0A1 1 0 0 0 2", "x", "M0 0 L1 1 ?", "M1e9 0",
  "M0 0L1 --2", "5 5",
])
func whatIsNoPathDataIsRefused(_ data: String) {
  #expect(throws: ArtworkFailure.self) { try readPathData(data, line: 7) }
}

/// The places of each arc lie on its ellipse, and it goes the way that its two choices say.
@Test(arguments: [
  ("M0 0A5 5 0 0 1 10 0", 5.0, 0.0, -5.0), ("M0 0A5 5 0 0 0 10 0", 5, 0, 5),
  ("M0 0a5 5 0 1110 0", 5, 0, -5), ("M0 5A5 5 0 1 1 5 10", 5, 5, 0),
  ("M0 5A5 5 0 0 0 5 10", 5, 5, 10),
  ("M0 5A5 5 0 1 0 5 10", 0, 10, 15), ("M0 0A1 1 0 0 1 10 0", 5, 0, -5),
])
func arcsAreDrawnAsTheStandardSays(_ data: String, _ x: Double, _ y: Double, _ far: Double) throws {
  let path = try readPathData(data, line: 1)
  var place = SIMD2<Double>.zero
  for step in path.steps {
    switch step {
    case .move(let start): place = [start.x.millimetres, start.y.millimetres]
    case .curve(let first, let second, let end):
      let bends = [first, second, end].map { SIMD2($0.x.millimetres, $0.y.millimetres) }
      for part in stride(from: 0.0, through: 1, by: 0.125) {
        let (rest, all) = (1 - part, [place] + bends)
        let weights = [
          rest * rest * rest, 3 * rest * rest * part, 3 * rest * part * part, part * part * part,
        ]
        let spot = zip(all, weights).reduce(SIMD2<Double>.zero) { $0 + $1.0 * $1.1 }
        let away = spot - SIMD2(x, y)
        #expect(abs((away * away).sum().squareRoot() - 5) < 0.002, "\(spot)")
      }
      place = bends[2]
    case .line, .close: Issue.record("an arc is made of curves")
    }
  }
  let bounds = try #require(path.bounds)
  let reach = far < y ? bounds.top : bounds.bottom
  #expect(abs(reach.millimetres - far) < 0.5, "\(bounds)")
}

/// Of an arc without an ellipse the chord is left, and an ellipse may be turned.
@Test func arcsMayBeFlatOrTurned() throws {
  #expect(try steps("M0 0A0 5 0 0 1 3 4") == "M0,0 C0,0 3,4 3,4")
  #expect(try steps("M1 1A5 5 0 0 1 1 1") == "M1,1")
  let turned = try readPathData("M0 -4A4 2 90 0 1 0 4", line: 1)
  let bounds = try #require(turned.bounds)
  #expect(abs(bounds.right.millimetres - 2) < 0.3, "\(bounds)")
}

@Test(arguments: 0..<200)
func noDataBringsTheReaderDown(_ seed: Int) {
  var random = SeededGenerator(seed: UInt64(seed))
  let letters = Array("MmLlHhVvCcSsQqTtZzAa0123456789.,-+eE \n?")
  let data = String((0..<60).map { _ in letters.randomElement(using: &random) ?? "M" })
  _ = try? readPathData(data, line: 1)
}
