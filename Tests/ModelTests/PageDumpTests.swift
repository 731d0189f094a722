import Diagnostics
import Geometry
import Pages
import Styling
import Testing

/// What the text dump of a page shows.
struct PageDumpTests {
  private let run = GlyphRun(
    font: FontID(index: 2),
    size: .mm(4),
    origin: Point(x: .mm(10), y: .mm(20.5)),
    width: .mm(8),
    glyphs: [
      PlacedGlyph(id: 7, x: .zero, textOffset: 0),
      PlacedGlyph(id: 9, x: .mm(4), rise: .mm(0.25), textOffset: 3),
    ],
    text: "甲\n乙",
    ink: Ink(grey: 128),
    mark: .node(3),
    source: .unknown
  )

  @Test func eachItemHasALine() {
    let area = Rectangle(x: .mm(1), y: .mm(2), width: .mm(3), height: .mm(4))
    let page = Page(
      number: 1,
      size: Paper.a4.size,
      items: [
        .fill(area, Ink(grey: 235)), .glyphs(run),
        .rule(
          Rule(
            from: Point(x: .zero, y: .zero),
            to: Point(x: .mm(5), y: .zero),
            thickness: .mm(0.2)
          )
        ),
        .stampPlace(StampArea(name: "employer", area: area)),
        .link(LinkArea(area: area, destination: "#a", mark: .part(0, of: 3))),
        .drawing(PlacedDrawing(items: [.fill(area, .black)], area: area, mark: .node(4))),
      ]
    )
    #expect(
      page.dump() == """
        page 1 210×297
          fill 1,2 3×4 #ebebeb
          text “甲\\n乙” 10,20.5 wide 8 font 2 size 4 #808080 node 3
          rule 0,0 → 5,0 thick 0.2
          stamp employer 1,2 3×4
          link #a 1,2 3×4 node 3.0
          drawing 1,2 3×4 node 4
            fill 1,2 3×4 #000000

        """
    )
  }

  /// A row says for each text where it stands, what it belongs to and where it came from; the text itself is shared.
  @Test func aRowOfCellsReadsAsItsTexts() {
    let shared = SharedRun(run)
    let source = Origin.field(FieldLocation(row: 4, field: "e.name"))
    let near = Point(x: .mm(1), y: .mm(2))
    let far = Point(x: .mm(5), y: .mm(2))
    let row = CellRow(
      [
        CellRow.Cell(shared, at: near, mark: .node(8), source: source),
        CellRow.Cell(shared, at: far, mark: .node(9), source: .unknown),
      ],
      at: Point(x: .mm(100), y: .mm(50))
    )
    let page = Page(number: 3, size: Paper.a4.size, items: [.cells(row)])
    #expect(
      page.dump() == """
        page 3 210×297
          text “甲\\n乙” 101,52 wide 8 font 2 size 4 #808080 node 8
          text “甲\\n乙” 105,52 wide 8 font 2 size 4 #808080 node 9

        """
    )
    var sources: [Origin] = []
    page.items.forEachRun { sources.append($0.source) }
    #expect(sources == [source, .unknown])
  }

  @Test func glyphsAreShownOnDemand() {
    let page = Page(number: 2, size: Paper.a4.size, items: [.glyphs(run)])
    #expect(page.dump(showsGlyphs: true).contains("    7@0:0 9@4^0.25:3\n"))
    #expect(!page.dump().contains("7@0"))
  }
}
