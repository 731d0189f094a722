import Diagnostics
import Geometry
import Pages
import TestSupport
import Testing

@testable import PDF

@Suite struct OutlineTests {
  /// Returns the tree of headings with the given levels, each by its index, children in brackets.
  private func tree(_ levels: Int...) -> String {
    let kin = Outline.kin(of: levels)
    func written(_ first: Int?) -> String {
      guard let first else { return "" }
      let below = written(kin[first].first)
      return "\(first)" + (below.isEmpty ? "" : "(\(below))")
        + (kin[first].next == nil ? "" : " " + written(kin[first].next))
    }
    return written(levels.isEmpty ? nil : 0)
  }

  @Test("headings nest by level; skipped levels leave no gap")
  func nesting() {
    #expect(tree(1, 1, 1) == "0 1 2")
    #expect(tree(1, 2, 2, 1, 2) == "0(1 2) 3(4)")
    #expect(tree(1, 3, 2, 3) == "0(1 2(3))")
    #expect(tree(3, 2, 1) == "0 1 2")
    #expect(tree(2, 4, 4, 1, 5) == "0(1 2) 3(4)")
    #expect(tree() == "")
  }

  @Test("kin point both ways")
  func bothWays() {
    let kin = Outline.kin(of: [1, 2, 2, 3, 1, 2, 1])
    for index in kin.indices {
      if let next = kin[index].next { #expect(kin[next].previous == index) }
      if let previous = kin[index].previous { #expect(kin[previous].next == index) }
      let children = kin.indices.filter { kin[$0].parent == index }
      #expect(kin[index].first == children.first)
      #expect(kin[index].last == children.last)
      #expect(kin[index].children == children.count)
    }
  }

  @Test("a file with headings opens with its outline, titles in Chinese")
  func file() throws {
    let reader = try TinyReader(
      try Written.file { writer in
        try writer.add(Page(number: 1, size: Written.a4))
        try writer.add(Page(number: 2, size: Written.a4))
        try writer.addOutline(
          [
            OutlineEntry(level: 1, title: "操作手册", id: "manual", page: 1, top: .zero),
            OutlineEntry(level: 2, title: "一、登录", id: "login", page: 2, top: .mm(30)),
            OutlineEntry(level: 3, title: "𠮷", id: "deep", page: 2, top: .mm(60)),
          ],
          firstPage: 0
        )
      }
    )
    let catalog = try #require(try reader.resolved(reader.trailer["Root"])?.dictionary)
    #expect(catalog["PageMode"]?.name == "UseOutlines")
    let root = try #require(try reader.resolved(catalog["Outlines"])?.dictionary)
    #expect(root["Count"]?.integer == 2)
    let manual = try #require(try reader.resolved(root["First"])?.dictionary)
    #expect(manual["Title"]?.text == "操作手册")
    #expect(manual["Count"]?.integer == 1)
    let login = try #require(try reader.resolved(manual["First"])?.dictionary)
    #expect(login["Title"]?.text == "一、登录")
    #expect(login["Count"]?.integer == -1)
    let destination = try #require(login["Dest"]?.array)
    #expect(try reader.resolved(destination[0])?.dictionary?["Type"]?.name == "Page")
    // 841.89 less 30 mm.
    #expect(destination[3] == .number(756.85))
    #expect(try reader.resolved(login["First"])?.dictionary?["Title"]?.text == "𠮷")
  }

  @Test("a file without headings says nothing of an outline")
  func none() throws {
    let reader = try TinyReader(try Written.file(pages: [[]]))
    let catalog = try #require(try reader.resolved(reader.trailer["Root"])?.dictionary)
    #expect(catalog["Outlines"] == nil && catalog["PageMode"] == nil && catalog["Names"] == nil)
  }
}

@Suite struct LinkTests {
  private func entry(_ id: String, page: Int = 1) -> OutlineEntry {
    OutlineEntry(level: 1, title: id, id: id, page: page, top: .zero)
  }

  private func link(_ destination: String) -> PageItem {
    .link(LinkArea(area: .sample, destination: destination, mark: .node(0)))
  }

  private func page(_ items: PageItem...) -> Page {
    Page(number: 1, size: Written.a4, items: items)
  }

  @Test("an address on the web is written in 7-bit characters")
  func address() throws {
    let annotation = LinkAnnotation(.sample, section: 0)
    #expect(
      annotation.target == .address("https://example.cn/%E5%90%8D%E5%86%8C?a=1")
    )
    var buffer = ByteBuffer()
    try buffer.append(annotation.dictionary(pageHeight: .mm(297), tag: nil))
    let written = String(decoding: buffer.bytes, as: UTF8.self)
    #expect(written.contains("/Rect [56.693 677.48 141.732 700.157]"))
    #expect(written.contains("/URI (https://example.cn/%E5%90%8D%E5%86%8C?a=1)"))
    #expect(written.contains("/F 4"))
  }

  @Test("an inner link finds its heading in its own document of the file")
  func inner() throws {
    let file = try Written.file { writer in
      for title in ["甲", "乙"] {
        let firstPage = writer.pageCount
        writer.begin(title: title)
        try writer.add(page(link("#top")))
        try writer.addOutline([entry("top")], firstPage: firstPage)
      }
    }
    #expect(try complaints(about: file) == [])
    let reader = try TinyReader(file)
    let catalog = try #require(try reader.resolved(reader.trailer["Root"])?.dictionary)
    let names = try reader.resolved(catalog["Names"]?.dictionary?["Dests"])?.dictionary?["Names"]
    let keys = try #require(names?.array).compactMap(\.text)
    #expect(keys == ["2:top", "top"])
    let outline = try reader.resolved(catalog["Outlines"])?.dictionary
    let first = try #require(try reader.resolved(outline?["First"])?.dictionary)
    #expect(first["Title"]?.text == "甲")
    #expect(try reader.resolved(first["First"])?.dictionary?["Title"]?.text == "top")
    #expect(
      catalog["PageLabels"]?.dictionary?["Nums"]?.array?.compactMap(\.integer) == [0, 1]
    )
  }

  @Test("many names make a balanced tree in the order of their bytes", arguments: [50, 51, 2501])
  func manyNames(count: Int) throws {
    let file = try Written.file { writer in
      try writer.add(page(link("#节1")))
      try writer.addOutline((0..<count).map { entry("节\($0)") }, firstPage: 0)
    }
    let reader = try TinyReader(file)
    let catalog = try #require(try reader.resolved(reader.trailer["Root"])?.dictionary)
    var keys: [[UInt8]] = []
    func visit(_ thing: Thing?) throws {
      let node = try #require(try reader.resolved(thing)?.dictionary)
      for kid in node["Kids"]?.array ?? [] { try visit(kid) }
      for case .string(let key) in node["Names"]?.array ?? [] { keys.append(key) }
    }
    try visit(catalog["Names"]?.dictionary?["Dests"])
    #expect(keys.count == count)
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    #expect(try complaints(about: file) == [])
  }

  @Test("links without headings and headings of one name are told together, each with its place")
  func faults() throws {
    let violations = violations { writer in
      var second = link("#b")
      if case .link(var area) = second {
        area.source = .source(SourceLocation(file: "body.md", line: 3))
        second = .link(area)
      }
      try writer.add(page(link("#nowhere"), second, link("#a"), link("#nowhere")))
      var again = entry("a")
      again.source = .field(FieldLocation(row: 2, field: "e.name"))
      try writer.addOutline([entry("a"), again], firstPage: 0)
      writer.begin()
      try writer.add(page(link("#a")))
    }
    #expect(
      violations.map(\.kind) == [
        .duplicateDestination("a"), .danglingLink("a"), .danglingLink("b"),
        .danglingLink("nowhere"),
      ]
    )
    #expect(
      violations.map(\.origin) == [
        .field(FieldLocation(row: 2, field: "e.name")), .unknown,
        .source(SourceLocation(file: "body.md", line: 3)), .unknown,
      ]
    )
  }
}

@Suite struct SectionsTests {
  @Test("each page belongs to the document begun last before it")
  func lookup() {
    var sections = Sections()
    sections.begin(title: "a", at: 0)
    sections.begin(title: "b", at: 3)
    sections.begin(title: "c", at: 3)
    sections.begin(title: "d", at: 5)
    #expect(sections.sections.map(\.title) == ["a", "c", "d"])
    #expect((0..<7).map { sections.section(ofPage: $0) } == [0, 0, 0, 1, 1, 2, 2])
  }
}

@Suite struct EmptySectionTests {
  @Test("a document that got no pages leaves no trace")
  func trailing() throws {
    func file(_ end: (PDFWriter) -> Void) throws -> [UInt8] {
      try Written.file { writer in
        writer.begin(title: "甲")
        try writer.add(Page(number: 1, size: Written.a4))
        end(writer)
      }
    }
    #expect(try file { $0.begin(title: "乙") } == file { _ in })
  }
}

@Suite struct BranchesTests {
  @Test("groups are as few as possible and about equally large")
  func groups() {
    #expect(Branches.groups(of: 0) == [])
    #expect(Branches.groups(of: 50) == [0..<50])
    #expect(Branches.groups(of: 51) == [0..<25, 25..<51])
    for count in 1...1000 {
      let groups = Branches.groups(of: count)
      #expect(groups.map(\.count).reduce(0, +) == count)
      #expect(groups.allSatisfy { (1...50).contains($0.count) })
    }
  }
}
