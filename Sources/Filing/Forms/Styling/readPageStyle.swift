public import Diagnostics
import Geometry
public import Styling
public import YAML

/// Reads the look on paper (`paper, orientation, margins, footerBaseline, watermark, composition, styles, table`) from a YAML
/// mapping.
///
/// What the mapping leaves out stays as in `base`. Lengths on the sheet are in millimetres, those of text in points.
public func readPageStyle(_ node: YAMLNode, over base: PageStyle) -> (PageStyle, [Diagnostic]) {
  var map = YAMLMapping(node)
  let style = readPageStyle(&map, over: base)
  return (style, map.close())
}

/// Reads the look on paper from `map`, which may hold other keys too.
func readPageStyle(_ map: inout YAMLMapping, over base: PageStyle) -> PageStyle {
  var style = base
  readPaper(&map, &style)
  if let margins = readMargins(&map, of: style.paper) {
    style.margins = margins
    // The footer stays in the margin, a little nearer to the text than to the edge.
    style.footerBaseline = margins.bottom * 0.6
  }
  if let baseline = map.number("footerBaseline", in: 3...60) {
    style.footerBaseline = .mm(baseline)
  }
  if let watermark = map.text("watermark") { style.watermark = watermark }
  if var composition = map.mapping("composition") {
    style.composition = readComposition(&composition, over: style.composition)
    composition.close().forEach { map.report($0) }
  }
  if var roles = map.mapping("styles") {
    readRoles(&roles, &style)
    roles.close().forEach { map.report($0) }
  }
  if var table = map.mapping("table") {
    readTable(&table, &style.table)
    table.close().forEach { map.report($0) }
  }
  return style
}

private func readPaper(_ map: inout YAMLMapping, _ style: inout PageStyle) {
  if let paper = map.choice("paper", of: ["A4": Paper.a4, "A3": Paper.a3]) {
    style.paper = paper.size
  }
  guard let isWide = map.choice("orientation", of: ["portrait": false, "landscape": true]) else {
    return
  }
  if (style.paper.width > style.paper.height) != isWide { style.paper = style.paper.turned }
}

/// The least width and height of the text: room for a few characters, so that no line or page stays without any.
private let leastText = Length.mm(20)

private func readMargins(_ map: inout YAMLMapping, of paper: Size) -> Insets? {
  guard let node = map.node("margins") else { return nil }
  let values = node.items?.compactMap(\.number) ?? []
  guard values.count == 4, node.items?.count == 4, values.allSatisfy((0...120).contains) else {
    return map.refuse("margins", node, expected: "四个毫米数：[上, 右, 下, 左]")
  }
  let margins = Insets(
    top: .mm(values[0]),
    left: .mm(values[3]),
    bottom: .mm(values[2]),
    right: .mm(values[1])
  )
  guard paper.width >= margins.left + margins.right + leastText,
    paper.height >= margins.top + margins.bottom + leastText
  else { return map.refuse("margins", node, expected: "给文字至少留下 20 毫米见方的页边距") }
  return margins
}

private func readRoles(_ map: inout YAMLMapping, _ style: inout PageStyle) {
  for role in TextRole.allCases {
    guard var text = map.mapping(role.rawValue) else { continue }
    style.roles[role] = readTextStyle(&text, over: style[role])
    text.close().forEach { map.report($0) }
  }
}

private func readTextStyle(_ map: inout YAMLMapping, over base: TextStyle) -> TextStyle {
  var style = base
  if let family = map.text("family") { style.family = FontFamily(family) }
  if let weight = map.choice("weight", of: ["regular": FontWeight.regular, "bold": .bold]) {
    style.weight = weight
  }
  if let size = readSize(&map) {
    style.size = size
    style.linePitch = size * 1.5
  }
  if let pitch = map.number("pitch", in: 4...200) { style.linePitch = .pt(pitch) }
  if let alignment = map.choice("align", of: alignments) { style.alignment = alignment }
  if let indent = map.number("indent", in: 0...20) { style.firstLineIndent = indent }
  if let spacing = map.number("spacing", in: 0...4) { style.spacing = spacing }
  if let before = map.number("before", in: 0...300) { style.spaceBefore = .pt(before) }
  if let after = map.number("after", in: 0...300) { style.spaceAfter = .pt(after) }
  if let ink = readInk("ink", &map) { style.ink = ink }
  return style
}

private let alignments: KeyValuePairs<String, Alignment> = [
  "left": .left, "centre": .centre, "right": .right, "justified": .justified,
  "distributed": .distributed,
]

private func readSize(_ map: inout YAMLMapping) -> Length? {
  guard let node = map.node("size") else { return nil }
  if let number = node.number, (4...120).contains(number) { return .pt(number) }
  if let name = node.text, let size = TypeSize.named(name) { return size }
  let names = TypeSize.points.map(\.key)
  return map.refuse("size", node, expected: "4 至 120 的磅数，或字号：\(list: names)")
}

private func readInk(_ key: String, _ map: inout YAMLMapping) -> Ink? {
  guard let node = map.node(key) else { return nil }
  let digits = node.text?.dropFirst() ?? ""
  guard node.text?.first == "#", digits.count == 6, digits.allSatisfy(\.isHexDigit),
    let value = UInt32(digits, radix: 16)
  else { return map.refuse(key, node, expected: "形如 '#1a2b3c' 的颜色（须加引号）") }
  return Ink(
    red: UInt8(value >> 16 & 0xFF),
    green: UInt8(value >> 8 & 0xFF),
    blue: UInt8(value & 0xFF)
  )
}

private func readTable(_ map: inout YAMLMapping, _ table: inout TableStyle) {
  if let height = map.number("rowHeight", in: 3...60) { table.rowHeight = .mm(height) }
  if let height = map.number("headHeight", in: 3...60) { table.headHeight = .mm(height) }
  if let count = map.integer("rowsPerPage", in: 1...200) { table.rowsPerPage = count }
  if let padding = map.number("padding", in: 0...10) { table.cellPadding = .mm(padding) }
  if let frame = map.number("frame", in: 0...3) { table.frame = .mm(frame) }
  if let rule = map.number("rule", in: 0...3) { table.rule = .mm(rule) }
  if let scale = map.number("leastScale", in: 0.5...1) { table.leastScale = scale }
  if map.node("headGround")?.text == "none" {
    table.headGround = nil
  } else if let ground = readInk("headGround", &map) {
    table.headGround = ground
  }
}
