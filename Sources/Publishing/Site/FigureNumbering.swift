import Diagnostics

/// A figure of a page.
public struct GuideFigure: Sendable, Hashable {
  /// The anchor, unique in the guide; empty when the author gave none.
  public var id: String
  /// The number, counted through the guide.
  public var number: Int
  /// What references call it, such as 图 3.
  public var name: String { "图 \(number)" }
}

/// Numbers the figures of a guide in reading order, through all its pages.
struct FigureNumbering {
  private var count = 0
  private var ids: Set<String> = []
  /// A complaint for every anchor that two figures share.
  private(set) var diagnostics: [Diagnostic] = []

  /// Numbers the `figures` of the next page.
  mutating func number(_ figures: [PageOutline.Figure]) -> [GuideFigure] {
    figures.map { number($0) }
  }

  private mutating func number(_ figure: PageOutline.Figure) -> GuideFigure {
    count += 1
    guard figure.id.isEmpty || ids.insert(figure.id).inserted else {
      diagnostics.append(
        Diagnostic(
          "guide.repeatedFigure",
          at: figure.origin,
          "这本指南里已经有名为“\(figure.id)”的图",
          advice: "请换一个名称"
        )
      )
      return GuideFigure(id: "", number: count)
    }
    return GuideFigure(id: figure.id, number: count)
  }
}
