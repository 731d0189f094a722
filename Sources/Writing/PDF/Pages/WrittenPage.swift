import Geometry

/// What is kept of a page whose content is written already.
struct WrittenPage {
  /// The number of the page's dictionary, which is written at the end.
  let reference: Reference
  /// The sheet.
  let size: Size
  /// The content streams in painting order.
  var contents: [Reference] = []
  /// The link annotations.
  var annotations: [Reference] = []
  /// What its content names, where that is more than the fonts that all pages share.
  var resources: Reference?
  /// The page's number in the parent tree of a tagged file.
  var structureKey: Int?

  /// Returns the page's dictionary (ISO 32000-1 §7.7.3.3).
  func dictionary(parent: Reference, resources: Reference) -> Value {
    var entries: Entries = [
      "Type": .name("Page"),
      "Parent": .reference(parent),
      "MediaBox": [0, 0, .number(Number(size.width)), .number(Number(size.height))],
      "Resources": .reference(self.resources ?? resources),
      "Contents": .array(contents.map(Value.reference)),
    ]
    if !annotations.isEmpty {
      entries.add("Annots", .array(annotations.map(Value.reference)))
      // The Tab key follows the structure (ISO 14289-1 §7.18.3).
      entries.add("Tabs", structureKey.map { _ in .name("S") })
    }
    entries.add("StructParents", structureKey.map(Value.integer))
    return .dictionary(entries)
  }
}
