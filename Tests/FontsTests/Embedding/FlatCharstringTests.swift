import Testing

@testable import Fonts

@Suite struct FlatCharstringTests {
  /// A table that holds `global` and `local` subroutines and then a charstring, which comes back flat.
  private func flat(
    _ charstring: [UInt8],
    global: [[UInt8]] = [],
    local: [[UInt8]] = []
  ) throws -> [UInt8] {
    var table = FontBytes()
    table.append(index: global)
    let localStart = table.count
    table.append(index: local)
    let start = table.count
    table.append(charstring)
    let bytes = table.bytes
    let span = bytes.span
    guard let globals = CFFIndex(at: 0, of: span), let locals = CFFIndex(at: localStart, of: span)
    else { throw FlatCharstring.Obstacle() }
    let subroutines = FlatCharstring.Subroutines(global: globals, local: locals)
    return try FlatCharstring(start..<bytes.count, of: span, subroutines).bytes
  }

  /// The one-byte number `value`, from -107 to 107 (TN #5177 §3.2).
  private func number(_ value: Int) -> UInt8 { UInt8(value + 139) }

  @Test func whatDrawsIsTakenOverAsItStands() throws {
    let numbers: [UInt8] = [28, 1, 0, 247, 0, 251, 0, 255, 0, 1, 128, 0]
    let glyph: [UInt8] = numbers + [21] + [number(1), number(2), 5, 12, 35, 14]
    #expect(try flat(glyph) == glyph)
  }

  @Test func stemsGoAndTheWidthBeforeThemStays() throws {
    let stems = [number(1), number(2), number(3), number(4)]
    let rest: [UInt8] = [number(9), 22, 14]
    for stem: UInt8 in [1, 3, 18, 23] {
      #expect(try flat(stems + [stem] + rest) == rest)
      #expect(try flat([number(50)] + stems + [stem] + rest) == [number(50)] + rest)
    }
  }

  @Test func masksGoWithTheBytesThatTheirStemsNeed() throws {
    let stems = (0..<18).map { number($0) }
    // Nine stems need a mask of two bytes, whatever they look like.
    let glyph = stems + [18, 19, 14, 14, number(5), 4, 20, 21, 21, 14]
    #expect(try flat(glyph) == [number(5), 4, 14])
    // Stems before a mask need no operator, and the width may stand before them.
    let implied = [number(50)] + stems + [19, 14, 14, number(5), 4, 14]
    #expect(try flat(implied) == [number(50), number(5), 4, 14])
  }

  @Test func aNumberBehindTheStemsIsNoWidth() throws {
    let glyph = [number(1), number(2), 1, number(7), 4, number(1), number(2), number(3), 3, 14]
    #expect(try flat(glyph) == [number(7), 4, 14])
  }

  @Test func subroutinesAreWrittenOutWithinOneAnother() throws {
    let global: [[UInt8]] = [[number(1), number(2), 5, 11]]
    let local: [[UInt8]] = [[number(3)], [number(-107), 29, number(-107), 10, 7, 14]]
    let glyph = [number(4), 4, number(-106), 10, number(9)]
    #expect(
      try flat(glyph, global: global, local: local)
        == [number(4), 4, number(1), number(2), 5, number(3), 7, 14]
    )
  }

  @Test func subroutineNumbersDependOnHowManyThereAre() throws {
    let many = [[UInt8]](repeating: [11], count: 1239) + [[number(1), 4, 14]]
    // The bias is 1131 from 1240 subroutines on, so number 108 calls subroutine 1239 (TN #5177 §4.7).
    #expect(try flat([247, 0, 10], local: many) == [number(1), 4, 14])
  }

  /// The number of a subroutine may be spelt in each of the four ways in which whole numbers are (TN #5177 §3.2).
  @Test(
    arguments: [
      ([UInt8(139 + 100)], 207), ([247, 92], 307), ([251, 92], -93), ([28, 0xFF, 0x95], 0),
      ([255, 0xFF, 0x95, 0, 0], 0),
    ] as [([UInt8], Int)]
  )
  func subroutinesAreCalledByNumbersOfEverySize(_ spelling: [UInt8], _ called: Int) throws {
    let count = max(called, 0) + 1
    let local = (0..<count).map { [number($0 % 200 - 100), 22, UInt8(11)] }
    guard called >= 0 else {
      #expect(throws: FlatCharstring.Obstacle.self) { try flat(spelling + [10], local: local) }
      return
    }
    let glyph = [number(7)] + spelling + [10, 14]
    #expect(try flat(glyph, local: local) == [number(7), number(called % 200 - 100), 22, 14])
  }

  @Test func asManyOperandsAreTakenAsMayStandAndNoMore() throws {
    let most = [UInt8](repeating: number(1), count: 48)
    #expect(try flat(most + [5, 14]) == most + [5, 14])
    #expect(throws: FlatCharstring.Obstacle.self) { try flat(most + [number(1), 5, 14]) }
    // Those that a subroutine leaves behind count as well.
    #expect(throws: FlatCharstring.Obstacle.self) {
      try flat(
        most.dropLast(2) + [number(-107), 10, 5, 14],
        local: [[number(1), number(1), number(1)]]
      )
    }
  }

  @Test func aGlyphThatEndsWithItsDataIsEnded() throws {
    #expect(try flat([number(5), 4]) == [number(5), 4, 14])
    #expect(try flat([]) == [14])
  }

  @Test func damagedAndComputedGlyphsAreRefused() {
    let refused: [[UInt8]] = [
      [28, 1], [255, 0, 0, 0], [10], [number(0), 10], [0], [2, 14], [12], [12, 10, 14],
      [number(1), number(2), number(3), number(4), 14],
      [UInt8](repeating: 139, count: 49) + [5],
    ]
    for glyph in refused {
      #expect(throws: FlatCharstring.Obstacle.self, "\(glyph)") { try flat(glyph) }
    }
  }

  @Test func aSubroutineThatCallsItselfIsRefused() {
    #expect(throws: FlatCharstring.Obstacle.self) {
      try flat([number(-107), 10], local: [[number(-107), 10]])
    }
  }
}
