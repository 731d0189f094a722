import CHarfBuzz
import Fonts
import Foundation
import Pages
import Styling
import TestSupport
import Testing

/// The scripts of China beside Han, compared with what HarfBuzz's own program makes of them.
@Suite struct ScriptShapingTests {
  private let library: FontLibrary

  init() throws {
    library = try TestFonts.libraryOfAllScripts()
  }

  private func shape(
    _ text: String,
    _ direction: TextDirection = .leftToRight
  ) throws -> [ShapedRun] {
    try library.shape(text, family: .song, weight: .regular, direction: direction)
  }

  /// Returns `id@x,y+advance` of each glyph from left to right as the program `hb-shape` says, in font units.
  private func reference(_ text: String, _ file: String) throws -> [String] {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "hb-shape", "--no-glyph-names", "--no-clusters", "--remove-default-ignorables",
      "--font-file=" + (try FontFixture.installed(file)), "--text=" + text,
    ]
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let line = String(decoding: data, as: UTF8.self)
    return line.trimmingCharacters(in: ["[", "]", "\n"]).split(separator: "|").map(String.init)
  }

  /// Returns the same of our shaping; both round to font units of a thousandth of an em.
  private func ours(_ run: ShapedRun, reversed: Bool, unitsPerEm: Int) -> [String] {
    func units(_ millionths: Int) -> Int {
      Int((Double(millionths) * Double(unitsPerEm) / 1_000_000).rounded())
    }
    var clusters: [[ShapedGlyph]] = []
    for glyph in run.glyphs {
      if clusters.last?.first?.textOffset == glyph.textOffset {
        clusters[clusters.count - 1].append(glyph)
      } else {
        clusters.append([glyph])
      }
    }
    return (reversed ? clusters.reversed() : clusters).flatMap { $0 }.map { glyph in
      let (x, y) = (units(glyph.xOffset), units(glyph.yOffset))
      let offset = x == 0 && y == 0 ? "" : "@\(x),\(y)"
      return "\(glyph.id)\(offset)+\(units(glyph.advance))"
    }
  }

  private static let samples: [(text: String, file: String, rightToLeft: Bool)] = [
    ("ئابدۇكېرىم", "NotoNaskhArabic-Regular.ttf", true),
    ("ئايگۈل تۇرسۇن", "NotoNaskhArabic-Regular.ttf", true),
    ("قازاق ۇلى", "NotoNaskhArabic-Regular.ttf", true),
    ("لا", "NotoNaskhArabic-Regular.ttf", true), ("بَبْ", "NotoNaskhArabic-Regular.ttf", true),
    ("བསོད་ནམས་རྒྱ་མཚོ།", "NotoSerifTibetan-Regular.ttf", false),
    ("ᠪᠠᠶᠠᠷ ᠮᠠᠩᠯᠠᠢ", "NotoSansMongolian-Regular.ttf", false),
    ("ᠬᠠᠭᠠᠨ\u{202F}ᠤ", "NotoSansMongolian-Regular.ttf", false),
    ("ꆈꌠꉙ", "NotoSansYi-Regular.ttf", false), ("ᥖᥭᥰᥘᥫᥴ", "NotoSansTaiLe-Regular.ttf", false),
    ("ᨲᩱ᩠ᨿ", "NotoSansTaiTham-Regular.ttf", false),
  ]

  @Test(arguments: samples.indices)
  func glyphsAndPlacesAreThoseOfHarfBuzz(_ index: Int) throws {
    let sample = Self.samples[index]
    let runs = try shape(sample.text, sample.rightToLeft ? .rightToLeft : .leftToRight)
    try #require(runs.count == 1, "spaces stay with their words: \(runs)")
    let expected = try reference(sample.text, sample.file)
    #expect(
      ours(runs[0], reversed: sample.rightToLeft, unitsPerEm: 1000) == expected
        || ours(runs[0], reversed: sample.rightToLeft, unitsPerEm: 2048) == expected
    )
  }

  @Test func marksAndNumbersBesideAScriptStayInTheChineseFace() throws {
    for text in ["བསོད，2026年", "ئا，2026年", "ᠪᠠᠶᠠᠷ（一）", "ئا　甲"] {
      let runs = try shape(text)
      #expect(runs.count == 2, "\(text)")
      #expect(runs.last?.font == (try shape("，2026年")).first?.font, "\(text)")
    }
  }

  @Test func clustersStandInTextOrderInBothDirections() throws {
    let glyphs = try shape("ئابدۇكېرىم", .rightToLeft).flatMap(\.glyphs)
    #expect(glyphs.map(\.textOffset) == glyphs.map(\.textOffset).sorted())
    #expect(glyphs.first?.textOffset == 0)
  }

  @Test func bracketsOfTextFromRightToLeftAreMirrored() throws {
    let (open, close) = (try shape("("), try shape(")"))
    #expect(try shape("(", .rightToLeft).flatMap(\.glyphs).map(\.id) == close[0].glyphs.map(\.id))
    #expect(try shape(")", .rightToLeft).flatMap(\.glyphs).map(\.id) == open[0].glyphs.map(\.id))
  }

  @Test func aVariationSequenceTakesTheFirstFaceThatHasTheForm() throws {
    let (plain, form) = (try shape("葛"), try shape("葛\u{E0100}"))
    #expect(plain[0].glyphs.map(\.id) != form[0].glyphs.map(\.id) || plain[0].font != form[0].font)
    #expect(form.flatMap(\.glyphs).map(\.textOffset) == [0])
    let around = try shape("甲葛\u{E0100}城")
    #expect(around.flatMap(\.glyphs).map(\.textOffset) == [0, 3, 10])
  }

  @Test func aFormThatNoFaceHasIsShownAsUsual() throws {
    #expect(try shape("一\u{E01EF}") == shape("一"))
    #expect(try shape("☎\u{FE0E}").flatMap(\.glyphs).count == 1)
    #expect(try shape("☎\u{FE0F}").flatMap(\.glyphs).count == 1)
  }

  @Test func noClusterIsLessThanAGraphemeCluster() throws {
    // Vowels before and after, stacks, jamo, prepended marks, joiners, flags.
    for text in ["བསྒྲུབས", "ᄒ\u{1161}\u{11AB}글", "ᨲᩱ᩠ᨿ", "e\u{301}\u{302}x", "ب\u{64E}\u{651}ب"] {
      let starts = Set(text.indices.map { text.utf8.distance(from: text.startIndex, to: $0) })
      let offsets = try shape(text).flatMap(\.glyphs).map(\.textOffset)
      #expect(Set(offsets).isSubset(of: starts), "\(text)")
    }
  }

  @Test func noneOfUnicodesOwnClustersIsTorn() throws {
    let file = URL(filePath: "/usr/share/unicode/auxiliary/GraphemeBreakTest.txt")
    var shown = 0
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      guard !line.hasPrefix("#"), let data = line.split(separator: "#").first else { continue }
      var text = ""
      var starts: Set<Int> = []
      for word in data.split(whereSeparator: \.isWhitespace) {
        if word == "÷" { starts.insert(text.utf8.count) }
        guard let code = UInt32(word, radix: 16), let scalar = Unicode.Scalar(code) else {
          continue
        }
        text.unicodeScalars.append(scalar)
      }
      guard let runs = try? shape(text) else { continue }
      shown += 1
      let offsets = Set(runs.flatMap(\.glyphs).map(\.textOffset))
      #expect(offsets.isSubset(of: starts), "\(line)")
    }
    #expect(shown > 100, "\(shown)")
  }
}
