import Diagnostics
import Geometry
import Pages
import TestSupport
import Testing

@testable import PDF

@Suite struct PDFWriterTests {
  private struct DiskFull: Error {}

  @Test("a whole small file reads as it should")
  func golden() throws {
    let file = try Written.file(form: .plain) { writer in
      writer.begin(title: "甲")
      let link = LinkArea(area: .sample, destination: "#a", mark: .node(0))
      let items: [PageItem] = [.glyphs(.fake("名册1")), .rule(.sample), .link(link)]
      try writer.add(Page(number: 1, size: Written.a4, items: items))
      let heading = OutlineEntry(level: 1, title: "标题", id: "a", page: 1, top: .mm(20))
      try writer.addOutline([heading], firstPage: 0)
      writer.begin(title: "乙")
      try writer.add(Page(number: 1, size: Written.a4.turned))
      for page in 0..<2 {
        let foot = GlyphRun.fake("共1页", at: .pt(280, 560), mark: .decoration)
        try writer.addFurniture([.glyphs(foot)], toPage: page)
      }
    }
    #expect(try complaints(about: file) == [])
    try expectGolden(readable(file), "file.txt")
  }

  @Test("furniture comes after the page's own text, and may bring a font of its own")
  func furniture() throws {
    let file = try Written.file { writer in
      try writer.add(Page(number: 1, size: Written.a4, items: [.glyphs(.fake("名册"))]))
      try writer.add(Page(number: 2, size: Written.a4, items: [.glyphs(.fake("名单"))]))
      for page in [1, 0] {
        let run = GlyphRun.fake([(9, "第"), (10, "\(page + 1)")], font: 4, mark: .decoration)
        try writer.addFurniture([.glyphs(run)], toPage: page)
      }
    }
    #expect(try complaints(about: file) == [])
    #expect(try extractedText(of: file) == "名册第1名单第2")
  }

  @Test("a file without pages is a failure")
  func noPages() throws {
    #expect {
      try Written.file { _ in }
    } throws: { error in
      if case PDFFailure.noPages = error { true } else { false }
    }
  }

  @Test("sides beyond the limits of readers are a failure", arguments: [0.0, 2.9, 14_401])
  func pageSize(side: Double) throws {
    #expect {
      try Written.file { writer in
        let size = Size(width: .pt(side), height: .pt(100))
        try writer.add(Page(number: 1, size: size))
      }
    } throws: { error in
      if case PDFFailure.pageSize = error { true } else { false }
    }
  }

  @Test("whenever the sink fails, the file fails, and stays failed")
  func sinkFailure() throws {
    let whole = Sink()
    func write(allowing allowed: Int) throws {
      var calls = 0
      let writer = try PDFWriter(
        metadata: Written.metadata,
        fonts: FakeFonts.fonts,
        conformance: .plain,
        write: { bytes in
          calls += 1
          if calls > allowed { throw DiskFull() }
          whole.bytes = bytes
        }
      )
      let page = Page(number: 1, size: Written.a4, items: [.glyphs(.fake("名"))])
      do {
        try writer.add(page)
        try writer.finish()
      } catch {
        #expect {
          try writer.add(page)
        } throws: { error in
          if case PDFFailure.abandoned = error { true } else { false }
        }
        throw error
      }
    }
    for allowed in 0..<7 {
      #expect(
        performing: { try write(allowing: allowed) },
        throws: { error in
          if case PDFFailure.sink(let cause) = error { cause is DiskFull } else { false }
        }
      )
    }
    try write(allowing: 100)
  }

  @Test("a font that cannot be embedded fails the file")
  func fontFailure() throws {
    let fonts = PDFFonts(advance: { _, _ in 500 }, embed: { _, _ in throw FakeFonts.Broken() })
    #expect {
      try Written.file(fonts: fonts) { writer in
        try writer.add(Page(number: 1, size: Written.a4, items: [.glyphs(.fake("名"))]))
      }
    } throws: { error in
      if case PDFFailure.font(FontID(index: 0), let cause) = error {
        cause is FakeFonts.Broken
      } else {
        false
      }
    }
  }

  @Test("failures explain themselves in Chinese")
  func descriptions() {
    let failures: [PDFFailure] = [
      .sink(DiskFull()), .noPages, .abandoned, .compression, .danglingLink("a"),
      .tooLong(.string, bytes: 40_000, limit: 32_767), .tooManyObjects(limit: 8),
      .missingGlyph(FontID(index: 0), text: "𬭼", source: .unknown),
    ]
    for failure in failures {
      #expect(failure.description.unicodeScalars.contains { $0.value > 0x4E00 }, "\(failure)")
    }
  }
}
