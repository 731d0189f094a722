import Diagnostics
import Fonts
import Foundation
import Pages
import Styling
import TestSupport
import Testing

@Suite struct DiscoveryTests {
  private func library(_ candidates: FontCandidate..., files: [String]? = nil) throws -> FontLibrary
  {
    try FontLibrary(
      plan: FontPlan(families: [.song: candidates]),
      files: files ?? TestFonts.files
    )
  }

  /// Returns the finding that tells which face stands for the family.
  private func used(_ library: FontLibrary, _ weight: FontWeight = .regular) throws -> FontFinding {
    let kinds: [FontFinding.Kind] = [.found, .substituted, .boldAbsent]
    return try #require(
      library.findings.first {
        kinds.contains($0.kind) && $0.weight == weight && $0.family == .song
      }
    )
  }

  /// Returns the last part of the path of the face's file.
  private func fileName(_ finding: FontFinding) -> String {
    finding.file?.split(separator: "/").last.map(String.init) ?? ""
  }

  @Test(arguments: [
    ("Noto Serif CJK SC", "NotoSerifCJK-Regular.ttc"),
    ("noto serif cjk sc", "NotoSerifCJK-Regular.ttc"),
    ("NotoSerifCJKsc-Regular", "NotoSerifCJK-Regular.ttc"),
    ("Noto Sans CJK SC Bold", "NotoSansCJK-Bold.ttc"),
    ("霞鹜文楷", "LXGWWenKai-Regular.ttf"),
    ("LXGW WenKai Light", "LXGWWenKai-Light.ttf"),
    ("花園明朝B", "HanaMinB.ttf"),
    ("hanaminb.TTF", "HanaMinB.ttf"),
  ])
  func aFaceAnswersToAnyOfItsNames(name: String, file: String) throws {
    let found = try used(library(FontCandidate([name])))
    #expect(fileName(found) == file)
  }

  @Test func theNamedFaceOfACollectionIsTaken() throws {
    for (name, index) in [
      ("Noto Serif CJK JP", 0), ("Noto Serif CJK SC", 2), ("Noto Serif CJK TC", 3),
    ] {
      #expect(try used(library(FontCandidate([name]))).faceIndex == index)
    }
  }

  @Test func boldTakesTheBoldFace() throws {
    let library = try library(FontCandidate(["Noto Serif CJK SC"]))
    #expect(fileName(try used(library, .regular)) == "NotoSerifCJK-Regular.ttc")
    #expect(fileName(try used(library, .bold)) == "NotoSerifCJK-Bold.ttc")
    #expect(try used(library, .bold).kind == .found)
    let wenKai = try self.library(FontCandidate(["LXGW WenKai"]))
    #expect(fileName(try used(wenKai, .bold)) == "LXGWWenKai-Bold.ttf")
  }

  @Test func boldMayBeAnotherTypeface() throws {
    let candidate = FontCandidate(["HanaMinA"], boldNames: ["Noto Serif CJK SC"])
    let library = try library(candidate)
    #expect(fileName(try used(library, .regular)) == "HanaMinA.ttf")
    #expect(fileName(try used(library, .bold)) == "NotoSerifCJK-Bold.ttc")
  }

  @Test func withoutABoldFaceTheRegularOneStandsInWithANotice() throws {
    let finding = try used(library(FontCandidate(["HanaMinA"])), .bold)
    #expect(finding.kind == .boldAbsent)
    #expect(finding.message == "宋体（粗体）用 HanaMinA Regular：没有粗体，用常规字重")
  }

  @Test func uprightFacesComeBeforeSlantedOnes() throws {
    #expect(fileName(try used(library(FontCandidate(["DejaVu Sans"])))) == "DejaVuSans.ttf")
    let bold = try used(library(FontCandidate(["DejaVu Serif"])), .bold)
    #expect(fileName(bold) == "DejaVuSerif-Bold.ttf")
  }

  @Test func theFirstInstalledCandidateIsUsed() throws {
    let library = try library(
      FontCandidate(["SimSun", "宋体"], isOptional: true),
      FontCandidate(["Noto Serif CJK SC"])
    )
    #expect(try used(library).message == "宋体（常规）用 Noto Serif CJK SC")
  }

  @Test func ofTwoFilesWithTheSameFaceTheEarlierWins() throws {
    let fixture = try FontFixture()
    let wenKai = try FontFixture.installed("LXGWWenKai-Regular.ttf")
    let small = try FontFixture.smallFont(from: wenKai, of: "张")
    let path = try fixture.write(small, as: "own.ttf")
    let candidate = FontCandidate(["LXGW WenKai"])
    #expect(try used(library(candidate, files: [path, wenKai])).file == path)
    #expect(try used(library(candidate, files: [wenKai, path])).file == wenKai)
  }

  @Test func aSubstituteIsToldWithItsNoticeAndWhatToInstall() throws {
    let library = try library(
      FontCandidate(["FandolFang R"], package: "texlive-lang-chinese"),
      FontCandidate(["LXGW WenKai"], notice: "没有仿宋字体，仿宋改用楷体")
    )
    let finding = try used(library)
    #expect(finding.kind == .substituted)
    #expect(finding.severity == .warning)
    #expect(finding.message == "宋体（常规）用 LXGW WenKai：没有仿宋字体，仿宋改用楷体")
    #expect(finding.advice == "可执行 sudo apt install texlive-lang-chinese")
  }

  @Test func aFamilyWithoutAnyFaceIsAnError() throws {
    let library = try library(FontCandidate(["SimSun"]), FontCandidate(["X"], package: "fonts-x"))
    let finding = try #require(library.findings.first)
    #expect(finding.kind == .missing && finding.severity == .error)
    #expect(finding.message == "宋体（常规）没有可用的字体")
    #expect(finding.advice == "可执行 sudo apt install fonts-x")
    #expect(library.findings.count == 2, "one for each weight")
  }

  @Test func anAbsentFallbackIsAWarningUnlessOptional() throws {
    let plan = FontPlan(
      families: [.song: [FontCandidate(["Noto Serif CJK SC"])]],
      fallback: [
        FontCandidate(["HanaMinA"]),
        FontCandidate(["无此字体"], package: "fonts-x"),
        FontCandidate(["也无此字体"], isOptional: true),
      ]
    )
    let found = try FontLibrary(plan: plan, files: TestFonts.files).findings.filter {
      $0.family == nil
    }
    #expect(found.map(\.kind) == [.found, .missing, .missing])
    #expect(found.map(\.severity) == [.note, .warning, .note])
  }

  @Test(arguments: [
    (0x0002, false), (0x0200, false), (0x0100, false), (0x0004, true), (0x0008, true),
  ])
  func embeddingPermissionsAreHonoured(bits: Int, isUsed: Bool) throws {
    let fixture = try FontFixture()
    let wenKai = try FontFixture.installed("LXGWWenKai-Regular.ttf")
    let small = try FontFixture.smallFont(from: wenKai, of: "张")
    let path = try fixture.write(FontFixture.patch(small, "OS/2", at: 8, to: bits), as: "own.ttf")
    let library = try library(FontCandidate(["LXGW WenKai"]), files: [path])
    #expect(library.findings.contains { $0.kind == .restricted } == !isUsed)
    let runs = try? library.shape("张", family: .song, weight: .regular)
    #expect((runs != nil) == isUsed)
  }

  @Test func aPlanWithoutFamiliesIsRefused() {
    #expect(throws: FontFailure.planNamesNoFamily) {
      try FontLibrary(plan: FontPlan(families: [:]), files: [])
    }
  }

  @Test func filesThatAreNoFontsAreTold() throws {
    let fixture = try FontFixture()
    let text = try fixture.write(Array("这不是字体".utf8), as: "text.ttf")
    let files = [text, text + ".absent", try FontFixture.installed("HanaMinA.ttf")]
    let library = try library(FontCandidate(["HanaMinA"]), files: files)
    #expect(
      library.findings.filter { $0.kind == .unusable }.map(\.file) == [text, text + ".absent"]
    )
    #expect(try library.shape("张", family: .song, weight: .regular).count == 1)
  }

  @Test func aFaceWithoutOutlinesIsNotUsed() throws {
    let fixture = try FontFixture()
    let wenKai = try FontFixture.installed("LXGWWenKai-Regular.ttf")
    var font = try FontFixture.smallFont(from: wenKai, of: "张")
    let glyf = try #require(font.indices.first { font[$0...].starts(with: Array("glyf".utf8)) })
    font.replaceSubrange(glyf..<glyf + 4, with: "glyz".utf8)
    let path = try fixture.write(font, as: "own.ttf")
    let library = try library(
      FontCandidate(["own.ttf"]),
      FontCandidate(["HanaMinA"]),
      files: [path, try FontFixture.installed("HanaMinA.ttf")]
    )
    let finding = try #require(library.findings.first)
    #expect(finding.kind == .unusable && finding.file == path)
    #expect(finding.message == "LXGW WenKai 不能采用：没有 TrueType 或 CFF 轮廓")
    let run = try #require(library.shape("张", family: .song, weight: .regular).first)
    #expect(try library.embed([], of: run.font).postScriptName == "HanaMinA")
  }

  @Test func damagedFilesNeverCrash() throws {
    let fixture = try FontFixture()
    let serif = try FontFixture.installed("NotoSerifCJK-Regular.ttc")
    let wenKai = try FontFixture.installed("LXGWWenKai-Regular.ttf")
    let fonts = [
      try FontFixture.smallFont(from: serif, face: 2, of: "张三fi——"),
      try FontFixture.smallFont(from: wenKai, of: "张三fi——"),
    ]
    for seed in UInt64(0)..<300 {
      var generator = SeededGenerator(seed: seed)
      var font = fonts[Int(seed % 2)]
      if seed % 3 == 0 { font.removeLast(Int.random(in: 1..<font.count, using: &generator)) }
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        let place = Int.random(in: 0..<font.count, using: &generator)
        font[place] = UInt8.random(in: 0...255, using: &generator)
      }
      let path = try fixture.write(font, as: "damaged.otf")
      let library = try library(FontCandidate(["damaged.otf"]), files: [path])
      _ = library.metrics(of: .song, weight: .bold)
      let runs = (try? library.shape("张三fi——", family: .song, weight: .regular)) ?? []
      for run in runs { _ = try? library.embed(run.glyphs.map(\.id), of: run.font) }
      #expect(!library.findings.isEmpty, "seed \(seed)")
    }
  }
}
