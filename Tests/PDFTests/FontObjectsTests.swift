import Fonts
import Pages
import TestSupport
import Testing

@testable import PDF

@Suite struct FontObjectsTests {
  /// Returns the Type 0 font of a file that shows `text`, and the file's reader.
  private func font(
    _ program: EmbeddedFont.Program,
    showing text: String = "名册ab"
  ) throws -> ([String: Thing], TinyReader) {
    let file = try Written.file(fonts: FakeFonts.fonts(program: program)) { writer in
      let items = [PageItem.glyphs(.fake(text))]
      try writer.add(Page(number: 1, size: Written.a4, items: items))
    }
    let reader = try TinyReader(file)
    let catalog = try reader.resolved(reader.trailer["Root"])?.dictionary
    let pages = try reader.resolved(catalog?["Pages"])?.dictionary
    let page = try reader.resolved(pages?["Kids"]?.array?.first)?.dictionary
    let fonts = try reader.resolved(page?["Resources"])?.dictionary?["Font"]?.dictionary
    return (try #require(try reader.resolved(fonts?["F0"])?.dictionary), reader)
  }

  @Test("a CFF font is a CIDFontType0 with its bare table")
  func cff() throws {
    let (type0, reader) = try font(.cff([1, 0, 4, 1]))
    #expect(type0["Subtype"]?.name == "Type0")
    #expect(type0["Encoding"]?.name == "Identity-H")
    let descendant = try #require(
      try reader.resolved(type0["DescendantFonts"]?.array?.first)?.dictionary
    )
    #expect(descendant["Subtype"]?.name == "CIDFontType0")
    #expect(descendant["CIDToGIDMap"] == nil)
    #expect(type0["BaseFont"]?.name == descendant["BaseFont"]?.name.map { $0 + "-Identity-H" })
    let descriptor = try #require(try reader.resolved(descendant["FontDescriptor"])?.dictionary)
    let stream = try #require(descriptor["FontFile3"]?.reference)
    #expect(try reader.object(stream).dictionary?["Subtype"]?.name == "CIDFontType0C")
    #expect(try reader.data(stream) == [1, 0, 4, 1])
    #expect(descriptor["Flags"]?.integer == 6)
    #expect(descriptor["FontName"] == descendant["BaseFont"])
  }

  @Test("a TrueType font is a CIDFontType2 whose codes are its glyphs")
  func trueType() throws {
    let (type0, reader) = try font(.trueType([0, 1, 0, 0], glyphs: []))
    let descendant = try #require(
      try reader.resolved(type0["DescendantFonts"]?.array?.first)?.dictionary
    )
    #expect(descendant["Subtype"]?.name == "CIDFontType2")
    #expect(descendant["CIDToGIDMap"]?.name == "Identity")
    let descriptor = try #require(try reader.resolved(descendant["FontDescriptor"])?.dictionary)
    let stream = try #require(descriptor["FontFile2"]?.reference)
    #expect(try reader.object(stream).dictionary?["Length1"]?.integer == 4)
  }

  @Test("a TrueType font whose glyphs have new numbers maps the codes to them")
  func renumbered() throws {
    let (type0, reader) = try font(.trueType([0, 1, 0, 0], glyphs: [0, 97, 98]))
    let descendant = try #require(
      try reader.resolved(type0["DescendantFonts"]?.array?.first)?.dictionary
    )
    let map = try #require(descendant["CIDToGIDMap"]?.reference)
    let bytes = try reader.data(map)
    #expect(bytes.count == 2 * 99 && Array(bytes[194...]) == [0, 1, 0, 2])
  }

  @Test("the subset tag is six capitals, the same for the same glyphs only")
  func tag() throws {
    func name(_ text: String) throws -> String {
      try #require(try font(.trueType([], glyphs: []), showing: text).0["BaseFont"]?.name)
    }
    let name1 = try name("名册")
    #expect(try name("册名") == name1)
    #expect(try name("名单") != name1)
    let parts = name1.split(separator: "+")
    #expect(parts.count == 2 && parts[1] == "Fake-0" && parts[0].count == 6)
    #expect(parts[0].utf8.allSatisfy { (65...90).contains($0) })
  }

  @Test("the CMap has at most a hundred lines a block, and surrogates beyond the first plane")
  func toUnicode() throws {
    let glyphs = (1...250).map { GlyphID($0) }
    let bytes = ToUnicodeMap.bytes(glyphs: glyphs) { glyph in
      glyph == 1 ? "𠮷" : glyph == 2 ? "ffi" : "名"
    }
    let map = String(decoding: bytes, as: UTF8.self)
    #expect(map.contains("100 beginbfchar\n<0001> <D842DFB7>\n<0002> <006600660069>\n"))
    #expect(map.contains("50 beginbfchar\n<00C9> <540D>\n"))
    #expect(map.split(separator: "\n").filter { $0.hasSuffix("beginbfchar") }.count == 3)
  }

  @Test("a subset without a shown glyph is a failure")
  func incomplete() throws {
    let lacking = PDFFonts(
      advance: { _, _ in 500 },
      embed: { font, glyphs in
        try FakeFonts.fonts.embed(font, Array(glyphs.dropLast()))
      }
    )
    #expect {
      try Written.file(fonts: lacking) { writer in
        let items = [PageItem.glyphs(.fake("ab"))]
        try writer.add(Page(number: 1, size: Written.a4, items: items))
      }
    } throws: { error in
      if case PDFFailure.incompleteSubset(FontID(index: 0), 99) = error { true } else { false }
    }
  }
}

@Suite struct GlyphWidthsTests {
  private func written(_ widths: [(id: GlyphID, width: Int)]) throws -> String {
    var buffer = ByteBuffer()
    let numbers = widths.map { (id: $0.id, width: Number(thousandths: $0.width * 1000)) }
    try buffer.append(GlyphWidths(numbers).array)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test("full ems are the default and are left out")
  func defaults() throws {
    #expect(try written([(5, 1000), (6, 1000)]) == "[]")
  }

  @Test("neighbours are listed together, equal stretches of three by their ends")
  func runs() throws {
    #expect(try written([(5, 500), (6, 501), (7, 1000), (8, 502)]) == "[5 [500 501] 8 [502]]")
    #expect(try written([(5, 500), (6, 500), (7, 500)]) == "[5 7 500]")
    #expect(
      try written([(4, 300), (5, 500), (6, 500), (7, 500), (8, 9), (9, 9), (11, 9)])
        == "[4 [300] 5 7 500 8 [9 9] 11 [9]]"
    )
  }

  @Test("each glyph has its own width, whatever the pattern", arguments: 0..<50)
  func roundTrip(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var widths: [(id: GlyphID, width: Int)] = []
    for id in 1..<200 where Bool.random(using: &random) {
      widths.append((GlyphID(id), [250, 500, 1000].randomElement(using: &random) ?? 0))
    }
    var scanner = Scanner(Array(try written(widths).utf8), at: 0)
    let elements = try #require(try scanner.thing().array)
    var read: [Int: Int] = [:]
    var index = 0
    while index < elements.count {
      let first = try #require(elements[index].integer)
      if let list = elements[index + 1].array {
        for (step, width) in list.enumerated() { read[first + step] = width.integer }
        index += 2
      } else {
        let last = try #require(elements[index + 1].integer)
        for id in first...last { read[id] = elements[index + 2].integer }
        index += 3
      }
    }
    for (id, width) in widths { #expect(read[Int(id)] ?? 1000 == width, "seed \(seed), \(id)") }
  }
}
