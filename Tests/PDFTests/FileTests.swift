import Geometry
import Pages
import Styling
import TestSupport
import Testing

@testable import PDF

@Suite struct FileTests {
  @Test("the file begins with its version and a binary mark")
  func header() throws {
    let file = try Written.file(pages: [[]])
    #expect(Array(file.prefix(15)) == Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 10])
  }

  @Test("every entry of the cross-reference finds its object", arguments: [1, 2, 49, 50, 51, 501])
  func everyEntry(pageCount: Int) throws {
    for form in [ObjectFile.Form.compact, .plain] {
      let items = [PageItem.glyphs(.fake("名册"))]
      let file = try Written.file(form: form, pages: Array(repeating: items, count: pageCount))
      let reader = try TinyReader(file)
      let size = try #require(reader.trailer["Size"]?.integer)
      #expect(reader.entries.count == size - 1)
      for number in 1..<size { _ = try reader.object(number) }
    }
  }

  @Test("the trailer names catalog, information and an identifier of 16 bytes twice")
  func trailer() throws {
    let reader = try TinyReader(try Written.file(pages: [[]]))
    #expect(try reader.resolved(reader.trailer["Root"])?.dictionary?["Type"] == .name("Catalog"))
    #expect(
      try reader.resolved(reader.trailer["Info"])?.dictionary?["Title"]?.text == "名册"
    )
    let identifiers = try #require(reader.trailer["ID"]?.array)
    guard case .string(let identifier) = identifiers[0] else {
      Issue.record("the identifier is a string")
      return
    }
    #expect(identifier.count == 16)
    #expect(identifiers == [.string(identifier), .string(identifier)])
  }

  @Test("the page tree is balanced and keeps the order", arguments: [1, 50, 51, 2500, 2501])
  func pageTree(pageCount: Int) throws {
    let file = try Written.file { writer in
      for page in 1...pageCount {
        // The width tells the pages apart.
        let size = Size(width: .pt(100 + Double(page) / 10), height: .pt(200))
        try writer.add(Page(number: page, size: size))
      }
    }
    let reader = try TinyReader(file)
    let catalog = try #require(try reader.resolved(reader.trailer["Root"])?.dictionary)
    var widths: [Double] = []
    var depths: Set<Int> = []
    func visit(_ number: Int, parent: Int?, depth: Int) throws -> Int {
      let node = try #require(try reader.object(number).dictionary)
      #expect(node["Parent"]?.reference == parent)
      guard node["Type"] == .name("Pages") else {
        guard case .number(let width) = node["MediaBox"]?.array?[2] else { return 0 }
        widths.append(width)
        depths.insert(depth)
        return 1
      }
      let kids = try #require(node["Kids"]?.array)
      #expect(kids.count <= 50)
      var count = 0
      for kid in kids {
        count += try visit(try #require(kid.reference), parent: number, depth: depth + 1)
      }
      #expect(node["Count"]?.integer == count)
      return count
    }
    _ = try visit(try #require(catalog["Pages"]?.reference), parent: nil, depth: 0)
    #expect(widths == (1...pageCount).map { 100 + Double($0) / 10 })
    #expect(depths.count == 1)
  }

  @Test("the same pages give the same bytes")
  func deterministic() throws {
    let items = [PageItem.glyphs(.fake("张三李四")), .rule(.sample), .link(.sample)]
    let pages = [items, [], items]
    #expect(try Written.file(pages: pages) == Written.file(pages: pages))
    #expect(try Written.file(pages: pages) != Written.file(pages: [items]))
  }

  @Test("qpdf finds nothing to say", arguments: [1, 60])
  func qpdf(pageCount: Int) throws {
    let items = [
      PageItem.glyphs(.fake("张三，𠮷")), .rule(.sample), .fill(.sample, .black), .link(.sample),
    ]
    for form in [ObjectFile.Form.compact, .plain] {
      let pages = Array(repeating: items, count: pageCount)
      #expect(try complaints(about: Written.file(form: form, pages: pages)) == [])
    }
  }

  @Test("qpdf would have something to say about a broken file")
  func brokenFile() throws {
    var file = try Written.file(form: .plain, pages: [[]])
    let place = try #require(file.firstRange(of: Array("endobj".utf8)))
    file.removeSubrange(place)
    #expect(try complaints(about: file) != [])
  }

  @Test("ten thousand pages do not wait in memory: each leaves when it is added")
  func pagesLeave() throws {
    final class Counter { var count = 0 }
    let sink = Counter()
    let writer = try PDFWriter(
      metadata: Written.metadata,
      fonts: FakeFonts.fonts,
      conformance: .plain,
      write: { sink.count += $0.count }
    )
    for number in 1...10_000 {
      let before = sink.count
      let page = Page(number: number, size: Written.a4, items: [.glyphs(.fake("名册"))])
      try writer.add(page)
      if sink.count <= before { Issue.record("page \(number) waits") }
    }
    let before = sink.count
    try writer.finish()
    // What waited is some twenty bytes a page.
    #expect(sink.count - before < 250_000)
  }
}

extension Rule {
  static let sample = Rule(
    from: Point(x: .mm(20), y: .mm(40)),
    to: Point(x: .mm(190), y: .mm(40)),
    thickness: .mm(0.2)
  )
}

extension Rectangle {
  static let sample = Rectangle(x: .mm(20), y: .mm(50), width: .mm(30), height: .mm(8))
}

extension LinkArea {
  static let sample = LinkArea(
    area: .sample,
    destination: "https://example.cn/名册?a=1",
    mark: .part(0, of: 0)
  )
}
