import Diagnostics
import DocumentTree

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

  /// Numbers the figures of `document` and returns them.
  mutating func number(_ document: inout Document<Never>) -> [GuideFigure] {
    var found: [GuideFigure] = []
    document.body = document.body.map { block in
      block.mappingFigures { figure in
        let figure = numbered(figure)
        found.append(GuideFigure(id: figure.id, number: count))
        return figure
      }
    }
    return found
  }

  private mutating func numbered(_ figure: Figure) -> Figure {
    var figure = figure
    count += 1
    figure.number = count
    if !figure.id.isEmpty, !ids.insert(figure.id).inserted {
      diagnostics.append(
        Diagnostic(
          "guide.repeatedFigure",
          at: figure.origin,
          "这本指南里已经有名为“\(figure.id)”的图",
          advice: "请换一个名称"
        )
      )
      figure.id = ""
    }
    return figure
  }
}
