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

@Test func everyKeyOfAStyleIsTaken() throws {
  let (style, complaints) = try style(
    """
    paper: A3
    orientation: landscape
    margins: [10, 20, 30, 40]
    footerBaseline: 12
    styles:
      note:
        family: 楷体
        weight: bold
        size: 11
        pitch: 20
        align: right
        indent: 1.5
        before: 1
        after: 2
        ink: '#A0b1C2'
    table:
      rowHeight: 6
      headHeight: 7
      rowsPerPage: 20
      padding: 2
      frame: 0.5
      rule: 0.1
      leastScale: 0.7
      headGround: '#ffffff'
    """
  )
  #expect(complaints == [])
  #expect(style.paper == Paper.a3.size.turned)
  #expect(style.margins == Insets(top: .mm(10), left: .mm(40), bottom: .mm(30), right: .mm(20)))
  #expect(style.footerBaseline == .mm(12))
  #expect(
    style[.note]
      == TextStyle(
        family: .kai,
        weight: .bold,
        size: .pt(11),
        linePitch: .pt(20),
        alignment: .right,
        firstLineIndent: 1.5,
        spaceBefore: .pt(1),
        spaceAfter: .pt(2),
        ink: Ink(red: 0xA0, green: 0xB1, blue: 0xC2)
      )
  )
  #expect(
    style.table
      == TableStyle(
        frame: .mm(0.5),
        rule: .mm(0.1),
        headGround: Ink(grey: 255),
        rowHeight: .mm(6),
        headHeight: .mm(7),
        cellPadding: .mm(2),
        leastScale: 0.7,
        rowsPerPage: 20
      )
  )
}

@Test(arguments: TextRole.allCases)
func everyRoleMayBeStyledAlone(_ role: TextRole) throws {
  let (style, complaints) = try style("styles: {\(role.rawValue): {size: 33}}")
  #expect(complaints == [])
  #expect(style[role].size == .pt(33))
  #expect(style[role].linePitch == .pt(33) * 1.5)
  for other in TextRole.allCases where other != role {
    #expect(style[other] == PageStyle.house[other])
  }
}

@Test(arguments: [
  ("paper: A4\n", 210.0, 297.0), ("paper: A3\n", 297, 420), ("orientation: portrait\n", 210, 297),
  ("orientation: landscape\n", 297, 210), ("paper: A3\norientation: landscape\n", 420, 297),
])
func thePaperIsTurnedAsAsked(_ yaml: String, _ width: Double, _ height: Double) throws {
  #expect(try style(yaml).0.paper == Size(width: .mm(width), height: .mm(height)))
}

@Test func theFooterStaysInANewMargin() throws {
  #expect(try style("margins: [20, 20, 25, 20]").0.footerBaseline == .mm(15))
  #expect(try style("margins: [20, 20, 25, 20]\nfooterBaseline: 8").0.footerBaseline == .mm(8))
  #expect(try style("paper: A3").0.footerBaseline == PageStyle.house.footerBaseline)
}

@Test(arguments: [
  ("left", Alignment.left), ("centre", .centre), ("right", .right), ("justified", .justified),
])
func everyAlignmentHasItsWord(_ word: String, _ alignment: Alignment) throws {
  #expect(try style("styles: {title: {align: \(word)}}").0[.title].alignment == alignment)
}

@Test(arguments: ["宋体", "黑体", "楷体", "仿宋", "方正小标宋简体"])
func aFamilyIsTakenByItsName(_ name: String) throws {
  #expect(try style("styles: {body: {family: \(name)}}").0[.body].family == FontFamily(name))
}

@Test func aHeadWithoutGroundIsAskedForByWord() throws {
  #expect(try style("table: {headGround: none}").0.table.headGround == nil)
  #expect(try style("table: {rule: 0.3}").0.table.headGround == PageStyle.house.table.headGround)
}

private let sizes = "4 至 120 的磅数，或字号：初号、小初、一号、小一、二号、小二、三号、小三、四号、小四、五号、小五、六号、小六、七号"

/// Each key of a text style with a value just outside of what it takes.
@Test(arguments: [
  ("size: 3.9", "3.9", sizes), ("size: 121", "121", sizes), ("size: 小七", "小七", sizes),
  ("size: [12]", "列表", sizes), ("pitch: 3", "3", "4.0 至 200.0 之间的数字"),
  ("pitch: 201", "201", "4.0 至 200.0 之间的数字"), ("pitch: 宽", "宽", "数字"),
  ("align: center", "center", "left、centre、right、justified、distributed 之一"),
  ("weight: heavy", "heavy", "regular、bold 之一"), ("indent: -1", "-1", "0.0 至 20.0 之间的数字"),
  ("indent: 21", "21", "0.0 至 20.0 之间的数字"), ("before: -1", "-1", "0.0 至 300.0 之间的数字"),
  ("after: 301", "301", "0.0 至 300.0 之间的数字"), ("family: [宋体]", "列表", "文字"),
  ("ink: red", "red", "形如 '#1a2b3c' 的颜色（须加引号）"),
  ("ink: '#12345'", "#12345", "形如 '#1a2b3c' 的颜色（须加引号）"),
  ("ink: '#12345g'", "#12345g", "形如 '#1a2b3c' 的颜色（须加引号）"),
  ("ink: '1234567'", "1234567", "形如 '#1a2b3c' 的颜色（须加引号）"),
  ("ink: '#+12345'", "#+12345", "形如 '#1a2b3c' 的颜色（须加引号）"),
])
func aTextStyleOutOfBoundsIsNamed(_ pair: String, _ found: String, _ expected: String) throws {
  try expectComplaint("styles: {body: {\(pair)}}", pair, found, expected)
}

/// Each key of a table style with a value just outside of what it takes.
@Test(arguments: [
  ("rowHeight: 2.9", "2.9", "3.0 至 60.0 之间的数字"), ("headHeight: 61", "61", "3.0 至 60.0 之间的数字"),
  ("rowsPerPage: 0", "0", "1 至 200 之间的整数"), ("rowsPerPage: 201", "201", "1 至 200 之间的整数"),
  ("rowsPerPage: 1.5", "1.5", "1 至 200 之间的整数"), ("padding: 11", "11", "0.0 至 10.0 之间的数字"),
  ("frame: -1", "-1", "0.0 至 3.0 之间的数字"), ("rule: 4", "4", "0.0 至 3.0 之间的数字"),
  ("leastScale: 0.4", "0.4", "0.5 至 1.0 之间的数字"),
  ("headGround: grey", "grey", "形如 '#1a2b3c' 的颜色（须加引号）"),
])
func aTableStyleOutOfBoundsIsNamed(_ pair: String, _ found: String, _ expected: String) throws {
  try expectComplaint("table: {\(pair)}", pair, found, expected)
}

@Test(arguments: [("footerBaseline: 2", "2"), ("footerBaseline: 61", "61")])
func aFooterOffThePaperIsNamed(_ pair: String, _ found: String) throws {
  try expectComplaint(pair, pair, found, "3.0 至 60.0 之间的数字")
}

/// Expects the one complaint that the value of `pair`, somewhere in `yaml`, is not what is `expected`.
private func expectComplaint(
  _ yaml: String,
  _ pair: String,
  _ found: String,
  _ expected: String
) throws {
  let (root, _) = readYAML(yaml, file: "theme.yaml")
  let (style, diagnostics) = readPageStyle(try #require(root), over: .house)
  let key = pair.prefix { $0 != ":" }
  #expect(diagnostics.map(\.message) == ["“\(key)”的值不合要求"])
  #expect(diagnostics.first?.found == found)
  #expect(diagnostics.first?.expected == expected)
  #expect(style == .house)
}

@Test(arguments: [
  ("style: {}", "styles"), ("margin: [1]", "margins"), ("papers: A4", "paper"),
  ("styles: {body: {sise: 12}}", "size"), ("table: {rowPerPage: 3}", "rowsPerPage"),
])
func aKeyThatIsUnknownIsAWarningWithTheNearest(_ yaml: String, _ near: String) throws {
  let (root, _) = readYAML(yaml, file: "theme.yaml")
  let (style, diagnostics) = readPageStyle(try #require(root), over: .house)
  #expect(diagnostics.map(\.severity) == [.warning])
  #expect(diagnostics.first?.advice == "是否想写“\(near)”？")
  #expect(style == .house)
}

@Test func theCompositionIsAForms() throws {
  let (house, _) = try style("margins: [20, 20, 20, 20]")
  #expect(house.composition == LineComposition())
  let (style, complaints) = try style(
    """
    composition: {prohibition: gb, marks: 开明, compress: false, trimStart: false, gap: fixed, hang: true}
    styles: {title: {spacing: 0.5}, subtitle: {align: distributed}}
    """
  )
  #expect(complaints == [])
  #expect(
    style.composition
      == LineComposition(
        prohibition: .gb,
        markWidth: .kaiming,
        compressesAdjacentMarks: false,
        trimsLineStart: false,
        scriptGap: .fixed,
        hangsMarks: true
      )
  )
  #expect(style[.title].spacing == 0.5 && style[.body].spacing == 0)
  #expect(style[.subtitle].alignment == .distributed)
}

@Test(arguments: [
  "composition: {prohibition: 最严}", "composition: {marks: full}", "composition: {gap: 0.25}",
  "composition: {hang: 2}", "composition: {hyphens: true}", "styles: {title: {spacing: 9}}",
])
func aWrongCompositionIsRefused(yaml: String) throws {
  let (style, complaints) = try style(yaml)
  #expect(complaints.count == 1)
  #expect(style.composition == LineComposition())
}
