import Diagnostics
import DocumentTree
import Geometry
import Pages
import Styling

extension BlockFlow {
  /// Queues the items of a list, each indented by two em with its marker before it.
  mutating func pushSteps(of list: List<Never>, in place: FlowPlace) {
    let body = style[place.role]
    let indent = max(body.size * 2, body.size * (0.6 * Double(list.widestMarker + 1)))
    var inner = place.indented(by: indent, least: style.textArea.size.width / 3)
    inner.isTight = list.isTight
    push(.space(place.isTight ? .zero : body.spaceAfter))
    push(.close)
    for (index, item) in list.items.enumerated().reversed() {
      push(.endItem(isNote: false, inner))
      push(item.blocks, in: inner)
      push(
        .marker(
          ListMarker(
            text: list.marker(of: index),
            left: place.left,
            width: inner.left - place.left,
            opensList: index == 0 ? .list(isNumbered: list.start != nil) : nil
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
      push(.endItem(isNote: true, inner))
      push(footnote.blocks, in: inner)
      push(
        .marker(
          ListMarker(
            text: "[\(footnote.number)]",
            left: place.left,
            width: inner.left - place.left,
            isNote: true
          )
        )
      )
    }
    var short = place
    short.width = place.width / 4
    try layOutDivider(in: short)
    keepNext(1)
  }

  /// Begins the elements of an item, and returns its marker with the node of its label.
  mutating func begin(_ marker: ListMarker) -> ListMarker {
    var begun = marker
    let node = newNode()
    begun.mark = .node(node)
    if let list = marker.opensList { trail.open(list) }
    trail.open(marker.isNote ? .note : .listItem)
    trail.add(.label, node: node)
    if !marker.isNote { trail.open(.listBody) }
    return begun
  }

  /// Ends an item, whose marker stands alone when nothing else does.
  mutating func endItem(isNote: Bool, in place: FlowPlace) throws(LayoutFailure) {
    try flushMarker(in: place)
    trail.close()
    if !isNote { trail.close() }
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
