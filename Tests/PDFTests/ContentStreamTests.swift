import Geometry
import Pages
import Styling
import TestSupport
import Testing

@testable import PDF

@Suite struct ContentStreamTests {
  @Test("a page in all its parts reads as it should")
  func golden() throws {
    var tight = GlyphRun.fake("张三", at: Point(x: .pt(200), y: .pt(100)))
    tight.glyphs[1].x = .pt(9.5)
    var raised = GlyphRun.fake("注1", at: Point(x: .pt(300), y: .pt(100)))
    raised.glyphs[1].rise = .pt(3)
    let grey = Ink(grey: 128)
    let red = Ink(red: 255, green: 0, blue: 0)
    let content = try Written.content(of: [
      .fill(Rectangle(x: .pt(50), y: .pt(40), width: .pt(100), height: .pt(20)), Ink(grey: 235)),
      .rule(Rule(from: .pt(50, 40), to: .pt(150, 40), thickness: .mm(0.4))),
      .rule(Rule(from: .pt(50, 60), to: .pt(150, 60), thickness: .mm(0.2))),
      .rule(Rule(from: .pt(50, 80), to: .pt(150, 80), thickness: .mm(0.2), ink: red)),
      .glyphs(.fake("姓名", at: .pt(60, 54))),
      .glyphs(.fake([(300, "一"), (300, "\u{2F00}"), (301, "𠮷")], at: .pt(60, 100), ink: grey)),
      .glyphs(tight),
      .glyphs(raised),
      .stampPlace(StampArea(name: "employer", area: .sample)),
      .link(.sample),
      .glyphs(.fake("第 1 页", at: .pt(250, 800), mark: .decoration)),
      .glyphs(.fake("共 2 页", at: .pt(300, 800), mark: .decoration)),
    ])
    try expectGolden(content, "page.txt")
  }

  @Test("an empty page leaves nothing but the saved state")
  func empty() throws {
    #expect(try Written.content(of: []) == "q\nQ\n")
    #expect(try Written.content(of: [.stampPlace(StampArea(name: "a", area: .sample))]) == "q\nQ\n")
  }

  @Test("a run without glyphs writes nothing")
  func noGlyphs() throws {
    #expect(try Written.content(of: [.glyphs(.fake([]))]) == "q\nQ\n")
  }

  @Test("glyphs at their nominal advance need no adjustment; half a thousandth is let pass")
  func nominal() throws {
    var run = GlyphRun.fake("张三李")
    run.glyphs[1].x = .pt(10.004)
    run.glyphs[2].x = .pt(20.004)
    let content = try Written.content(of: [.glyphs(run)])
    #expect(content.contains("> Tj"))
    #expect(!content.contains("TJ"))
  }

  @Test("a run that is shown again is written as it was the first time")
  func again() throws {
    var lifted = GlyphRun.fake("注2")
    lifted.glyphs[1].rise = .pt(3)
    let cluster = GlyphRun.fake([(5, "ffi"), (6, "葛"), (7, "")])
    var apart = GlyphRun.fake("张三 李四")
    apart.glyphs[3].x = .pt(33)
    for run in [GlyphRun.fake("张三"), apart, lifted, cluster, .fake([(5, "x")]), .fake([(9, "一")])] {
      let content = try Written.content(of: [.glyphs(run), .glyphs(run)])
      let shown = content.split(separator: "BT\n").dropFirst().map { text in
        text.split(separator: "\n").filter { !$0.contains(" Tf") && !$0.hasPrefix("Q") }
      }
      #expect(shown.count == 2)
      #expect(shown[0] == shown[1], "\(run.text)")
    }
  }

  @Test("placed glyphs stand within half a thousandth of their em, however long the line")
  func placement() throws {
    for seed in 0..<20 {
      var random = SeededGenerator(seed: UInt64(seed))
      var line = ShownText(size: Number(thousandths: 10_500))
      var content = ByteBuffer()
      var places: [Double] = []
      var x = 0.0
      for _ in 0..<200 {
        places.append(x)
        line.add(300, at: .pt(x), advance: 1000, to: &content)
        x += Double.random(in: 8...12, using: &random)
      }
      line.finish(in: &content)
      let shown = positions(withTextInDigits(content.bytes), advance: 1000)
      try #require(shown.count == places.count, "seed \(seed)")
      for (index, place) in places.enumerated() {
        #expect(abs(shown[index] - place / 10.5 * 1000) < 0.51, "seed \(seed), glyph \(index)")
      }
    }
  }

  /// Returns where a reader puts each glyph of a text-showing operator, in thousandths of an em.
  private func positions(_ operation: String, advance: Double) -> [Double] {
    var (pen, positions) = (0.0, [Double]())
    for part in operation.split(whereSeparator: { "[]<".contains($0) }) {
      let pieces = part.split(separator: ">", omittingEmptySubsequences: false)
      if pieces.count == 2 {
        for _ in 0..<pieces[0].count / 4 {
          positions.append(pen)
          pen += advance
        }
      }
      if let adjustment = Double(pieces.last ?? "") { pen -= adjustment }
    }
    return positions
  }

  @Test("marked content and text objects are balanced whatever the items", arguments: 0..<50)
  func balanced(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let items: [PageItem] = (0..<30).map { _ in
      switch Int.random(in: 0..<5, using: &random) {
      case 0: .rule(.sample)
      case 1: .fill(.sample, .black)
      case 2: .glyphs(.fake([(7, "a"), (7, "b")]))
      case 3: .glyphs(.fake("名", mark: .decoration))
      default: .link(.sample)
      }
    }
    let operators = try Written.content(of: items).split(separator: "\n").compactMap {
      $0.split(separator: " ").last.map(String.init)
    }
    var open: [String] = []
    for name in operators {
      switch name {
      case "q", "BT": open.append(name)
      case "BMC", "BDC": open.append("MC")
      case "Q": #expect(open.popLast() == "q", "seed \(seed)")
      case "ET": #expect(open.popLast() == "BT", "seed \(seed)")
      case "EMC": #expect(open.popLast() == "MC", "seed \(seed)")
      default: continue
      }
    }
    #expect(open.isEmpty, "seed \(seed)")
  }

  @Test("glyph 0 fails the file: the failure names text and source")
  func missingGlyph() throws {
    let run = GlyphRun.fake([(300, "名"), (0, "𬭼")])
    let broken = violations {
      try $0.add(Page(number: 1, size: Written.a4, items: [.glyphs(run), .glyphs(run)]))
    }
    #expect(broken == [PDFViolation(.missingGlyph(FontID(index: 0), text: "𬭼"), at: run.source)])
  }
}

extension Point {
  /// A point by its distances in points.
  static func pt(_ x: Double, _ y: Double) -> Point { Point(x: .pt(x), y: .pt(y)) }
}
