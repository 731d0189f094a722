import Diagnostics
import DocumentTree
import Geometry
import Layout
import Pages
import Styling
import TestSupport
import Testing

/// What holds for every document on every sheet.
struct LayoutPropertyTests {
  private static let noStart = Set("，、。：；？！）》”…—·℃%％")

  /// A style made by chance: any margins that leave 10 mm, any sizes that a person might choose.
  private func style(_ random: inout SeededGenerator) -> PageStyle {
    var style = Bool.random(using: &random) ? Sample.portrait() : Sample.landscape()
    let least = min(style.paper.width, style.paper.height).millimetres
    let side = Double.random(in: 8...(least / 2 - 6), using: &random)
    let level = Double.random(in: 8...(least / 2 - 12), using: &random)
    style.margins = Insets(top: .mm(level), left: .mm(side), bottom: .mm(level), right: .mm(side))
    for role in TextRole.allCases {
      var text = style[role]
      text.size = .pt(Double.random(in: 5...22, using: &random))
      text.linePitch = text.size * Double.random(in: 1...2, using: &random)
      text.alignment = Alignment.allCases.randomElement(using: &random) ?? .left
      text.firstLineIndent = Double(Int.random(in: 0...4, using: &random))
      style.roles[role] = text
    }
    style.table.rowsPerPage = Bool.random(using: &random) ? nil : 3
    return style
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func everythingLiesOnItsPageAndNothingIsLost(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let style = style(&random)
    var source = RandomDocument(seed: seed, isRich: seed.isMultiple(of: 2))
    let document = source.make()
    let pages = try Sample.pages(document, style)
    #expect(pages.map(\.number) == Array(1...pages.count), "seed \(seed)")
    let sheet = Rectangle(x: .zero, y: .zero, width: style.paper.width, height: style.paper.height)
    for page in pages {
      for item in page.allItems.flatMap(\.parts) {
        #expect(sheet.contains(item.area), "seed \(seed) page \(page.number): \(item)")
      }
    }
    let (found, wanted) = (printed(pages, visible(source.text)), visible(source.text))
    #expect(found == wanted, "seed \(seed): \(difference(found, wanted))")
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func noLineStartsWithAForbiddenMark(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = [
      "劳动", "合同", "甲", "，", "。", "（签字）", "“新”", "《法》", "80%", "3月1日", "Form", "——", "……",
    ]
    var text = "甲"
    var marks = 0
    for _ in 0..<200 {
      let word = words[Int.random(in: 0..<words.count, using: &random)]
      marks = word.count == 1 || word.contains("—") || word.contains("…") ? marks + 1 : 0
      text += marks > 2 ? "文" : word
      if marks > 2 { marks = 0 }
    }
    var style = Sample.portrait()
    style.margins.right = .mm(Double.random(in: 28...110, using: &random))
    let pages = try Sample.pages(Sample.document(Sample.paragraph(text)), style)
    for line in pages.flatMap({ $0.lines }) {
      #expect(!Self.noStart.contains(line.first ?? "甲"), "seed \(seed): \(line)")
    }
  }

  @Test(arguments: [1, 200])
  func nestingOfAnyDepthIsLaidOut(depth: Int) throws {
    var block = Sample.paragraph("底")
    var inline = Inline<Never>.text("心", .unknown)
    for level in 0..<depth {
      let list = List<Never>(start: 1, isTight: true, items: [ListItem(blocks: [block])])
      block = level.isMultiple(of: 2) ? .list(list) : .quote([block])
      if level.isMultiple(of: 5) {
        block = .callout(Callout(kind: .note, title: "层", blocks: [block]))
      }
      inline = .strong([inline])
    }
    let last = Block<Never>.paragraph(Paragraph(content: [inline], origin: .unknown))
    let pages = try Sample.pages(Sample.document(block, last))
    #expect(pages.textsInReadingOrder.joined().hasSuffix("底心"))
    let sheet = Rectangle(x: .zero, y: .zero, width: .mm(210), height: .mm(297))
    for item in pages.flatMap({ $0.allItems.flatMap(\.parts) }) {
      #expect(sheet.contains(item.area))
    }
  }

  @Test func aWordOfAnyLengthIsTornRatherThanClipped() throws {
    let word = String(repeating: "a", count: 5000)
    let pages = try Sample.pages(Sample.document(Sample.paragraph(word)))
    #expect(pages.textsInReadingOrder == [word])
    for run in pages.flatMap({ $0.runs }) { #expect(run.origin.x + run.width <= .mm(182)) }
  }

  @Test func everyRunSaysWhereItsTextCameFrom() throws {
    let pages = try Sample.pages(Sample.document(.table(Sample.roster(2))), Sample.landscape())
    let runs = pages.flatMap { $0.runs }
    let name = try #require(runs.last { $0.text == "张三" })
    #expect(name.source == .field(FieldLocation(row: 2, field: "c1")))
  }

  @Test func offsetsOfGlyphsPointIntoTheirRunsText() throws {
    var source = RandomDocument(seed: 7)
    for run in try Sample.pages(source.make()).flatMap({ $0.runs }) {
      let starts = Set(
        run.text.unicodeScalars.indices.map {
          run.text.utf8.distance(from: run.text.startIndex, to: $0)
        }
      )
      #expect(run.glyphs.allSatisfy { starts.contains($0.textOffset) })
      #expect(run.glyphs.first?.textOffset == 0)
      #expect(zip(run.glyphs, run.glyphs.dropFirst()).allSatisfy { $0.textOffset <= $1.textOffset })
    }
  }

  /// The visible characters that are content, in the order of the logical structure; the text of a cell that goes on
  /// on another page is there once more, which does not count.
  private func printed(_ pages: [Page], _ wanted: String) -> String {
    var (found, texts) = ("", Set<String>())
    for text in pages.textsInReadingOrder.map(visible) {
      if texts.contains(text), !wanted.dropFirst(found.count).hasPrefix(text) { continue }
      texts.insert(text)
      found += text
    }
    return found
  }

  /// The first place where two texts part.
  private func difference(_ found: String, _ wanted: String) -> String {
    let shared = zip(found, wanted).prefix { $0 == $1 }.count
    return
      "'\(found.dropFirst(shared).prefix(20))' instead of '\(wanted.dropFirst(shared).prefix(20))'"
  }

  private func visible(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

extension PageItem {
  /// The texts of a row one by one, any other item as it is.
  fileprivate var parts: [PageItem] {
    if case .cells(let row) = self { row.runs.map(PageItem.glyphs) } else { [self] }
  }

  /// The area that the item takes; runs of text reach from the top of their em box to its foot.
  fileprivate var area: Rectangle {
    switch self {
    case .glyphs(let run):
      Rectangle(
        x: run.origin.x,
        y: run.origin.y - run.size * 0.88,
        width: run.width,
        height: run.size
      )
    case .cells(let row):
      preconditionFailure("the texts of \(row) are looked at one by one")
    case .rule(let rule):
      Rectangle(
        x: min(rule.start.x, rule.end.x),
        y: min(rule.start.y, rule.end.y),
        width: max(rule.start.x, rule.end.x) - min(rule.start.x, rule.end.x),
        height: max(rule.start.y, rule.end.y) - min(rule.start.y, rule.end.y)
      )
    case .fill(let area, _): area
    case .shape(let path, _):
      path.bounds ?? Rectangle(x: .zero, y: .zero, width: .zero, height: .zero)
    case .stampPlace(let stamp): stamp.area
    case .link(let link): link.area
    case .drawing(let drawing): drawing.area
    case .watermark(let watermark):
      Rectangle(x: watermark.centre.x, y: watermark.centre.y, width: .zero, height: .zero)
    }
  }
}
