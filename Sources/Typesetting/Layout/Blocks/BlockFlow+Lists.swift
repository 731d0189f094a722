import Diagnostics
import DocumentTree
import Geometry
import Styling

extension BlockFlow {
  /// Queues the items of a list, each indented by two em with its marker before it.
  mutating func pushSteps(of list: List<Never>, in place: FlowPlace) {
    let body = style[place.role]
    let indent = max(body.size * 2, body.size * (0.6 * Double(list.widestMarker + 1)))
    var inner = place.indented(by: indent, least: style.textArea.size.width / 3)
    inner.isTight = list.isTight
    push(.space(place.isTight ? .zero : body.spaceAfter))
    for (index, item) in list.items.enumerated().reversed() {
      push(.endItem(inner))
      push(item.blocks, in: inner)
      push(
        .marker(
          ListMarker(
            text: list.marker(of: index),
            left: place.left,
            width: inner.left - place.left
          )
        )
      )
    }
    if !place.isTight { oweSpace(body.spaceBefore) }
  }

  /// Queues the blocks of the footnotes under a short rule.
  mutating func layOut(_ notes: [Footnote<Never>], in place: FlowPlace) throws(LayoutFailure) {
    guard !notes.isEmpty else { return }
    let note = style[.note]
    var inner = place.indented(by: note.size * 2.0, least: style.textArea.size.width / 3)
    inner.role = .note
    for footnote in notes.reversed() {
      push(.endItem(inner))
      push(footnote.blocks, in: inner)
      push(
        .marker(
          ListMarker(
            text: "[\(footnote.number)]",
            left: place.left,
            width: inner.left - place.left
          )
        )
      )
    }
    var short = place
    short.width = place.width / 4
    try layOutDivider(in: short)
    keepNext(1)
  }
}

extension List {
  /// The text before the item at `index`.
  fileprivate func marker(of index: Int) -> String {
    if let isTicked = items[index].isTicked { return isTicked ? "☑" : "☐" }
    return start.map { "\($0 + index)." } ?? "•"
  }

  /// The number of characters of the longest marker.
  fileprivate var widestMarker: Int {
    start.map { "\($0 + max(0, items.count - 1)).".count } ?? 1
  }
}
