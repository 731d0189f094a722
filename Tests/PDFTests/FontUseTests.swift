import Geometry
import Pages
import Testing

@testable import PDF

@Suite struct FontUseTests {
  private func use(showing glyphs: GlyphID...) -> FontUse {
    var use = FontUse()
    for glyph in glyphs { use.show(glyph) { 500 } }
    return use
  }

  private func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  @Test("shown glyphs come in rising order, each measured once")
  func shown() {
    var (use, asked) = (FontUse(), 0)
    for glyph: GlyphID in [65_535, 3, 700, 3] {
      use.show(glyph) {
        asked += 1
        return Double(glyph)
      }
    }
    #expect(use.shown == [3, 700, 65_535])
    #expect(asked == 3)
    #expect(use.advance(of: 700) == 700)
  }

  @Test("the first text wins, and only the same text agrees with it")
  func firstWins() {
    var use = use(showing: 9)
    let agreed = ["一", "一", "\u{2F00}", "一一"].map { use.claim(bytes($0), for: 9) }
    #expect(agreed == [true, true, false, false])
    #expect(use.text(of: 9) == "一")
  }

  @Test(
    "a scalar of any width comes back",
    arguments: ["a", "\u{7F}", "é", "\u{7FF}", "\u{800}", "名", "\u{FFFD}", "𠮷", "\u{10FFFF}"]
  )
  func scalars(text: String) {
    var use = use(showing: 1)
    let agreed = use.claim(bytes(text), for: 1)
    #expect(agreed)
    #expect(use.text(of: 1) == text)
  }

  @Test("a run of one character a glyph is learnt at once, and known from then on")
  func learnt() {
    var use = FontUse()
    let run = GlyphRun.fake([(1, "张"), (2, "a"), (1, "张"), (3, "𠮷")])
    #expect(use.advance(of: 1, shownFor: ("张" as Unicode.Scalar).value) == nil)
    let isLearnt = use.learn(run) { Double($0) }
    #expect(isLearnt)
    #expect(use.advance(of: 1, shownFor: ("张" as Unicode.Scalar).value) == 1)
    #expect(use.shown == [1, 2, 3])
    #expect([1, 2, 3].map(use.text) == ["张", "a", "𠮷"])
    #expect(use.advance(of: 3) == 3)
  }

  @Test(
    "a run is not learnt when a glyph stands for less or more, for what no CMap holds, or for another character",
    arguments: [
      [(3, "ffi")], [(0, "张")], [(2, "aa")], [(4, "\u{0}")], [(4, "\u{FEFF}")], [(4, "\u{FFFE}")],
      [(1, "张"), (2, "")], [(1, "张a"), (2, "")], [(1, "李")], [(5, "李"), (5, "张")],
    ] as [[(GlyphID, String)]]
  )
  func strange(glyphs: [(GlyphID, String)]) {
    var use = use(showing: 1)
    _ = use.claim(bytes("张"), for: 1)
    let isLearnt = use.learn(.fake(glyphs)) { _ in 500 }
    #expect(!isLearnt)
    #expect(use.text(of: 1) == "张")
  }

  @Test("a glyph is known when it has been shown for that one character")
  func known() {
    var use = use(showing: 1, 2, 3, 4)
    for (glyph, text) in [(1, "张"), (2, "a"), (3, "ffi")] {
      _ = use.claim(bytes(text), for: GlyphID(glyph))
    }
    #expect(use.advance(of: 1, shownFor: ("张" as Unicode.Scalar).value) == 500)
    #expect(use.advance(of: 2, shownFor: ("a" as Unicode.Scalar).value) == 500)
    let strange: [(GlyphID, Unicode.Scalar)] = [
      (1, "李"), (3, "f"), (4, "张"), (9, "张"), (0, "张"), (4, "\u{0}"),
    ]
    for (glyph, scalar) in strange {
      #expect(use.advance(of: glyph, shownFor: scalar.value) == nil, "\(glyph) \(scalar)")
    }
  }

  @Test("twins that strings call equal are two texts")
  func twins() {
    var use = use(showing: 1)
    let agreed = ["\u{9818}", "\u{F9B4}"].map { use.claim(bytes($0), for: 1) }
    #expect(agreed == [true, false])
  }

  @Test("texts of several scalars are told apart by their bytes")
  func longTexts() {
    var use = use(showing: 1, 2, 3)
    let texts = [(1, "ffi"), (2, "葛\u{E0100}"), (3, "ffi"), (2, "葛\u{E0101}")]
    let agreed = texts.map { use.claim(bytes($1), for: GlyphID($0)) }
    #expect(agreed == [true, true, true, false])
    #expect(use.text(of: 1) == "ffi")
    #expect(use.text(of: 2) == "葛\u{E0100}")
    #expect(use.text(of: 3) == "ffi")
  }

  @Test(
    "what a CMap must not hold is never claimed",
    arguments: ["", "\0", "\u{FEFF}", "\u{FFFE}"]
  )
  func forbidden(text: String) {
    var use = use(showing: 1)
    let agreed = use.claim(bytes(text), for: 1)
    use.note(bytes(text), forClusterWith: 1)
    #expect(!agreed)
    #expect(use.text(of: 1) == "\u{200B}")
  }

  @Test("a text longer than a CMap's strings is left to the page")
  func longest() {
    var use = use(showing: 1)
    let agreed = use.claim(bytes("a" + String(repeating: "\u{301}", count: 200)), for: 1)
    #expect(!agreed)
  }

  @Test("a cluster's text serves glyphs that never stand alone, and yields to one that does")
  func clusterText() {
    var use = use(showing: 1, 2)
    use.note(bytes("a\u{301}"), forClusterWith: 1)
    use.note(bytes("a\u{301}"), forClusterWith: 2)
    #expect(use.text(of: 2) == "a\u{301}")
    let agreed = use.claim(bytes("a"), for: 1)
    #expect(agreed)
    #expect(use.text(of: 1) == "a")
  }

  @Test("a font that showed nothing is not among the fonts")
  func fonts() {
    var uses = FontUses()
    uses.update(FontID(index: 3)) { $0.show(5) { 500 } }
    #expect(uses.fonts == [FontID(index: 3)])
    #expect(uses[FontID(index: 3)].shown == [5])
    #expect(uses[FontID(index: 7)].shown == [])
  }
}
