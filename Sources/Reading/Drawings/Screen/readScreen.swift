public import Diagnostics
import DocumentTree

/// Draws a page of a program from lines such as `按钮 查询① | 添加②`.
///
/// It shows where things stand and what they are called, not how the real page looks. Every line that is not
/// understood has its diagnostic; nothing is drawn when no line is.
public func readScreen(_ lines: [DrawingLine], at place: SourceLocation) -> (
  DescribedDrawing?, [Diagnostic]
) {
  let description = DrawingDescription(lines, known: ["@alt", "@narrow"])
  var reader = ScreenReader()
  for line in description.lines { reader.read(line) }
  var diagnostics = description.diagnostics + reader.diagnostics
  guard !reader.parts.isEmpty else {
    if diagnostics.isEmpty {
      let expected: Message = "例如“按钮 查询① | 添加②”"
      diagnostics.add("figure.screen", at: .source(place), "界面示意图里没有内容", expected: expected)
    }
    return (nil, diagnostics)
  }
  let drawing = ScreenDrawing(of: reader.parts, isNarrow: description.isNarrow).drawing
  if drawing.width > ScreenReader.widest {
    diagnostics.add(
      "figure.wide",
      .warning,
      at: .source(place),
      "示意图太宽，手机上看不清",
      found: "约\(Int(drawing.width))个字宽",
      expected: "不超过\(Int(ScreenReader.widest))个字",
      advice: "请减少列表的栏数，或者缩短格里的文字"
    )
  }
  let spoken = "界面示意图：" + reader.parts.map(\.spoken).joined(separator: "；")
  return (
    DescribedDrawing(drawing: drawing, alternative: description.alternative ?? spoken), diagnostics
  )
}

/// Reads the lines of a screen.
private struct ScreenReader {
  /// What can be read on a phone: more would be made too small.
  static let widest = 40.0

  /// The words that begin a line.
  private static let names = [
    "窗口", "菜单栏", "侧栏", "路径", "字段", "按钮", "勾选", "列表", "行", "右键", "提示", "方框", "文字",
  ]

  private(set) var parts: [ScreenPart] = []
  private(set) var diagnostics: [Diagnostic] = []

  mutating func read(_ line: DrawingLine) {
    let words = line.text.trimmed.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let name = words.first.map(String.init) ?? ""
    let rest = words.count > 1 ? words[1].trimmed : ""
    guard ScreenReader.names.contains(name) else {
      let near: Message? = closestName(to: name, in: ScreenReader.names).map { "是否想写“\($0)”？" }
      return complain(
        "示意图的一行不能这样开头",
        found: "\(name)",
        at: line.location,
        advice: near ?? "可用：\(list: ScreenReader.names)"
      )
    }
    guard !rest.isEmpty else {
      return complain("“\(name)”后面没有内容", found: "\(name)", at: line.location)
    }
    add(name, rest, at: line.location)
  }

  private mutating func add(_ name: String, _ rest: String, at place: SourceLocation) {
    let items = items(rest, hasValue: name == "字段")
    switch name {
    case "窗口": parts.append(.window(ScreenItem(rest)))
    case "菜单栏": parts.append(.tabs(items))
    case "侧栏": parts.append(.side(items))
    case "路径":
      let steps = rest.split(separator: ">").map(\.trimmed)
      parts.append(.path(ScreenItem(steps.joined(separator: "＞"))))
    case "字段": addFields(items)
    case "按钮": parts.append(.buttons(items))
    case "勾选": parts.append(.ticks(items))
    case "列表": parts.append(.list(head: items, rows: []))
    case "行": addRow(items, at: place)
    case "右键": parts.append(.menu(items))
    case "提示": parts.append(.message(items[0], buttons: Array(items.dropFirst())))
    case "方框": parts.append(.square(ScreenItem(rest)))
    default: parts.append(.words(ScreenItem(rest)))
    }
  }

  /// Fields of lines that follow one another stand in the same columns.
  private mutating func addFields(_ items: [ScreenItem]) {
    guard case .fields(let rows)? = parts.last else { return parts.append(.fields([items])) }
    parts[parts.count - 1] = .fields(rows + [items])
  }

  private mutating func addRow(_ cells: [ScreenItem], at place: SourceLocation) {
    guard case .list(let head, let rows)? = parts.last else {
      return complain("“行”要写在“列表”下面", found: "\(cells[0].words)", at: place)
    }
    guard cells.count <= head.count else {
      return complain(
        "这一行的格数比“列表”的栏数多",
        found: "\(cells.count)格",
        at: place,
        advice: "列表有\(head.count)栏"
      )
    }
    parts[parts.count - 1] = .list(head: head, rows: rows + [cells])
  }

  private func items(_ text: String, hasValue: Bool) -> [ScreenItem] {
    text.split(separator: "|", omittingEmptySubsequences: false)
      .map { ScreenItem($0, hasValue: hasValue) }
  }

  private mutating func complain(
    _ message: Message,
    found: Message,
    at place: SourceLocation,
    advice: Message? = nil
  ) {
    diagnostics.add("figure.screen", at: .source(place), message, found: found, advice: advice)
  }
}
