import Diagnostics
import Fonts
import Geometry
import Pages
import Styling
import TestSupport
import Testing

@testable import PDF

/// What the writer promises to whoever drives it: failures are final, limits are told, nothing is written twice.
@Suite struct ContractTests {
  private struct DiskFull: Error {}

  /// Writes a file with all that a file can have.
  private func fill(_ writer: PDFWriter) throws {
    for title in ["甲", "乙"] {
      let firstPage = writer.pageCount
      writer.begin(title: title)
      let items: [PageItem] = [
        .fill(.sample, Ink(grey: 235)), .glyphs(.fake("名册")), .rule(.sample), .link(.sample),
        .link(LinkArea(area: .sample, destination: "#节1", mark: .node(0))),
      ]
      for number in 1...2 {
        try writer.add(Page(number: number, size: Written.a4, items: items))
      }
      let headings = (0..<60).map { index in
        OutlineEntry(level: 1 + index % 3, title: "节\(index)", id: "节\(index)", page: 1, top: .zero)
      }
      try writer.addOutline(headings, firstPage: firstPage)
    }
    try writer.addFurniture(
      PageFurniture(items: [.glyphs(.fake("共四页", mark: .decoration))]),
      toPage: 3
    )
    try writer.finish()
  }

  private func isAbandoned(_ body: () throws -> Void) -> Bool {
    do { try body() } catch PDFFailure.abandoned { return true } catch { return false }
    return false
  }

  @Test("a sink that fails at any of its calls fails the file for good", arguments: [true, false])
  func everyWrite(isCompact: Bool) throws {
    let form: ObjectFile.Form = isCompact ? .compact : .plain
    var whole: [[UInt8]] = []
    let writer = try PDFWriter(
      metadata: Written.metadata,
      fonts: FakeFonts.fonts,
      conformance: .plain,
      form: form,
      write: { whole.append($0) }
    )
    try fill(writer)
    #expect(whole.count > 10)
    for allowed in 0..<whole.count {
      var taken: [[UInt8]] = []
      var calls = 0
      var writer: PDFWriter?
      do {
        let failing = try PDFWriter(
          metadata: Written.metadata,
          fonts: FakeFonts.fonts,
          conformance: .plain,
          form: form
        ) {
          calls += 1
          if calls > allowed { throw DiskFull() }
          taken.append($0)
        }
        writer = failing
        try fill(failing)
        Issue.record("the failure of write \(allowed) was swallowed")
      } catch PDFFailure.sink(let cause) {
        #expect(cause is DiskFull, "\(allowed)")
      }
      #expect(taken == Array(whole.prefix(allowed)), "\(allowed)")
      #expect(calls == allowed + 1, "nothing is written after a failure")
      guard let writer else { continue }
      #expect(isAbandoned { try writer.add(Page(number: 1, size: Written.a4)) }, "\(allowed)")
      #expect(isAbandoned { try writer.addOutline([], firstPage: 0) }, "\(allowed)")
      #expect(isAbandoned { try writer.finish() }, "\(allowed)")
      #expect(calls == allowed + 1, "\(allowed)")
    }
  }

  @Test("a page that readers refuse fails the file in the end, and for good")
  func refused() throws {
    let writer = try PDFWriter(
      metadata: Written.metadata,
      fonts: FakeFonts.fonts,
      conformance: .plain
    ) { _ in }
    try writer.add(Page(number: 1, size: .init(width: .zero, height: .zero)))
    #expect(throws: PDFFailure.self) { try writer.finish() }
    #expect(isAbandoned { try writer.finish() })
  }

  @Test("the least and the greatest sheet are accepted")
  func sheets() throws {
    for side in [3.0, 14_400] {
      let file = try Written.file { writer in
        try writer.add(Page(number: 1, size: Size(width: .pt(side), height: .pt(side))))
      }
      #expect(try complaints(about: file) == [])
    }
  }

  @Test("what comes after the end, or onto a page that is not there, is a mistake of the program")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      let writer = try PDFWriter(
        metadata: Written.metadata,
        fonts: FakeFonts.fonts,
        conformance: .plain
      ) { _ in }
      try writer.add(Page(number: 1, size: Written.a4))
      try writer.finish()
      try writer.finish()
    }
    await #expect(processExitsWith: .failure) {
      let writer = try PDFWriter(
        metadata: Written.metadata,
        fonts: FakeFonts.fonts,
        conformance: .plain
      ) { _ in }
      try writer.addFurniture(PageFurniture(), toPage: 0)
    }
    await #expect(processExitsWith: .failure) {
      let writer = try PDFWriter(
        metadata: Written.metadata,
        fonts: FakeFonts.fonts,
        conformance: .plain
      ) { _ in }
      try writer.add(Page(number: 1, size: Written.a4))
      let heading = OutlineEntry(level: 1, title: "a", id: "a", page: 2, top: .zero)
      try writer.addOutline([heading], firstPage: 0)
    }
  }

  @Test("a file has no more objects than readers must accept")
  func mostObjects() throws {
    var crossReference = CrossReference()
    for _ in 0..<CrossReference.mostObjects { _ = try crossReference.allocate() }
    #expect(crossReference.size == 8_388_608)
    #expect {
      try crossReference.allocate()
    } throws: { error in
      if case PDFFailure.tooManyObjects(limit: 8_388_607) = error { true } else { false }
    }
  }

  @Test("an object stream holds five hundred objects, and streams stand outside")
  func objectStreams() throws {
    let file = try Written.file(pages: Array(repeating: [.link(.sample)], count: 400))
    let reader = try TinyReader(file)
    var counts: [Int: Int] = [:]
    for case .inside(let stream, _) in reader.entries.values { counts[stream, default: 0] += 1 }
    #expect(counts.count > 1)
    #expect(counts.values.filter { $0 == 500 }.count == counts.count - 1)
    for (stream, count) in counts {
      let head = try #require(try reader.object(stream).dictionary)
      #expect(head["Type"]?.name == "ObjStm")
      #expect(head["N"]?.integer == count)
    }
  }

  @Test("a title, a text or a font name beyond the limits of readers is a failure")
  func tooLong() throws {
    let long = String(repeating: "名", count: 20_000)
    let titled = violations(metadata: PDFMetadata(title: long)) {
      try $0.add(Page(number: 1, size: Written.a4))
    }
    #expect(titled == [PDFViolation(.tooLong(.title, bytes: 40_002, limit: 32_767))])
    let cluster = GlyphRun.fake([(glyph: 300, text: long)])
    let spoken = violations {
      try $0.add(Page(number: 1, size: Written.a4, items: [.glyphs(cluster)]))
    }
    #expect(spoken == [PDFViolation(.tooLong(.text, bytes: 40_002, limit: 32_767))])
    let fonts = PDFFonts(
      advance: { _, _ in 1000 },
      embed: { font, glyphs in
        var font = try FakeFonts.fonts.embed(font, glyphs)
        font.postScriptName = String(repeating: "N", count: 127)
        return font
      }
    )
    let named = violations(fonts: fonts) {
      try $0.add(Page(number: 1, size: Written.a4, items: [.glyphs(.fake("名"))]))
    }
    #expect(named.map(\.kind) == [.tooLong(.name, bytes: 134, limit: 127)])
  }

  @Test("a font is asked for each advance once, and for its subset once, in rising order")
  func askedOnce() throws {
    var advances: [GlyphID] = []
    var subsets: [[GlyphID]] = []
    let fonts = PDFFonts(
      advance: { _, glyph in
        advances.append(glyph)
        return FakeFonts.advance(of: glyph)
      },
      embed: { font, glyphs in
        subsets.append(glyphs)
        return try FakeFonts.fonts.embed(font, glyphs)
      }
    )
    _ = try Written.file(fonts: fonts) { writer in
      for number in 1...3 {
        let run = GlyphRun.fake([(500, "乙"), (300, "甲"), (500, "乙")])
        try writer.add(Page(number: number, size: Written.a4, items: [.glyphs(run)]))
      }
    }
    #expect(advances == [500, 300])
    #expect(subsets == [[300, 500]])
  }

  @Test("the outlines of documents may come in any order")
  func outlineOrder() throws {
    func file(_ order: [Int]) throws -> [UInt8] {
      try Written.file { writer in
        for title in ["甲", "乙", "丙"] {
          writer.begin(title: title)
          try writer.add(Page(number: 1, size: Written.a4))
        }
        for page in order {
          let heading = OutlineEntry(level: 1, title: "节\(page)", id: "a", page: 1, top: .zero)
          try writer.addOutline([heading], firstPage: page)
        }
      }
    }
    #expect(try file([0, 1, 2]) == file([2, 0, 1]))
  }

  @Test("anchors of different documents never meet, whatever they are called")
  func anchors() throws {
    let file = try Written.file { writer in
      for id in ["2:a", "a"] {
        let firstPage = writer.pageCount
        writer.begin()
        try writer.add(
          Page(
            number: 1,
            size: Written.a4,
            items: [.link(LinkArea(area: .sample, destination: "#" + id, mark: .node(0)))]
          )
        )
        let heading = OutlineEntry(level: 1, title: id, id: id, page: 1, top: .zero)
        try writer.addOutline([heading], firstPage: firstPage)
      }
    }
    #expect(try complaints(about: file) == [])
    var names: Set<[UInt8]> = []
    for section in 0..<12 {
      for id in ["a", "1:a", "2:a", "11:a", ":a", "1:1:a", "x:a"] {
        names.insert(Destinations.name(of: id, section: section))
      }
    }
    #expect(names.count == 12 * 7)
  }

  @Test("the identifier follows the contents")
  func identifier() throws {
    func identifier(_ text: String) throws -> Thing? {
      try TinyReader(try Written.file(pages: [[.glyphs(.fake(text))]])).trailer["ID"]
    }
    #expect(try identifier("张三") == identifier("张三"))
    #expect(try identifier("张三") != identifier("张四"))
  }

  @Test("the order of the pages' glyphs changes nothing of the fonts")
  func sameSubset() throws {
    func fonts(_ texts: [String]) throws -> Set<String> {
      let file = try Written.file(form: .plain, pages: texts.map { [.glyphs(.fake($0))] })
      return Set(
        readable(file).split(separator: "\n").filter { $0.contains("/BaseFont") }.map(String.init)
      )
    }
    #expect(try fonts(["张三", "李四"]) == fonts(["四李", "三张三"]))
  }
}

@Suite struct GraphicsStateTests {
  private func operators(_ items: PageItem...) throws -> [Substring] {
    try Written.content(of: items).split(separator: "\n")
  }

  private func count(_ name: String, _ lines: [Substring]) -> Int {
    lines.count { $0.hasSuffix(" " + name) }
  }

  @Test("a font is set when it or its size changes, not for every run")
  func fonts() throws {
    var large = GlyphRun.fake("丙")
    large.size = .pt(12)
    let lines = try operators(
      .glyphs(.fake("甲")),
      .glyphs(.fake("乙")),
      .glyphs(large),
      .glyphs(.fake([(300, "丁")], font: 1)),
      .glyphs(.fake([(300, "戊")], font: 1))
    )
    #expect(lines.filter { $0.hasSuffix(" Tf") } == ["/F0 10 Tf", "/F0 12 Tf", "/F1 10 Tf"])
  }

  @Test("colours and thicknesses are set when they change")
  func colours() throws {
    let red = Ink(red: 255, green: 0, blue: 0)
    let lines = try operators(
      .fill(.sample, red),
      .fill(.sample, red),
      .glyphs(.fake([(300, "甲")], ink: red)),
      .glyphs(.fake("乙")),
      .rule(.sample),
      .rule(.sample)
    )
    #expect(lines.filter { $0.hasSuffix(" rg") } == ["1 0 0 rg"])
    #expect(lines.filter { $0.hasSuffix(" g") } == ["0 g"])
    #expect(count("w", lines) == 1)
    #expect(count("G", lines) == 0, "rules are black as the page begins")
  }

  @Test("every grey is written to the nearest thousandth, and only once")
  func greys() throws {
    for value in UInt8.min...UInt8.max {
      let lines = try operators(.fill(.sample, Ink(grey: value)))
      let found = lines.first { $0.hasSuffix(" g") }?.dropLast(2)
      guard value > 0 else {
        #expect(found == nil)
        continue
      }
      let grey = try #require(found.flatMap { Double($0) })
      #expect(abs(grey - Double(value) / 255) <= 0.0005, "\(value)")
    }
  }

  @Test("a rise ends with its run")
  func rise() throws {
    var raised = GlyphRun.fake("注")
    raised.glyphs[0].rise = .pt(3)
    let lines = try operators(.glyphs(raised), .glyphs(.fake("文")))
    #expect(lines.filter { $0.hasSuffix(" Ts") } == ["3 Ts", "0 Ts"])
    #expect(lines.firstIndex(of: "0 Ts").map { lines[$0 + 1] } == "ET")
  }

  @Test("text furniture is pagination, rules are decoration, text is neither")
  func artifacts() throws {
    let lines = try operators(
      .glyphs(.fake("甲")),
      .rule(.sample),
      .fill(.sample, .black),
      .glyphs(.fake("页", mark: .decoration)),
      .glyphs(.fake("乙"))
    )
    let marks = lines.filter { $0.hasPrefix("/Artifact") || $0 == "EMC" }
    #expect(marks == ["/Artifact BMC", "EMC", "/Artifact <</Type /Pagination>> BDC", "EMC"])
  }
}

@Suite struct MetadataFactTests {
  @Test("what is not known is not said")
  func absent() throws {
    let reader = try TinyReader(try Written.file(pages: [[]]))
    let info = try #require(try reader.resolved(reader.trailer["Info"])?.dictionary)
    #expect(info.keys.sorted() == ["Creator", "Producer", "Title"])
    let packet = PDFMetadata(title: "名册").packet(.archival)
    for fact in ["dc:creator", "dc:description", "dc:subject", "pdf:Keywords", "xmp:CreateDate"] {
      #expect(!packet.contains(fact))
    }
  }

  @Test("line ends and tabs in a title are spaces in both forms")
  func oneLine() throws {
    let metadata = PDFMetadata(title: "劳动合同\n备案\t花\r名册")
    let file = try Written.file(metadata: metadata) {
      try $0.add(Page(number: 1, size: Written.a4))
    }
    let reader = try TinyReader(file)
    let info = try #require(try reader.resolved(reader.trailer["Info"])?.dictionary)
    #expect(info["Title"]?.text == "劳动合同 备案 花 名册")
    #expect(metadata.packet(.plain).contains(">劳动合同 备案 花 名册<"))
  }

  @Test("the language is said to readers and in the packet")
  func language() throws {
    let metadata = PDFMetadata(title: "a", language: "bo-CN")
    let file = try Written.file(metadata: metadata) {
      try $0.add(Page(number: 1, size: Written.a4))
    }
    let reader = try TinyReader(file)
    #expect(try reader.resolved(reader.trailer["Root"])?.dictionary?["Lang"]?.text == "bo-CN")
    #expect(metadata.packet(.plain).contains("<rdf:li>bo-CN</rdf:li>"))
  }
}
