/// Decides what each line end inside a paragraph becomes.
///
/// Chinese is written without spaces, so a line end between two Chinese characters is nothing; anywhere else it is a
/// space. What counts is the last and the first visible character, whatever markup they stand in.
struct SoftBreaks {
  private var last: Unicode.Scalar?
  private var joins: [Bool] = []
  private var isPending = false

  /// Returns, for each soft break inside `nodes` in order, whether its two lines join without a space.
  static func joins(in nodes: [SyntaxNode]) -> [Bool] {
    var breaks = SoftBreaks()
    breaks.visit(nodes)
    breaks.settle(before: nil)
    return breaks.joins
  }

  private mutating func visit(_ nodes: [SyntaxNode]) {
    for node in nodes {
      switch node.kind {
      case .text(let text), .codeSpan(let text), .inlineHTML(let text): see(text)
      case .image:
        // A picture is no Chinese character; the line ends inside its text are decided among themselves.
        see("x")
        joins += SoftBreaks.joins(in: node.children)
      case .softBreak:
        settle(before: nil)
        isPending = true
      case .lineBreak:
        settle(before: nil)
        last = nil
      default: visit(node.children)
      }
    }
  }

  private mutating func see(_ text: String) {
    guard let first = text.unicodeScalars.first(where: { $0 != EmphasisMending.mark }) else {
      return
    }
    settle(before: first)
    last = text.unicodeScalars.last { $0 != EmphasisMending.mark }
  }

  private mutating func settle(before next: Unicode.Scalar?) {
    guard isPending else { return }
    isPending = false
    joins.append(SoftBreaks.isSpaceless(last) && SoftBreaks.isSpaceless(next))
  }

  /// The token of a hole begins and ends with a noncharacter; what it prints is Chinese more often than not.
  private static func isSpaceless(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return scalar.isWide || scalar.value == 0xFDD0 || scalar.value == 0xFDD1
  }
}
