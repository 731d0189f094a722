import Geometry
import Pages
import Styling

/// Where and how blocks stand: the strip between their margins and what surrounds them.
struct FlowPlace {
  /// The distance from the left margin of the text area.
  var left: Length
  var width: Length
  /// The boxes around, from the outside.
  var frames: [FrameID] = []
  /// The role of running text here.
  var role = TextRole.body
  /// Whether paragraphs begin without indent, as in lists and boxes.
  var isIndentFree = false
  /// Whether paragraphs follow one another without space.
  var isTight = false

  /// The place moved in from the left; no nesting leaves less than a third of the strip it began in.
  func indented(by distance: Length, least: Length) -> FlowPlace {
    var place = self
    let step = max(.zero, min(distance, width - least))
    place.left += step
    place.width -= step
    place.isIndentFree = true
    return place
  }
}

/// The number or bullet of a list's item, waiting for the first line of its text.
struct ListMarker {
  var text: String
  /// Where the marker begins.
  var left: Length
  /// How much room it has.
  var width: Length
  /// The list that begins with the item.
  var opensList: StructureRole?
  /// Whether the item is a footnote.
  var isNote = false
  /// The label's structure node.
  var mark = Mark.decoration
}
