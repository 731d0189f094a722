import Diagnostics
import Fonts
import Pages
import Styling
import TestSupport
import Testing

/// What a plan asks for, and what is said of it.
@Suite struct PlanTests {
  private static let wenKai = FontCandidate(["LXGW WenKai"], package: "fonts-lxgw-wenkai")
  private static let serif = FontCandidate(["Noto Serif CJK SC"], package: "fonts-noto-cjk")

  private func library(
    _ families: [FontFamily: [FontCandidate]],
    fallback: [FontCandidate] = [],
    files: [String] = TestFonts.files
  ) throws -> FontLibrary {
    try FontLibrary(plan: FontPlan(families: families, fallback: fallback), files: files)
  }

  private func names(_ library: FontLibrary, _ text: String, _ family: FontFamily) throws
    -> [String]
  {
    try library.shape(text, family: family, weight: .regular).map { run in
      try library.embed([], of: run.font).postScriptName
    }
  }

  // MARK: Choice

  @Test func aCandidatesNamesAreTriedInTheirOrder() throws {
    let first = try library([.song: [FontCandidate(["无此字体", "LXGW WenKai", "Noto Serif CJK SC"])]])
    #expect(try names(first, "张", .song) == ["LXGWWenKai-Regular"])
    let second = try library([.song: [FontCandidate(["Noto Serif CJK SC", "LXGW WenKai"])]])
    #expect(try names(second, "张", .song) == ["NotoSerifCJKsc-Regular"])
  }

  @Test func everyInstalledCandidateIsTriedBeforeTheFallback() throws {
    let library = try library(
      [.song: [Self.wenKai, FontCandidate(["Noto Sans CJK SC"])]],
      fallback: [Self.serif]
    )
    // LXGW WenKai lacks the character; both Noto faces have it.
    #expect(try names(library, "\u{2A6B2}", .song) == ["NotoSansCJKsc-Regular"])
  }

  @Test func aFaceOfTheFamilyIsNotTriedTwice() throws {
    let library = try library([.song: [Self.serif]], fallback: [Self.serif, Self.wenKai])
    let error = #expect(throws: MissingGlyphs.self) {
      try library.shape("\u{E000}", family: .song, weight: .regular)
    }
    #expect(error?.fontsTried == ["Noto Serif CJK SC", "LXGW WenKai"])
  }

  @Test func theSameFaceHasOneNumberInAllFamilies() throws {
    let library = try library([.song: [Self.serif], .hei: [Self.serif], .kai: [Self.wenKai]])
    let fonts = try [FontFamily.song, .hei].map { family in
      try library.shape("张", family: family, weight: .regular)[0].font
    }
    #expect(Set(fonts).count == 1)
  }

  @Test func numbersOfFacesDependOnThePlanAlone() throws {
    let text = "张三"
    func numbers(_ order: [FontFamily]) throws -> [FontID] {
      let library = try library([
        .song: [Self.serif], .kai: [Self.wenKai], .hei: [FontCandidate(["Noto Sans CJK SC"])],
      ])
      var found: [FontFamily: FontID] = [:]
      for family in order {
        found[family] = try library.shape(text, family: family, weight: .regular)[0].font
      }
      return [FontFamily.song, .kai, .hei].compactMap { found[$0] }
    }
    #expect(try numbers([.song, .kai, .hei]) == numbers([.hei, .kai, .song]))
  }

  @Test func spacesAroundANameDoNotMatter() throws {
    let library = try library([.song: [FontCandidate(["  lxgw WENKAI "])]])
    #expect(try names(library, "张", .song) == ["LXGWWenKai-Regular"])
  }

  @Test func aFileServesUnderItsName() throws {
    let fixture = try FontFixture()
    let source = try FontFixture.installed("LXGWWenKai-Regular.ttf")
    let path = try fixture.write(FontFixture.smallFont(from: source, of: "张"), as: "单位自备.ttf")
    let library = try library([.song: [FontCandidate(["单位自备.ttf"])]], files: [path])
    #expect(try names(library, "张", .song) == ["LXGWWenKai-Regular"])
  }

  // MARK: Weights

  @Test(arguments: [(0, 400), (4, 400), (7, 700), (300, 300), (700, 700)])
  func oldWeightClassesAreMended(value: Int, weight: Int) throws {
    let fixture = try FontFixture()
    let source = try FontFixture.installed("LXGWWenKai-Regular.ttf")
    let small = try FontFixture.smallFont(from: source, of: "张")
    let path = try fixture.write(FontFixture.patch(small, "OS/2", at: 4, to: value), as: "own.ttf")
    let library = try library([.song: [FontCandidate(["own.ttf"])]], files: [path])
    let bold = try #require(library.findings.first { $0.weight == .bold })
    #expect((bold.kind == .found) == (weight >= 600), "\(value)")
  }

  @Test func theFaceNearestToTheWeightIsTaken() throws {
    // Light 300, Regular 400, Bold 700 bear one family name among others.
    let library = try library([.kai: [Self.wenKai]])
    let faces = library.findings.filter { $0.family == .kai }.compactMap(\.file)
    #expect(
      faces.map { $0.split(separator: "/").last } == [
        "LXGWWenKai-Regular.ttf", "LXGWWenKai-Bold.ttf",
      ]
    )
  }

  // MARK: Findings

  @Test func findingsNameFamilyWeightFaceAndFile() throws {
    let finding = try #require(library([.song: [Self.serif]]).findings.first)
    #expect(finding.kind == .found && finding.severity == .note)
    #expect(finding.family == .song && finding.weight == .regular)
    #expect(finding.face == "Noto Serif CJK SC")
    #expect(finding.file?.hasSuffix("NotoSerifCJK-Regular.ttc") == true)
    #expect(finding.faceIndex == 2)
    #expect(finding.advice == nil)
  }

  @Test func findingsComeInTheOrderOfFamiliesAndWeights() throws {
    let findings = try TestFonts.library().findings
    let families = findings.compactMap { $0.family?.name }
    #expect(families == families.sorted())
    let weights = findings.filter { $0.family == .song }.compactMap(\.weight)
    #expect(weights == [.regular, .bold])
    let fallback = findings.filter { $0.family == nil && $0.kind != .unusable }
    #expect(fallback.allSatisfy { "\($0.message)".hasPrefix("后备字体 ") })
    #expect(fallback.count == 4)
  }

  @Test func anInstalledButForbiddenFaceIsToldBesideItsReplacement() throws {
    let fixture = try FontFixture()
    let source = try FontFixture.installed("LXGWWenKai-Regular.ttf")
    let small = try FontFixture.smallFont(from: source, of: "张")
    let path = try fixture.write(FontFixture.patch(small, "OS/2", at: 8, to: 2), as: "own.ttf")
    let files = [path, try FontFixture.installed("NotoSerifCJK-Regular.ttc")]
    let library = try library([.song: [FontCandidate(["own.ttf"]), Self.serif]], files: files)
    let regular = library.findings.filter { $0.family == .song && $0.weight == .regular }
    #expect(regular.map(\.kind) == [.restricted, .found])
    #expect(regular[0].message == "LXGW WenKai 不能采用：字体许可禁止嵌入文档（fsType 2）")
    #expect(regular[0].severity == .warning)
    #expect(try names(library, "张", .song) == ["NotoSerifCJKsc-Regular"])
  }

  @Test func packagesOfAllCandidatesAreOffered() throws {
    let library = try library(
      [
        .song: [
          FontCandidate(["甲"], package: "fonts-a"), FontCandidate(["乙"]),
          FontCandidate(["丙"], package: "fonts-c"),
        ]
      ]
    )
    #expect(library.findings.first?.advice == "可执行 sudo apt install fonts-a 或 fonts-c")
    let bare = try self.library([.song: [FontCandidate(["甲"])]])
    #expect(bare.findings.first?.advice == nil)
  }

  @Test func everyFindingIsAChineseSentenceWithoutAFullStop() throws {
    let library = try library(
      [
        .song: [FontCandidate(["甲"], package: "fonts-a")], .kai: [Self.wenKai],
        .hei: [FontCandidate(["HanaMinA"])],
      ],
      fallback: [FontCandidate(["乙"]), Self.serif],
      files: TestFonts.files + ["/nonexistent.ttf"]
    )
    for finding in library.findings {
      #expect(
        finding.message.description.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      )
      #expect(!finding.message.description.hasSuffix("。"))
    }
    #expect(Set(library.findings.map(\.kind)) == [.found, .boldAbsent, .missing, .unusable])
  }

  @Test func failuresExplainThemselvesInChinese() {
    let failures: [(FontFailure, String)] = [
      (.planNamesNoFamily, "字体清单没有列出任何字体族"),
      (.unknownFont(FontID(index: 3)), "字体编号 3 不存在"),
      (.unusableFile("a.ttf", face: 1, reason: "文件已损坏"), "字体文件 a.ttf（第 1 个字面）不可用：文件已损坏"),
      (.glyphOutOfRange(9, file: "a.ttf"), "字体文件 a.ttf 没有第 9 号字形"),
      (.subsetFailed(file: "a.ttf", face: 0), "字体文件 a.ttf（第 0 个字面）不能取子集"),
    ]
    for (failure, text) in failures { #expect(failure.description == text) }
  }

  @Test(arguments: [
    ("A", "U+0041"), ("张", "U+5F20"), ("𬭼", "U+2CB7C"), ("\u{10FFFD}", "U+10FFFD"),
    ("葛\u{E0100}", "U+845B U+E0100"), ("", ""),
  ])
  func codePointsAreWrittenInTheStandardForm(text: String, points: String) {
    #expect(MissingGlyphs.Character(text: text, textOffset: 0).codePoints == points)
  }

  @Test func missingCharactersAreAllInOneSentence() {
    let error = MissingGlyphs(
      missing: [.init(text: "𬭼", textOffset: 0), .init(text: "㛃", textOffset: 4)],
      family: .song,
      fontsTried: []
    )
    #expect(error.description == "字库缺字：𬭼（U+2CB7C）、㛃（U+36C3）；没有可用的字体")
  }
}

/// How faces measure and describe themselves.
@Suite struct FaceDescriptionTests {
  /// Looks at a library of one font file, which is there as long as `look` runs.
  private func own<Result>(_ font: [UInt8], _ look: (FontLibrary) throws -> Result) throws -> Result
  {
    let fixture = try FontFixture()
    let path = try fixture.write(font, as: "own.ttf")
    let plan = FontPlan(families: [.song: [FontCandidate(["own.ttf"])]])
    // Faces are opened when they are first asked for.
    return try withExtendedLifetime(fixture) {
      try look(FontLibrary(plan: plan, files: [path]))
    }
  }

  private func metrics(_ font: [UInt8]) throws -> FontMetrics {
    try own(font) { $0.metrics(of: .song, weight: .regular) }
  }

  private func embedded(_ font: [UInt8]) throws -> EmbeddedFont {
    try own(font) { try $0.embed([], of: FontID(index: 0)) }
  }

  private func small() throws -> [UInt8] {
    try FontFixture.smallFont(from: FontFixture.installed("LXGWWenKai-Regular.ttf"), of: "张x")
  }

  @Test func theEmBoxComesFromTheTypographicMetrics() throws {
    var font = try FontFixture.patch(small(), "OS/2", at: 68, to: 700)
    font = try FontFixture.patch(font, "OS/2", at: 70, to: 0x1_0000 - 300)
    #expect(
      try metrics(font) == FontMetrics(ascent: 700_000, descent: 300_000)
    )
    let embedded = try embedded(font)
    #expect([embedded.ascent, embedded.descent] == [700, -300])
  }

  @Test func senselessTypographicMetricsGiveWayToTheLineMetrics() throws {
    var font = try FontFixture.patch(small(), "OS/2", at: 68, to: 0)
    font = try FontFixture.patch(font, "OS/2", at: 70, to: 0)
    font = try FontFixture.patch(font, "hhea", at: 4, to: 850)
    font = try FontFixture.patch(font, "hhea", at: 6, to: 0x1_0000 - 150)
    #expect(
      try metrics(font)
        == FontMetrics(ascent: 850_000, descent: 150_000)
    )
    font = try FontFixture.patch(font, "hhea", at: 4, to: 0)
    font = try FontFixture.patch(font, "hhea", at: 6, to: 0)
    #expect(
      try metrics(font)
        == FontMetrics(ascent: 880_000, descent: 120_000)
    )
  }

  @Test func aFaceWithoutCapitalHeightTakesMostOfItsAscent() throws {
    var font = try FontFixture.patch(small(), "OS/2", at: 68, to: 800)
    font = try FontFixture.patch(font, "OS/2", at: 70, to: 0x1_0000 - 200)
    font = try FontFixture.patch(font, "OS/2", at: 88, to: 0)
    #expect(try embedded(font).capHeight == 640)
  }

  @Test(arguments: [(2, 2, true), (2, 10, true), (2, 11, false), (2, 15, false)])
  func serifsAreKnownFromPanose(family: Int, style: Int, isSerif: Bool) throws {
    let font = try FontFixture.patch(small(), "OS/2", at: 32, to: family << 8 | style)
    #expect(try embedded(font).isSerif == isSerif)
  }

  @Test(arguments: [(0, false), (1, true), (7, true), (8, false)])
  func orElseFromTheFamilyClass(familyClass: Int, isSerif: Bool) throws {
    var font = try FontFixture.patch(small(), "OS/2", at: 32, to: 0)
    font = try FontFixture.patch(font, "OS/2", at: 30, to: familyClass << 8)
    #expect(try embedded(font).isSerif == isSerif)
  }

  @Test func aFamilyWithoutFacesHasTheMetricsOfTheFallback() throws {
    let plan = FontPlan(
      families: [.song: [FontCandidate(["无此字体"])]],
      fallback: [FontCandidate(["DejaVu Sans"])]
    )
    let library = try FontLibrary(plan: plan, files: TestFonts.files)
    let fallback = try FontLibrary(
      plan: FontPlan(families: [.song: [FontCandidate(["DejaVu Sans"])]]),
      files: TestFonts.files
    )
    let metrics = library.metrics(of: .song, weight: .regular)
    #expect(metrics == fallback.metrics(of: .song, weight: .regular))
    #expect(metrics != FontMetrics(ascent: 880_000, descent: 120_000))
  }
}
