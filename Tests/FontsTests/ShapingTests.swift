import Diagnostics
import Fonts
import Pages
import Styling
import TestSupport
import Testing

@Suite struct ShapingTests {
  let library: FontLibrary

  init() throws {
    library = try TestFonts.library()
  }

  private func shape(_ text: String, _ family: FontFamily = .song) throws -> [ShapedRun] {
    try library.shape(text, family: family, weight: .regular)
  }

  /// Returns the runs as `NotoSerifCJKsc-Regular 0:1000 3:1000`: text offsets and advances in thousandths.
  private func dump(_ text: String, _ family: FontFamily = .song) throws -> [String] {
    try shape(text, family).map { run in
      let name = try library.embed([], of: run.font).postScriptName
      let glyphs = run.glyphs.map { "\($0.textOffset):\($0.advance / 1000)" }
      return ([name] + glyphs).joined(separator: " ")
    }
  }

  private func advances(_ text: String) throws -> [Int] {
    try shape(text).flatMap(\.glyphs).map { $0.advance / 1000 }
  }

  @Test func hanCharactersAndTheirPunctuationAreOneEmWide() throws {
    let text = "吉林省，（甲方）“长春”‘市’《》；：？！……、。—％①　"
    #expect(try advances(text) == Array(repeating: 1000, count: text.unicodeScalars.count))
  }

  @Test func aLineThatBeginsWithALatinWordKeepsItsChinesePunctuation() throws {
    let dashes = try shape("A——").flatMap(\.glyphs).filter { $0.textOffset == 1 }
    #expect(dashes.reduce(0) { $0 + $1.advance } == 2_000_000)
    #expect(try advances("José“长”").suffix(3) == [1000, 1000, 1000])
  }

  @Test func latinLettersAreProportionalAndStayInTheChineseFace() throws {
    let runs = try dump("José 2026")
    #expect(
      runs == [
        "NotoSerifCJKsc-Regular 0:377 1:596 2:473 3:546 5:256 6:558 7:557 8:558 9:558"
      ]
    )
  }

  @Test func aBaseAndItsAccentBecomeOneGlyphWhereTheFaceHasIt() throws {
    #expect(
      try shape("e\u{301}").flatMap(\.glyphs).map(\.id) == shape("é").flatMap(\.glyphs).map(\.id)
    )
  }

  @Test func equalStringsSpeltDifferentlyAreShapedEachByItself() throws {
    #expect(try shape("éx").flatMap(\.glyphs).map(\.textOffset) == [0, 2])
    #expect(try shape("e\u{301}x").flatMap(\.glyphs).map(\.textOffset) == [0, 3])
    let (unified, compatible) = ("\u{8F2A}", "\u{F9D7}")
    #expect(unified == compatible, "Swift takes canonical equivalents for the same string")
    #expect(try shape(unified).flatMap(\.glyphs) != shape(compatible).flatMap(\.glyphs))
  }

  @Test func aNameWithAMiddleDotStaysInOneRun() throws {
    let runs = try shape("阿依古丽·买买提")
    #expect(runs.count == 1)
    #expect(runs[0].glyphs.map(\.textOffset) == [0, 3, 6, 9, 12, 14, 17, 20])
  }

  @Test(arguments: ["𬭼", "㛃", "䶮", "𠮷", "𪚥", "𫝀", "𬺡"])
  func aRareCharacterFindsAFaceInEveryFamily(character: String) throws {
    for family in [FontFamily.song, .hei, .kai, .fang] {
      for weight in FontWeight.allCases {
        let runs = try library.shape(character, family: family, weight: weight)
        #expect(runs.flatMap(\.glyphs).count == 1)
      }
    }
  }

  @Test func onlyTheClustersThatAFaceLacksGoToTheNext() throws {
    let kai = try dump("李\u{2A6B2}\u{2A6B2}明\u{20010}", .kai)
    #expect(
      kai == [
        "LXGWWenKai-Regular 0:1000",
        "NotoSerifCJKsc-Regular 3:1000 7:1000",
        "LXGWWenKai-Regular 11:1000",
        "HanaMinB 14:1000",
      ]
    )
  }

  @Test func aFamilyThatThePlanLacksIsShownByTheFallback() throws {
    #expect(try dump("张", FontFamily("小标宋")) == ["NotoSerifCJKsc-Regular 0:1000"])
  }

  @Test func aVariationSequenceStaysWhole() throws {
    let text = "葛\u{E0100}城"
    #expect(try shape(text).flatMap(\.glyphs).map(\.textOffset) == [0, 7])
    #expect(try shape("\u{2A6B2}\u{E0100}", .kai).flatMap(\.glyphs).map(\.textOffset) == [0])
  }

  @Test func ignorableCharactersLeaveNoGlyphAndAreNotMissing() throws {
    let glyphs = try shape("\u{FEFF}张\u{200B}三\u{200D}\u{2060}").flatMap(\.glyphs)
    #expect(glyphs.map(\.textOffset) == [0, 9])
    #expect(try shape("\u{FEFF}\u{200D}").isEmpty)
    #expect(try shape("𪚥\u{200D}张").flatMap(\.glyphs).map(\.textOffset) == [0, 7])
  }

  @Test func tabsAndNoBreakSpacesAreSpaces() throws {
    let space = try shape("a b")
    #expect(try shape("a\tb") == space)
    #expect(try shape("a\u{A0}b").flatMap(\.glyphs).map(\.id) == space.flatMap(\.glyphs).map(\.id))
  }

  @Test func emptyTextHasNoRuns() throws {
    #expect(try shape("").isEmpty)
  }

  @Test func everyMissingCharacterIsNamedWithItsPlace() throws {
    let error = #expect(throws: MissingGlyphs.self) {
      try library.shape("张\u{E000}三\u{10FFFD}\u{E000}", family: .kai, weight: .regular)
    }
    #expect(error?.missing.map(\.codePoints) == ["U+E000", "U+10FFFD", "U+E000"])
    #expect(error?.missing.map(\.textOffset) == [3, 9, 13])
    #expect(error?.family == .kai)
    #expect(
      error?.fontsTried == [
        "LXGW WenKai", "Noto Serif CJK SC", "Noto Sans CJK SC", "HanaMinA Regular",
        "HanaMinB Regular",
      ]
    )
  }

  @Test func aFontThatIsThereForTheCharacterIsAdvised() throws {
    let absent = FontCandidate(["Keine"], package: "fonts-keine", covers: [0x30000...0x323AF])
    let bare = FontCandidate(["Nackt"], covers: [0x30000...0x323AF])
    let present = FontCandidate(["HanaMinA"], covers: [0x30000...0x323AF])
    var plan = TestFonts.plan
    plan.fallback += [absent, bare, present]
    let library = try FontLibrary(plan: plan, files: TestFonts.files)
    let error = #expect(throws: MissingGlyphs.self) {
      try library.shape("\u{31353}", family: .song, weight: .regular)
    }
    #expect(error?.remedies == [absent, bare])
    let advice = error?.remedies.advice.description ?? ""
    #expect(advice.hasPrefix("请安装Keine（sudo apt install fonts-keine），还缺的再装Nackt（"), "\(advice)")
    let other = #expect(throws: MissingGlyphs.self) {
      try library.shape("\u{E000}", family: .song, weight: .regular)
    }
    #expect(other?.remedies == [])
    #expect(other?.remedies.advice.description.contains("fonts/local") == true)
  }

  /// Debian's BabelStone Han has some 5,300 characters of Extensions G and H.
  @Test(.enabled(if: TestFonts.files.contains { $0.hasSuffix("/BabelStoneHan.ttf") }))
  func charactersOfPlaneThreeAreShownWhereDebiansFontIsThere() throws {
    var plan = TestFonts.plan
    plan.fallback.append(FontCandidate(["BabelStone Han"]))
    let library = try FontLibrary(plan: plan, files: TestFonts.files)
    for text in ["\u{30000}", "\u{31350}"] {
      let runs = try library.shape(text, family: .song, weight: .regular)
      #expect(runs.flatMap(\.glyphs).count == 1)
    }
  }

  @Test func onlyTheMissingPartOfAClusterIsNamed() throws {
    let error = #expect(throws: MissingGlyphs.self) {
      try library.shape("a\u{1DFF}", family: .song, weight: .regular)
    }
    #expect(error?.missing == [.init(text: "\u{1DFF}", textOffset: 1)])
  }

  @Test func aMissingCharacterSaysItselfInChinese() throws {
    let error = MissingGlyphs(
      missing: [.init(text: "\u{E000}", textOffset: 0)],
      family: .song,
      fontsTried: ["Noto Serif CJK SC"]
    )
    #expect(error.description == "字库缺字：\u{E000}（U+E000）；已试字体：Noto Serif CJK SC")
  }

  @Test func withoutAnyFaceEveryCharacterIsMissing() throws {
    let bare = try FontLibrary(plan: TestFonts.plan, files: [])
    let error = #expect(throws: MissingGlyphs.self) {
      try bare.shape("张三", family: .song, weight: .regular)
    }
    #expect(error?.missing.map(\.text) == ["张", "三"])
    #expect(error?.fontsTried == [])
    #expect(bare.metrics(of: .song, weight: .regular).ascent == 880_000)
  }

  @Test func aScriptOfItsOwnIsShapedByItsOwnRules() throws {
    let plan = FontPlan(
      families: [.song: [FontCandidate(["Noto Serif CJK SC"]), FontCandidate(["DejaVu Sans"])]])
    let library = try FontLibrary(plan: plan, files: TestFonts.files)
    let alone = try library.shape("شكر", family: .song, weight: .regular)[0].glyphs.map(\.id)
    let mixed = try library.shape("张 شكر 三", family: .song, weight: .regular)
    #expect(mixed.map(\.font.index) == [0, 1, 0])
    // The space behind the word stays with it.
    #expect(mixed[1].glyphs.dropLast().map(\.id) == alone)
    let letters = try "شكر".unicodeScalars.flatMap { letter in
      try library.shape(String(letter), family: .song, weight: .regular)[0].glyphs.map(\.id)
    }
    #expect(letters != alone, "letters within a word take joined forms")
  }

  @Test func metricsAreTheEmBoxOfTheFirstFace() {
    #expect(
      library.metrics(of: .song, weight: .regular) == FontMetrics(ascent: 880_000, descent: 120_000)
    )
  }

  @Test func theNominalAdvanceIsInThousandths() throws {
    let run = try shape("张")[0]
    #expect(library.advance(of: run.glyphs[0].id, in: run.font) == 1000)
    #expect(library.advance(of: 65_535, in: run.font) == 0)
    #expect(library.advance(of: 1, in: FontID(index: 99)) == 0)
  }
}
