import Diagnostics
import DocumentTree

/// Reads the fenced blocks that have a meaning in forms.
struct FormFences {
  var diagnostics: [Diagnostic] = []

  private static let roles = ParagraphRole.allCases.filter { $0 != .body && $0 != .line }
  /// The names that blocks have.
  private static let names =
    ["table", "grid", "fields", "signatures", "lines", "pagebreak"] + roles.map(\.rawValue)

  /// Returns the blocks that `fence` stands for, or nothing when it is plain code.
  static func read(_ fence: Fence, _ diagnostics: inout [Diagnostic]) -> [Block<FieldReference>]? {
    var reader = FormFences()
    let blocks = reader.blocks(of: fence)
    diagnostics += reader.diagnostics
    return blocks
  }

  private mutating func blocks(of fence: Fence) -> [Block<FieldReference>]? {
    switch fence.name {
    case "table": return table(fence)
    case "grid": return grid(fence)
    case "fields":
      return [.fields(FieldLines(lines: cellLines(fence), origin: .source(fence.location)))]
    case "signatures":
      return [.signatures(SignatureBlock(lines: cellLines(fence), origin: .source(fence.location)))]
    case "lines": return paragraphs(fence, role: .line)
    case "pagebreak":
      refuseArgument(fence)
      return [.pageBreak]
    default:
      if let role = Self.roles.first(where: { $0.rawValue == fence.name }) {
        return paragraphs(fence, role: role)
      }
      guard let near = closestName(to: fence.name, in: Self.names) else { return nil }
      // Printed as code, a block whose name is mistyped would show how it is written.
      let place = fence.location
      complain("form.fence", at: place, "没有名为“\(fence.name)”的块", advice: "是否想写“\(near)”？")
      return []
    }
  }

  private mutating func cellLines(_ fence: Fence) -> [[[Inline<FieldReference>]]] {
    refuseArgument(fence)
    var lines: [[[Inline<FieldReference>]]] = []
    for line in fence.lines where !line.text.trimmed.isEmpty {
      var cells: [[Inline<FieldReference>]] = []
      for cell in line.cells { cells.append(content(cell)) }
      lines.append(cells)
    }
    return lines
  }

  private mutating func paragraphs(_ fence: Fence, role: ParagraphRole) -> [Block<FieldReference>] {
    refuseArgument(fence)
    var nest = SectionNest()
    for line in fence.lines where !line.text.trimmed.isEmpty {
      let count = diagnostics.count
      if let tag = SectionTag(line: line.text, at: line.location, diagnostics: &diagnostics) {
        nest.apply(tag)
      } else if diagnostics.count == count {
        let origin = Origin.source(line.trimmed.location)
        nest.append([
          .paragraph(Paragraph(role: role, content: content(line.trimmed), origin: origin))
        ])
      }
    }
    let blocks = nest.finish()
    diagnostics += nest.diagnostics
    return blocks
  }

  mutating func content(_ line: FenceLine) -> [Inline<FieldReference>] {
    var reader = LineReader(start: line.location)
    let content = reader.read(line.text)
    diagnostics += reader.diagnostics
    return content
  }

  mutating func refuseArgument(_ fence: Fence) {
    guard !fence.argument.isEmpty else { return }
    complain(
      "form.fence",
      at: fence.location,
      "“\(fence.name)”之后不应再有文字",
      found: "\(fence.argument)"
    )
  }

  mutating func complain(
    _ code: String,
    at place: SourceLocation,
    _ message: Message,
    found: Message? = nil,
    expected: Message? = nil,
    advice: Message? = nil
  ) {
    diagnostics.add(
      code,
      .error,
      at: .source(place),
      message,
      found: found,
      expected: expected,
      advice: advice
    )
  }
}
