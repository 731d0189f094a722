import Fonts
import Styling
import TestSupport
import Testing

/// What the installed faces show of GB 18030-2022.
@Suite struct CoverageTests {
  private let library: FontLibrary

  init() throws {
    library = try TestFonts.libraryOfAllScripts()
  }

  @Test func theStandardHas87887Hanzi() {
    // 基本汉字 … 扩充F, and the twelve unified ones among the 21 of the compatibility block.
    let blocks = library.coverage().filter {
      $0.name == "基本汉字" || $0.name.hasPrefix("扩充")
    }
    #expect(blocks.reduce(0) { $0 + $1.total } + 12 == 87_887)
    let counts = library.coverage().map { "\($0.level ?? 0) \($0.name) \($0.total)" }
    #expect(counts.contains("1 兼容区汉字 21"))
    #expect(counts.contains("2 通用规范汉字（其他平面） 196"))
    #expect(counts.contains("3 康熙部首 214"))
  }

  @Test func levelsOneAndTwoAreShownWhole() {
    for part in library.coverage() where part.level == 1 || part.level == 2 {
      #expect(part.missing == [], "\(part.name)")
      #expect(part.package == nil)
    }
  }

  @Test func whatIsMissingIsCountedAndHasItsPackage() throws {
    let plan = FontPlan(families: [.song: [FontCandidate(["Noto Serif CJK SC"])]])
    let bare = try FontLibrary(plan: plan, files: TestFonts.files)
    let part = try #require(bare.coverage().first { $0.name == "扩充B" })
    #expect(part.package == "fonts-hanazono")
    #expect(part.total == 42_711)
    #expect(part.shown < 3000 && part.shown + part.missing.count == part.total)
    #expect(part.missing == part.missing.sorted { $0.value < $1.value })
  }

  @Test func everyCharacterIsShownOrReported() throws {
    for part in library.coverage() {
      // A character that no face shows is refused by name; the others have a glyph.
      for scalar in part.missing.prefix(20) {
        #expect(throws: MissingGlyphs.self, "\(part.name) \(scalar.value)") {
          try library.shape(String(scalar), family: .song, weight: .regular)
        }
      }
    }
    for range: ClosedRange<UInt32> in [0x4E00...0x9FEF, 0x3400...0x4DB5, 0x20000...0x2A6D6] {
      for start in stride(from: range.lowerBound, to: range.upperBound, by: 400) {
        let scalars = (start...min(start + 399, range.upperBound)).compactMap(Unicode.Scalar.init)
        let text = String(String.UnicodeScalarView(scalars))
        let runs = try library.shape(text, family: .song, weight: .regular)
        #expect(runs.reduce(0) { $0 + $1.glyphs.count } == scalars.count, "\(start)")
      }
    }
  }
}
