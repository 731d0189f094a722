import Diagnostics
import Geometry
import Pages
import Styling
import TestSupport
import Testing

@testable import Layout

/// How strips are stacked: a page holds ten strips of 10 mm here.
struct PageBuilderTests {
  /// The names of the strips on each page, in the order in which they were placed.
  private final class Pages {
    var names: [[String]] = []
  }

  private let style = PageStyle(
    paper: Size(width: .mm(120), height: .mm(120)),
    margins: Insets(top: .mm(10), left: .mm(10), bottom: .mm(10), right: .mm(10)),
    roles: [:],
    table: TableStyle(rowsPerPage: 4),
    footerBaseline: .mm(5)
  )

  private func strip(_ name: String, keeps: Bool = false, height: Double = 10) -> FlowLine {
    let run = GlyphRun(
      font: FontID(index: 0),
      size: .mm(4),
      origin: Point(x: .zero, y: .zero),
      width: .zero,
      glyphs: [],
      text: name,
      ink: .black,
      mark: .node(0),
      source: .unknown
    )
    return FlowLine(
      height: .mm(height),
      items: [.glyphs(run)],
      keepsWithPrevious: keeps
    )
  }

  /// Builds pages and returns the names on each, with their tops in millimetres.
  private func build(
    _ fill: (inout PageBuilder) throws(LayoutFailure) -> Void
  ) throws -> [[String]] {
    let pages = Pages()
    var builder = PageBuilder(style: style) { page throws(LayoutFailure) in
      pages.names.append(
        page.runs.map(\.text)
      )
    }
    try fill(&builder)
    try builder.finish()
    #expect(builder.pageCount == pages.names.count)
    return pages.names
  }

  @Test func stripsFillPagesFromTheTop() throws {
    let pages = try build { builder throws(LayoutFailure) in
      for number in 1...23 { try builder.add(strip("\(number)")) }
    }
    #expect(pages.map(\.count) == [10, 10, 3])
    #expect(pages.flatMap { $0 } == (1...23).map(String.init))
  }

  @Test func stripsThatKeepWithTheLastMoveTogether() throws {
    let pages = try build { builder throws(LayoutFailure) in
      for number in 1...9 { try builder.add(strip("\(number)")) }
      try builder.add(strip("a"))
      try builder.add(strip("b", keeps: true))
    }
    #expect(pages.map { $0.joined() } == ["123456789", "ab"])
  }

  @Test func aGroupTallerThanAPageIsPartedAllTheSame() throws {
    let pages = try build { builder throws(LayoutFailure) in
      for number in 1...25 { try builder.add(strip("\(number)", keeps: number > 1)) }
    }
    #expect(pages.map(\.count) == [10, 10, 5])
  }

  @Test func theTailCanBeHeldForWhatFollows() throws {
    let pages = try build { builder throws(LayoutFailure) in
      for number in 1...9 { try builder.add(strip("\(number)")) }
      builder.holdTail(2)
      try builder.add(strip("a", keeps: true))
      try builder.add(strip("b", keeps: true))
    }
    #expect(pages.map { $0.joined() } == ["1234567", "89ab"])
  }

  @Test func repeatsStandWhereATableContinues() throws {
    let pages = try build { builder throws(LayoutFailure) in
      let frame = TableFrame(edges: [.zero, .mm(100)], style: TableStyle(), depth: 1)
      let id = builder.addFrame(.table(frame))
      var head = strip("头")
      head.frames = [id]
      builder.setRepeats([head], of: id)
      try builder.add(head)
      for number in 1...12 {
        var row = strip("\(number)", keeps: number == 1)
        row.frames = [id]
        try builder.add(row)
      }
      try builder.add(strip("完"))
    }
    #expect(pages.map { $0.joined() } == ["头123456789", "头101112完"])
  }

  @Test func rowsPerPageCountBodyRowsOnly() throws {
    let pages = try build { builder throws(LayoutFailure) in
      let frame = TableFrame(edges: [.zero, .mm(100)], style: style.table, depth: 1)
      let id = builder.addFrame(.table(frame))
      for (index, kind) in [RowShape.Kind.head, .body, .body, .body, .body, .body, .foot]
        .enumerated()
      {
        var row = strip("\(index)")
        row.frames = [id]
        row.row = RowShape(kind: kind, cells: [CellShape(columns: 0..<1)])
        try builder.add(row)
      }
    }
    #expect(pages.map { $0.joined() } == ["01234", "56"])
  }

  @Test func paddingOfBoxesTakesRoom() throws {
    let pages = try build { builder throws(LayoutFailure) in
      let frame = BoxFrame(left: .zero, width: .mm(100), padding: .mm(4), ground: nil, bar: nil)
      let id = builder.addFrame(.box(frame))
      #expect(builder.capacity(in: [id]) == .mm(92))
      for number in 1...10 {
        var line = strip("\(number)")
        line.frames = [id]
        try builder.add(line)
      }
    }
    #expect(pages.map(\.count) == [9, 1])
  }

  @Test func spaceIsDroppedAtTheTopOfAPageOnly() throws {
    let pages = try build { builder throws(LayoutFailure) in
      for number in 1...10 {
        var line = strip("\(number)")
        line.spaceBefore = .mm(2)
        try builder.add(line)
      }
    }
    // Nine spaces of 2 mm push two strips over: 10 + 7 × 12 + 10 would be 106 mm.
    #expect(pages.map(\.count) == [8, 2])
  }

  @Test func tiedStripsNeverPart() throws {
    let pages = try build { builder throws(LayoutFailure) in
      for number in 1...8 { try builder.add(strip("\(number)")) }
      for number in 1...12 {
        var line = strip("\(number)", keeps: number > 1)
        line.isTied = (4...6).contains(number) || (11...12).contains(number)
        try builder.add(line)
      }
    }
    // The group is taller than a page; of the tied strips 10, 11 and 12 none stays behind.
    #expect(pages.map(\.count) == [8, 9, 3])
  }

  @Test func anEndedPageIsNeverEmpty() throws {
    let pages = try build { builder throws(LayoutFailure) in
      try builder.endPage()
      try builder.add(strip("甲"))
      try builder.endPage()
      try builder.endPage()
    }
    #expect(pages == [["甲"]])
  }
}
