import Diagnostics
import Forms
import Geometry
import Styling
import Testing
import YAML

/// Reads a page style over that of the house.
private func style(_ yaml: String) throws -> (PageStyle, [String]) {
  let (root, syntax) = readYAML(yaml, file: "theme.yaml")
  #expect(syntax.isEmpty)
  let (style, diagnostics) = readPageStyle(try #require(root), over: .house)
  return (style, diagnostics.map { "\($0.origin) \($0.code)" })
}

@Test func theHouseStyleHasEveryRole() {
  for role in TextRole.allCases { #expect(PageStyle.house.roles[role] != nil, "\(role)") }
  #expect(PageStyle.house.textArea.size == Size(width: .mm(156), height: .mm(225)))
}

@Test func onlyWhatIsWrittenChanges() throws {
  let (style, complaints) = try style(
    """
    orientation: landscape
    margins: [20, 15, 18, 10]
    styles:
      title: {size: 小二, weight: bold, align: left, before: 3, after: 6, ink: '#1a2b3c'}
      body: {family: 仿宋, size: 16, pitch: 28, indent: 0}
    table: {rowHeight: 7.5, headHeight: 9, rowsPerPage: 15, padding: 0.5, headGround: none}
    """
  )
  #expect(complaints == [])
  #expect(style.paper == Size(width: .mm(297), height: .mm(210)))
  #expect(
    style.margins == Insets(top: .mm(20), left: .mm(10), bottom: .mm(18), right: .mm(15))
  )
  let title = style[.title]
  #expect(title.size == .pt(18))
  #expect(title.linePitch == .pt(27))
  #expect(title.family == .hei)
  #expect(title.weight == .bold)
  #expect(title.alignment == .left)
  #expect(title.ink == Ink(red: 0x1A, green: 0x2B, blue: 0x3C))
  #expect(style[.body].linePitch == .pt(28))
  #expect(style[.body].firstLineIndent == 0)
  #expect(style[.body].alignment == .justified)
  #expect(style.table.rowHeight == .mm(7.5))
  #expect(style.table.headGround == nil)
  #expect(style.table.rowsPerPage == 15)
  #expect(style[.note] == PageStyle.house[.note])
}

@Test func everyNamedSizeIsKnown() throws {
  let sizes: KeyValuePairs = [
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15, "四号": 14,
    "小四": 12, "五号": 10.5, "小五": 9, "六号": 7.5, "小六": 6.5, "七号": 5.5,
  ]
  for (name, points) in sizes {
    #expect(try style("styles: {note: {size: \(name)}}").0[.note].size == .pt(points), "\(name)")
  }
}

@Test func everyMistakeOfAStyleIsReported() throws {
  let (_, complaints) = try style(
    """
    paper: B5
    margins: [20, 15, -1, 15]
    styles:
      body: {size: 300, align: middle, indnet: 2}
      boddy: {size: 12}
    table: {rowsPerPage: 0, headGround: grey}
    """
  )
  #expect(
    complaints == [
      "theme.yaml:1:8 yaml.value",
      "theme.yaml:2:10 yaml.value",
      "theme.yaml:4:16 yaml.value",
      "theme.yaml:4:28 yaml.value",
      "theme.yaml:4:36 yaml.unknownKey",
      "theme.yaml:5:3 yaml.unknownKey",
      "theme.yaml:6:22 yaml.value",
      "theme.yaml:6:37 yaml.value",
    ]
  )
}

@Test(arguments: [
  "margins: [120, 20, 120, 20]\norientation: landscape", "margins: [20, 105, 20, 105]",
])
func marginsThatLeaveNoRoomForTextAreRefused(_ yaml: String) throws {
  let (style, complaints) = try style(yaml)
  #expect(complaints == ["theme.yaml:1:10 yaml.value"])
  #expect(style.margins == PageStyle.house.margins)
}
