public import Diagnostics
import DocumentTree

/// Draws a flow chart from lines such as `等待审核 -> 生成名册: 审核通过`.
///
/// `(名称)` is where the way begins or ends; a line may name several steps in a row. Nothing is drawn when a line says
/// no arrow at all; every such line has its diagnostic.
public func readFlow(_ lines: [DrawingLine], at place: SourceLocation) -> (
  DescribedDrawing?, [Diagnostic]
) {
  let description = DrawingDescription(lines, known: ["@alt"])
  var reader = FlowReader()
  for line in description.lines { reader.read(line) }
  var diagnostics = description.diagnostics + reader.diagnostics
  let chart = reader.chart
  guard !chart.arrows.isEmpty else {
    if diagnostics.isEmpty {
      let expected = FlowReader.shape
      diagnostics.add("figure.flow", at: .source(place), "流程图里没有箭头", expected: expected)
    }
    return (nil, diagnostics)
  }
  guard chart.nodes.count <= FlowReader.mostNodes, chart.arrows.count <= FlowReader.mostNodes * 2
  else {
    diagnostics.add(
      "figure.flow",
      at: .source(place),
      "流程图太大",
      found: "\(chart.nodes.count)个步骤、\(chart.arrows.count)个箭头",
      expected: "不超过\(FlowReader.mostNodes)个步骤",
      advice: "请分成几张图"
    )
    return (nil, diagnostics)
  }
  let drawing = FlowDrawing(of: FlowLayers(of: chart)).drawing
  return (
    DescribedDrawing(drawing: drawing, alternative: description.alternative ?? chart.words),
    diagnostics
  )
}

/// Reads the lines of a flow chart.
private struct FlowReader {
  /// A chart with more is not read by anyone.
  static let mostNodes = 40

  /// What a line looks like.
  static let shape: Message = "步骤 -> 下一步: 条件"

  private(set) var chart = FlowChart()
  private(set) var diagnostics: [Diagnostic] = []

  mutating func read(_ line: DrawingLine) {
    let parts = line.text.replacing("→", with: "->")
      .split(separator: "->", omittingEmptySubsequences: false).map(\.trimmed)
    guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }) else {
      return complain("流程图的一行没有写全", found: "\(line.text.trimmed)", at: line.location)
    }
    var source = node(parts[0])
    for part in parts.dropFirst() {
      let (name, label) = FlowReader.parts(of: part)
      guard !name.isEmpty else {
        return complain("箭头后面没有步骤", found: "\(line.text.trimmed)", at: line.location)
      }
      let target = node(name)
      guard target != source else {
        return complain("步骤不能指向自己", found: "\(name)", at: line.location)
      }
      chart.add(FlowChart.Arrow(source: source, target: target, label: label))
      source = target
    }
  }

  /// Parts the name of a step from what stands behind its colon; colons in round brackets belong to the name.
  private static func parts(of text: String) -> (name: String, label: String) {
    let closing = text.hasPrefix("(") ? text.firstIndex(of: ")") : nil
    let start = closing ?? text.startIndex
    guard let colon = text[start...].firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      return (text, "")
    }
    return (text[..<colon].trimmed, text[text.index(after: colon)...].trimmed)
  }

  private mutating func node(_ text: String) -> Int {
    let isTerminal = text.hasPrefix("(") && text.hasSuffix(")") && text.count > 2
    return chart.node(
      isTerminal ? text.dropFirst().dropLast().trimmed : text,
      isTerminal: isTerminal
    )
  }

  private mutating func complain(_ message: Message, found: Message, at place: SourceLocation) {
    diagnostics.add(
      "figure.flow",
      at: .source(place),
      message,
      found: found,
      expected: FlowReader.shape
    )
  }
}
