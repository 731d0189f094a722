import Diagnostics
import DocumentTree
import Drawings

/// Reads the fenced blocks that have a meaning in guides: figures that this program makes itself.
enum GuideFences {
  /// Returns the figure that `fence` stands for, or nothing when it is plain code.
  static func read(_ fence: Fence, _ diagnostics: inout [Diagnostic]) -> [Block<Never>]? {
    switch fence.name {
    case "flow": return drawing(fence, &diagnostics, by: readFlow)
    case "screen": return drawing(fence, &diagnostics, by: readScreen)
    case "document": return sample(fence, &diagnostics)
    default: return nil
    }
  }

  private static func drawing(
    _ fence: Fence,
    _ diagnostics: inout [Diagnostic],
    by read: ([DrawingLine], SourceLocation) -> (DescribedDrawing?, [Diagnostic])
  ) -> [Block<Never>] {
    let lines = fence.lines.map { DrawingLine(text: $0.text, location: $0.location) }
    let (described, found) = read(lines, fence.location)
    diagnostics += found
    let title = FigureTitle(fence.argument)
    complainOfMissingCaption(title, fence, &diagnostics)
    guard let described else { return [] }
    return [
      .figure(
        Figure(
          id: title.id,
          caption: title.caption,
          alternative: described.alternative,
          content: .drawing(described.drawing),
          origin: .source(fence.location)
        )
      )
    ]
  }

  /// Reads the fence of a document that the build prints: form, record file and caption on its first line.
  private static func sample(
    _ fence: Fence,
    _ diagnostics: inout [Diagnostic]
  ) -> [Block<Never>] {
    let words = fence.argument.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count > 2 else {
      diagnostics.add(
        "figure.document",
        .error,
        at: .source(fence.location),
        "文书样张没有写全",
        found: "\(fence.argument)",
        expected: "document 表单 样例 说明，例如“document roster-new jilin 新签备案名册”"
      )
      return []
    }
    for line in fence.lines where !line.text.allSatisfy(\.isWhitespace) {
      diagnostics.add(
        "figure.document",
        .error,
        at: .source(line.location),
        "文书样张的块里不写内容",
        found: "\(line.text.trimmed)",
        advice: "请删去这一行；说明写在第一行"
      )
    }
    let title = FigureTitle(words[2])
    complainOfMissingCaption(title, fence, &diagnostics)
    return [
      .figure(
        Figure(
          id: title.id,
          caption: title.caption,
          alternative: title.caption,
          content: .sample(SampleDocument(form: words[0], sample: words[1])),
          origin: .source(fence.location)
        )
      )
    ]
  }

  private static func complainOfMissingCaption(
    _ title: FigureTitle,
    _ fence: Fence,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard title.caption.isEmpty else { return }
    diagnostics.add(
      "figure.caption",
      .warning,
      at: .source(fence.location),
      "图没有说明文字",
      expected: "```\(fence.name) 说明 {#名称}"
    )
  }
}

/// The caption and the anchor after the name of a figure's fence, written as `说明 {#名称}`.
private struct FigureTitle {
  var caption: String
  var id = ""

  init(_ text: String) {
    caption = text
    guard text.hasSuffix("}"), let open = text.ranges(of: "{#").last else { return }
    let name = text[open.upperBound...].dropLast()
    guard !name.isEmpty, !name.contains(where: { $0.isWhitespace || "{}#\"'<>".contains($0) })
    else { return }
    id = String(name)
    caption = text[..<open.lowerBound].trimmed
  }
}
