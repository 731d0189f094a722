import Diagnostics
import Foundation
import FoundationXML
import Geometry
import Pages
import Styling
import TestSupport
import Testing

@testable import Preview

/// What a reader of XML that nobody here wrote finds in a file.
private final class XMLReading: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private(set) var text = ""
  private(set) var isWellFormed = false

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append((name, attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func values(of attribute: String, in name: String) -> [String] {
    elements.filter { $0.name == name }.compactMap { $0.attributes[attribute] }
  }
}

@Suite struct SVGTests {
  private func svg(_ page: Page, title: String = "《小样》第1页") throws -> [UInt8] {
    try PageArtist(fonts: try TestFonts.libraryOfAllScripts()).svg(of: page, title: title)
  }

  @Test func everyGlyphIsDescribedOnceAndShownInItsPlace() throws {
    let sheet = try SmallSheet()
    let reading = XMLReading(try svg(sheet.page))
    #expect(reading.isWellFormed)
    let described = reading.values(of: "id", in: "path")
    let shown = reading.values(of: "xlink:href", in: "use").map { String($0.dropFirst()) }
    #expect(described.count == Set(described).count)
    #expect(Set(shown) == Set(described))
    var inked: [String] = []
    var places: [String] = []
    sheet.page.allItems.forEachRun { run in
      let names = run.glyphs.map { "g\(run.font.index)-\($0.id)" }
      inked += names
      guard names.contains(where: described.contains) else { return }
      places.append("translate(\(run.origin.x) \(run.origin.y))")
    }
    #expect(shown == inked.filter(described.contains))
    #expect(inked.count - shown.count < 5, "only spaces have no ink")
    let said = reading.values(of: "transform", in: "g")
    #expect(places.allSatisfy { place in said.contains { $0.hasPrefix(place) } })
  }

  @Test func aSheetIsTheSameBytesWheneverItIsDrawn() throws {
    #expect(try svg(try SmallSheet().page) == svg(try SmallSheet().page))
    let sheets = (try SmallSheet(), try SmallSheet())
    let first = try PageArtist(fonts: sheets.0.fonts).png(of: sheets.0.page, resolution: 96)
    #expect(try first == PageArtist(fonts: sheets.1.fonts).png(of: sheets.1.page, resolution: 96))
  }

  @Test func linesAndAreasAreWrittenAsTheyStand() throws {
    var page = Page(number: 1, size: Size(width: .mm(20), height: .mm(10)))
    page.items = [
      .fill(Rectangle(x: .mm(1), y: .mm(2), width: .mm(3), height: .mm(4.5)), Ink(grey: 235)),
      .rule(
        Rule(
          from: Point(x: .mm(1), y: .mm(2)),
          to: Point(x: .mm(4), y: .mm(2)),
          thickness: .mm(0.2)
        )
      ),
      .stampPlace(
        StampArea(
          name: "employer",
          area: Rectangle(x: .mm(1), y: .mm(1), width: .mm(1), height: .mm(1))
        )
      ),
    ]
    try expectGolden(String(decoding: try svg(page), as: UTF8.self), "lines.svg")
  }

  /// A square with a square hole, whose edge runs the other way round.
  private func pageWithAShape() -> Page {
    func contour(_ corners: [(Double, Double)]) -> [Path.Step] {
      let places = corners.map { Point(x: .mm($0.0), y: .mm($0.1)) }
      return [.move(to: places[0])] + places.dropFirst().map { .line(to: $0) } + [.close]
    }
    let path = Path(
      steps: contour([(1, 1), (9, 1), (9, 9), (1, 9)]) + contour([(3, 3), (3, 7), (7, 7), (7, 3)])
    )
    let size = Size(width: .mm(10), height: .mm(10))
    return Page(number: 1, size: size, items: [.shape(path, .sealRed)])
  }

  @Test func contoursAreWrittenInMillimetres() throws {
    let reading = XMLReading(try svg(pageWithAShape()))
    #expect(
      reading.values(of: "d", in: "path") == ["M1,1L9,1L9,9L1,9ZM3,3L3,7L7,7L7,3Z"]
    )
    #expect(reading.values(of: "fill", in: "path") == ["#d80018"])
  }

  @Test func contoursThatRunAgainstEachOtherLeaveAHole() throws {
    let artist = PageArtist(fonts: try TestFonts.library())
    let pixels = try Pixels(ofPNG: artist.png(of: pageWithAShape(), resolution: 254))
    func grey(_ x: Int, _ y: Int) -> UInt8 { pixels.values[y * pixels.width + x] }
    #expect(grey(20, 20) == 80 && grey(50, 50) == 255 && grey(5, 5) == 255)
  }

  @Test func aTitleIsTextWhateverItSays() throws {
    let page = Page(number: 1, size: Size(width: .mm(20), height: .mm(10)))
    let title = "</title><script>x</script>&amp;\"'\u{1}\u{FFFF}]]>甲"
    let reading = XMLReading(try svg(page, title: title))
    #expect(reading.isWellFormed)
    #expect(reading.elements.map(\.name) == ["svg", "title", "rect", "defs"])
    #expect(reading.text.contains("</title><script>x</script>&amp;\"'\u{FFFD}\u{FFFD}]]>甲"))
  }

  @Test func aGlyphThatIsNoneIsRefusedInBothFormats() throws {
    var page = Page(number: 1, size: Size(width: .mm(20), height: .mm(10)))
    let run = GlyphRun(
      font: FontID(index: 0),
      size: .pt(10),
      origin: Point(x: .mm(1), y: .mm(5)),
      width: .pt(10),
      glyphs: [PlacedGlyph(id: 0, x: .zero, textOffset: 0)],
      text: "□",
      ink: .black,
      mark: .decoration,
      source: .unknown
    )
    page.items = [.glyphs(run)]
    let artist = PageArtist(fonts: try TestFonts.library())
    for draw in [
      { try artist.svg(of: page, title: "") }, { try artist.png(of: page, resolution: 96) },
    ] {
      let failure = #expect(throws: PreviewFailure.self) { _ = try draw() }
      #expect(failure?.description == "图片中的文字缺少字形：“□”")
    }
    var lost = run
    lost.font = FontID(index: 999)
    lost.glyphs[0].id = 1
    page.items = [.glyphs(lost)]
    let failure = #expect(throws: PreviewFailure.self) { _ = try artist.svg(of: page, title: "") }
    #expect(failure?.description == "图片无法画字形：字体编号 999 不存在")
  }
}
