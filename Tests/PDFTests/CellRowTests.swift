import Diagnostics
import Geometry
import Pages
import Styling
import TestSupport
import Testing

@testable import PDF

/// The texts of a row as they stand in a content stream.
@Suite struct CellRowTests {
  private func cell(_ run: GlyphRun, _ x: Double, _ y: Double = 0, _ mark: Mark = .node(0))
    -> CellRow.Cell
  {
    CellRow.Cell(SharedRun(run), at: .pt(x, y), mark: mark, source: .unknown)
  }

  @Test("texts are moved from one to the next, and read as runs do when they are shown again")
  func relative() throws {
    var tight = GlyphRun.fake("张三")
    tight.glyphs[1].x = .pt(9.5)
    let cells = [
      cell(.fake("甲"), 10), cell(.fake("乙"), 42.5, -1.25), cell(tight, 40), cell(.fake("甲"), 90),
    ]
    let row = CellRow(cells, at: .pt(100, 141.89))
    let known = GlyphRun.fake("甲乙")
    let content = try Written.content(of: [.glyphs(known), .cells(row)])
    let shown = try #require(content.split(separator: "ET\n").dropFirst().first)
    #expect(
      shown == """
        BT
        110 700 Td
        <7533> Tj
        32.5 1.25 Td
        <4E5A> Tj
        -2.5 -1.25 Td
        [<5F21>50<4E0A>] TJ
        50 0 Td
        <7533> Tj

        """
    )
  }

  @Test("each text is content of its cell inside the one text object of the row")
  func marked() throws {
    let row = CellRow([cell(.fake("甲"), 0, 0, .node(0)), cell(.fake("乙乙"), 50, 0, .node(1))])
    let steps: [StructureStep] = [
      .open(StructureElement(.table)), .open(StructureElement(.tableBody)), .row(nodes: 0..<2),
      .close(to: 0),
    ]
    let file = try Written.file(form: .plain, conformance: .archival) { writer in
      for number in 1...2 {
        let page = Page(number: number, size: Written.a4, items: [.cells(row)], structure: steps)
        try writer.add(page)
      }
    }
    let text = withTextInDigits(file)
    let object = """
      BT
      /F0 10 Tf
      /TD<</MCID 0>>BDC
      0 841.89 Td
      <7533> Tj
      EMC
      /TD<</MCID 1>>BDC
      50 0 Td
      <4E5A4E5A> Tj
      EMC
      ET

      """
    #expect(text.split(separator: object).count == 3, "on both pages")
    #expect(try complaints(about: file) == [])
  }

  @Test("a text in another language is a span of its own among the texts of its row")
  func foreign() throws {
    var english = GlyphRun.fake("PLC")
    english.language = .english
    let row = CellRow([cell(.fake("甲"), 0, 0, .node(0)), cell(english, 50, 0, .node(1))])
    let steps: [StructureStep] = [
      .open(StructureElement(.table)), .open(StructureElement(.tableBody)), .row(nodes: 0..<2),
      .close(to: 0),
    ]
    let file = try Written.file(form: .plain, conformance: .archival) { writer in
      try writer.add(Page(number: 1, size: Written.a4, items: [.cells(row)], structure: steps))
    }
    let object = """
      EMC
      /Span<</MCID 1/Lang (en)>>BDC
      50 0 Td
      <0051004D0044> Tj
      EMC
      ET

      """
    #expect(withTextInDigits(file).contains(object))
    #expect(try complaints(about: file) == [])
  }

  @Test("rows say what their texts say one by one, whatever they are", arguments: 0..<60)
  func asRuns(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let runs = (0..<8).map { _ in
      let text = String((0..<3).map { _ in "张三李四0A".randomElement(using: &random) ?? "甲" })
      var run = GlyphRun.fake(text)
      if Bool.random(using: &random) { run.glyphs[2].x += .pt(1) }
      if Int.random(in: 0..<8, using: &random) == 0 { run.glyphs[1].rise = .pt(2) }
      if Int.random(in: 0..<8, using: &random) == 0 { run.glyphs[0].id = 5 }
      if Int.random(in: 0..<4, using: &random) == 0 { run.ink = Ink(red: 9, green: 9, blue: 9) }
      if Int.random(in: 0..<4, using: &random) == 0 { run.size = .pt(8) }
      if seed.isMultiple(of: 5) { run.language = .english }
      return SharedRun(run)
    }
    let mark = seed.isMultiple(of: 7) ? Mark.decoration : .node(0)
    let rows = (0..<6).map { number in
      let cells = (0..<Int.random(in: 1...8, using: &random)).map { column in
        let y = Double.random(in: -3...3, using: &random)
        let run = runs.randomElement(using: &random) ?? runs[0]
        return CellRow.Cell(run, at: .pt(Double(column) * 60, y), mark: mark, source: .unknown)
      }
      return CellRow(cells, at: .pt(20, 400 + Double(number) * 20))
    }
    let whole = try Written.content(of: rows.map(PageItem.cells))
    let parts = try Written.content(of: rows.flatMap(\.runs).map(PageItem.glyphs))
    #expect(try ShownLine.all(in: whole) == ShownLine.all(in: parts), "seed \(seed)")
  }

  @Test("a text without its glyph is complained of wherever it stands")
  func missing() throws {
    var run = GlyphRun.fake("甲")
    run.glyphs[0].id = 0
    let shared = SharedRun(run)
    let cells = (1...4).map { row in
      let source = Origin.field(FieldLocation(row: row, field: "e.name"))
      return CellRow.Cell(shared, at: .pt(10, Double(row) * 20), mark: .node(0), source: source)
    }
    var uses = FontUses()
    _ = try ContentStream.bytes(
      of: [.cells(CellRow(cells))],
      pageHeight: Written.a4.height,
      fonts: FakeFonts.fonts,
      uses: &uses
    )
    var runs = FontUses()
    _ = try ContentStream.bytes(
      of: CellRow(cells).runs.map(PageItem.glyphs),
      pageHeight: Written.a4.height,
      fonts: FakeFonts.fonts,
      uses: &runs
    )
    #expect(!uses.violations.isEmpty)
    #expect("\(uses.violations)" == "\(runs.violations)")
  }
}

/// A line of text on a page: where it begins, and what shows it.
private struct ShownLine: Equatable {
  var x = 0
  var y = 0
  var operations: [String] = []

  /// Returns the lines of a content stream, in thousandths of a point.
  static func all(in content: String) throws -> [ShownLine] {
    var lines: [ShownLine] = []
    var pen = ShownLine()
    for operation in content.split(separator: "\n") {
      let words = operation.split(separator: " ")
      switch words.last {
      case "BT": pen = ShownLine()
      case "Td":
        let way = try words.prefix(2).map { word in
          Int((try #require(Double(word)) * 1000).rounded())
        }
        pen = ShownLine(x: pen.x + way[0], y: pen.y + way[1])
        lines.append(pen)
      case "Tj", "TJ", "Ts", "BDC", "EMC":
        if !lines.isEmpty { lines[lines.count - 1].operations.append(String(operation)) }
      default: continue
      }
    }
    return lines
  }
}
