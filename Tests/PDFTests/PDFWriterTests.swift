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
        try writer.addFurniture(PageFurniture(items: [.glyphs(foot)]), toPage: page)
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
        try writer.addFurniture(PageFurniture(items: [.glyphs(run)]), toPage: page)
      }
    }
    #expect(try complaints(about: file) == [])
    #expect(try extractedText(of: file) == "名册第1名单第2")
  }

  @Test("what stands alike on many pages is one stream that they share")
  func standing() throws {
    let head = StandingItems([.glyphs(.fake("名册", mark: .decoration)), .rule(.sample)])
    let foot = StandingItems([.glyphs(.fake("共三页", mark: .decoration))])
    let file = try Written.file(form: .plain) { writer in
      for number in 1...3 {
        let own = PageItem.glyphs(.fake("第\(number)"))
        try writer.add(
          Page(number: number, size: Written.a4, under: [head], items: [own], over: [foot])
        )
      }
      try writer.addFurniture(PageFurniture(standing: [foot]), toPage: 1)
    }
    #expect(try complaints(about: file) == [])
    #expect(try extractedText(of: file) == "名册第1共三页名册第2共三页共三页名册第3共三页")
    let lists = readable(file).matches(of: /Contents \[([^\]]*)\]/).map { list in
      list.1.matches(of: /(\d+) 0 R/).map(\.1)
    }
    try #require(lists.map(\.count) == [3, 4, 3])
    #expect(Set(lists.map { $0[0] }).count == 1)
    #expect(Set(lists.map { $0[1] }).count == 3)
    #expect(Set(lists.map { $0[2] } + [lists[1][3]]).count == 1)
  }

  @Test("pages of another height have it at their own places, however many things stand so")
  func standingOnOtherPaper() throws {
    let heads = (0..<20).map { StandingItems([.glyphs(.fake("题\($0)", mark: .decoration))]) }
    let file = try Written.file { writer in
      for size in [Written.a4, Written.a4.turned, Written.a4] {
        try writer.add(Page(number: 1, size: size, under: heads))
      }
    }
    #expect(try complaints(about: file) == [])
    let words = (0..<20).map { "题\($0)" }.joined()
    #expect(try extractedText(of: file) == words + words + words)
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
    let broken = violations { writer in
      let size = Size(width: .pt(side), height: .pt(100))
      try writer.add(Page(number: 1, size: size))
      try writer.add(Page(number: 2, size: size))
    }
    #expect(broken == [PDFViolation(.pageSize(width: side, height: 100))])
  }

  @Test("everything that is wrong is told at once, where it comes from")
  func allAtOnce() throws {
    let long = String(repeating: "名", count: 20_000)
    let (line, field) = (
      Origin.source(SourceLocation(file: "body.md", line: 7)),
      Origin.field(FieldLocation(row: 3, field: "e.name"))
    )
    var rare = GlyphRun.fake([(300, "名"), (0, "𬭼")])
    rare.source = field
    let address = "https://example.cn/" + long
    let broken = violations(metadata: PDFMetadata(title: long)) { writer in
      let link = LinkArea(area: .sample, destination: address, mark: .node(0), source: line)
      let size = Size(width: .pt(1), height: .pt(100))
      try writer.add(Page(number: 1, size: size, items: [.link(link)]))
      try writer.add(Page(number: 2, size: Written.a4, items: [.glyphs(rare)]))
      var heading = OutlineEntry(level: 1, title: long, id: "a", page: 1, top: .zero)
      heading.source = line
      try writer.addOutline([heading], firstPage: 0)
    }
    let limit = 32_767
    #expect(
      broken == [
        PDFViolation(.tooLong(.title, bytes: 40_002, limit: limit)),
        PDFViolation(.pageSize(width: 1, height: 100)),
        PDFViolation(.tooLong(.address, bytes: 180_019, limit: limit), at: line),
        PDFViolation(.tooLong(.heading, bytes: 40_002, limit: limit), at: line),
        PDFViolation(.missingGlyph(FontID(index: 0), text: "𬭼"), at: field),
      ]
    )
    #expect(broken.allSatisfy { $0.description.unicodeScalars.contains { $0.value > 0x4E00 } })
  }

  @Test("the words of a figure that are longer than readers must accept are told with their place")
  func longAlternative() throws {
    let line = Origin.source(SourceLocation(file: "guide.md", line: 7))
    let words = String(repeating: "图", count: 20_000)
    let figure = StructureElement(.figure(alternative: words, source: line), node: 0)
    let broken = violations(conformance: .archival) {
      try $0.add(Page(number: 1, size: Written.a4, structure: [.leaf(figure)]))
    }
    #expect(
      broken == [PDFViolation(.tooLong(.alternative, bytes: 40_002, limit: 32_767), at: line)]
    )
    #expect(broken.map(\.description) == ["PDF 的替代文字（图里有什么）过长：40002 字节，最多 32767 字节"])
  }

  @Test("what is known before the end can be asked for")
  func settling() throws {
    let writer = try PDFWriter(metadata: Written.metadata, fonts: FakeFonts.fonts) { _ in }
    try writer.settle()
    try writer.add(Page(number: 1, size: Size(width: .pt(1), height: .pt(100))))
    #expect {
      try writer.settle()
    } throws: { error in
      if case PDFFailure.violations(let all) = error { all.count == 1 } else { false }
    }
  }

  @Test("of a file that is wrong all over, the first hundred places are told")
  func manyViolations() throws {
    let broken = violations { writer in
      let items = (0..<300).map { index in
        PageItem.link(LinkArea(area: .sample, destination: "#\(index)", mark: .node(0)))
      }
      try writer.add(Page(number: 1, size: Written.a4, items: items))
    }
    #expect(broken.count == 100)
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
      .sink(DiskFull()), .noPages, .abandoned, .compression, .tooManyObjects(limit: 8),
    ]
    for failure in failures {
      #expect(failure.description.unicodeScalars.contains { $0.value > 0x4E00 }, "\(failure)")
    }
  }
}
