import DocumentTree

/// Joins the parts of a numbered list that pictures have torn apart.
///
/// Guides are steps with screenshots. A picture that is not indented ends the list in CommonMark, and each further step
/// becomes a list of its own; when the next list goes on counting, the pictures between belong to the step before.
enum ListMending {
  /// Returns `blocks` with such lists made whole.
  static func mend<Hole>(_ blocks: [Block<Hole>]) -> [Block<Hole>] {
    var result: [Block<Hole>] = []
    var index = 0
    while index < blocks.count {
      guard case .list(var list) = blocks[index], let start = list.start else {
        result.append(blocks[index])
        index += 1
        continue
      }
      index += 1
      while let end = continuation(of: blocks, from: index, number: start + list.items.count),
        case .list(let next) = blocks[end]
      {
        list.items[list.items.count - 1].blocks += blocks[index..<end]
        list.items += next.items
        list.isTight = false
        index = end + 1
      }
      result.append(.list(list))
    }
    return result
  }

  /// Returns the index of the list that begins with `number` after nothing but pictures, figures and call-outs.
  private static func continuation<Hole>(
    of blocks: [Block<Hole>],
    from start: Int,
    number: Int
  ) -> Int? {
    let end = blocks[start...].firstIndex { !isAttached($0) } ?? blocks.count
    guard end > start, end < blocks.count, case .list(let list) = blocks[end], list.start == number
    else { return nil }
    return end
  }

  private static func isAttached<Hole>(_ block: Block<Hole>) -> Bool {
    switch block {
    case .callout, .figure: return true
    case .paragraph(let paragraph):
      let pictures = paragraph.content.count { if case .image = $0 { true } else { false } }
      return pictures > 0
        && paragraph.content.allSatisfy { inline in
          switch inline {
          case .image, .lineBreak: true
          case .text(let text, _): text.allSatisfy(\.isWhitespace)
          default: false
          }
        }
    default: return false
    }
  }
}
