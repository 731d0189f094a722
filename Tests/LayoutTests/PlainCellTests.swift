import Diagnostics
import Fonts
import Geometry
import LineBreaking
import Pages
import Styling
import TestSupport
import Testing
import UnicodeText

@testable import Layout

/// The short way of setting plain cells makes what the long way makes.
struct PlainCellTests {
  private static let alphabets = [
    Array("0123456789"), Array("0123456789,.-/"), Array("AVWTofilj.-@_()[]"),
    Array("王小芳刘鑫鑫长春市南关区示例有限公司"),
  ]
  private static let origin = Origin.field(FieldLocation(row: 7, field: "e.name"))

  private func setting(
    _ alignment: Alignment,
    _ family: FontFamily,
    size: Double,
    width: Double = 80
  ) -> CellSetting {
    CellSetting(
      style: TextStyle(family: family, size: .pt(size), linePitch: .pt(12), ink: Ink(grey: 40)),
      width: .mm(width),
      alignment: alignment,
      leastScale: 0.8,
      room: .mm(8)
    )
  }

  private func items(_ box: CellBox) throws -> [GlyphRun] {
    try #require(box.lines.count == 1)
    return box.lines[0].items.compactMap { item in
      if case .glyphs(let run) = item { run } else { nil }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func bothWaysAreTheSame(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let fonts = try TestFonts.library()
    let composer = try TextComposer(fonts: fonts, composition: LineComposition())
    let family = [FontFamily.song, .hei, .kai][Int(seed % 3)]
    let face = try #require(fonts.plainFace(of: family, weight: .regular))
    for alignment in [Alignment.left, .centre, .right, .justified] {
      let alphabet = Self.alphabets[Int.random(in: 0..<Self.alphabets.count, using: &random)]
      let text = String(
        (0..<Int.random(in: 1...9, using: &random)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        }
      )
      let setting = setting(alignment, family, size: Double.random(in: 5...14, using: &random))
      guard let isForeign = isForeign(text) else {
        #expect(setting.plainRun(text, Self.origin, face) == nil, "languages are parted")
        continue
      }
      let short = try #require(
        setting.plainRun(text, Self.origin, face),
        "seed \(seed): \(text)"
      )
      var styled = StyledText()
      styled.append(text, SpanStyle(setting.style), origin: Self.origin)
      let long = try setting.set(styled, mark: .decoration, composer)
      #expect(try [short] == items(long), "seed \(seed): \(text) \(alignment)")
      #expect(short.language == (isForeign ? .english : .chinese))
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func aTextThatIsALittleTooWideIsSetSmallerTheSameWay(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let fonts = try TestFonts.library()
    let composer = try TextComposer(fonts: fonts, composition: LineComposition())
    let face = try #require(fonts.plainFace(of: .song, weight: .regular))
    let alignment = [Alignment.left, .centre, .right][Int(seed % 3)]
    let number = String(Int.random(in: 10_000...99_999_999, using: &random))
    let text = seed.isMultiple(of: 4) ? "A\(number)X" : number
    let width = Double(text.count) * Double.random(in: 0.9...1.8, using: &random)
    let setting = setting(alignment, .song, size: 9, width: width)
    var styled = StyledText()
    styled.append(text, SpanStyle(setting.style), origin: Self.origin)
    let long = try setting.set(styled, mark: .decoration, composer)
    guard let short = setting.plainRun(text, Self.origin, face) else {
      #expect(long.lines.count > 1, "seed \(seed): \(text) in \(width) mm")
      return
    }
    #expect(try [short] == items(long), "seed \(seed): \(text) \(alignment)")
    #expect(setting.pitch(at: short.size) == long.pitch, "seed \(seed)")
  }

  /// Three fifths of 9 points is the least; below, a number is torn after all.
  @Test(arguments: [
    ("150001", 7.0, 1), ("150001", 6.3, 1), ("150001", 5.0, 2), ("LD150001", 9.5, 1),
  ])
  func aNumberShrinksFurtherThanWordsBeforeItIsTorn(text: String, width: Double, lines: Int) throws
  {
    let composer = try TextComposer(fonts: TestFonts.library(), composition: LineComposition())
    let setting = setting(.centre, .song, size: 9, width: width)
    var styled = StyledText()
    styled.append(text, SpanStyle(setting.style), origin: Self.origin)
    let box = try setting.set(styled, mark: .decoration, composer)
    #expect(box.lines.count == lines, "\(text) in \(width) mm")
  }

  @Test func wordsOfHanWrapWhereTheyWould() throws {
    let composer = try TextComposer(fonts: TestFonts.library(), composition: LineComposition())
    let setting = setting(.centre, .song, size: 9, width: 14)
    var styled = StyledText()
    styled.append("劳动合同期满", SpanStyle(setting.style), origin: Self.origin)
    #expect(try setting.set(styled, mark: .decoration, composer).lines.count == 2)
  }

  @Test(arguments: [
    "", "王 芳", "王·芳", "第3组", "a b", "“好”", "—", "㛃", "𬭼", "é", "王,", "🙂",
    String(repeating: "一", count: 40),
  ])
  func otherTextsTakeTheLongWay(text: String) throws {
    let face = try #require(try TestFonts.library().plainFace(of: .song, weight: .regular))
    let setting = setting(.left, .song, size: 9)
    #expect(setting.plainRun(text, .unknown, face) == nil)
  }

  @Test func otherSettingsTakeTheLongWay() throws {
    let face = try #require(try TestFonts.library().plainFace(of: .song, weight: .regular))
    func isShort(_ change: (inout CellSetting) -> Void) -> Bool {
      var setting = setting(.left, .song, size: 9)
      change(&setting)
      return setting.plainRun("王芳", .unknown, face) != nil
    }
    #expect(isShort { _ in })
    #expect(!isShort { $0.isVertical = true })
    #expect(!isShort { $0.decimals = 2 })
    let spread = setting(.distributed, .song, size: 9)
    #expect(spread.plainRun("王芳", .unknown, face) == nil)
  }

  @Test func aFaceThatLacksACharacterLeavesItToOthers() throws {
    let face = try #require(try TestFonts.library().plainFace(of: .song, weight: .regular))
    // The last characters of the block came with Unicode 14, after the face.
    let lacking = (0x9FA6...0x9FFF).compactMap { Unicode.Scalar($0) }
      .first { face.shape(String($0)) == nil }
    let text = try #require(lacking.map { String($0) })
    let setting = setting(.left, .song, size: 9)
    #expect(setting.plainRun(text, .unknown, face) == nil)
  }
}

/// A table in small type: three fifths of it could not be read.
struct SmallNumberTests {
  @Test(arguments: [(6.0, 4.0 / 6), (9.0, 0.6), (4.5, 0.8)])
  func aNumberIsTornRatherThanMadeIllegible(size: Double, least: Double) {
    let setting = CellSetting(
      style: TextStyle(family: .song, size: .pt(size), linePitch: .pt(12)),
      width: .mm(8),
      alignment: .centre,
      leastScale: 0.8,
      room: .mm(8)
    )
    #expect(abs(setting.leastWholeScale - least) < 1e-6)
  }
}
