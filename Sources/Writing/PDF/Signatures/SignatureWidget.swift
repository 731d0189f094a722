import Geometry

/// A signature field and its widget, which are one dictionary (ISO 32000-1 §12.5.6.19).
struct SignatureWidget {
  let reference: Reference
  let field: SignatureField
  let page: Reference
  /// Left, bottom, right and top on the page.
  let corners: [Number]
  /// The same as pages have it; nothing for a field that is not seen.
  let area: Rectangle?
  /// Its number in the parent tree of a tagged file.
  let structureKey: Int?
  /// Where a caption will stand that is printed later.
  var captionPlace: [Number]?

  init(
    _ field: SignatureField,
    in area: Rectangle,
    as reference: Reference,
    on page: Reference,
    paper: Size,
    structureKey: Int?
  ) {
    self.field = field
    self.reference = reference
    self.page = page
    self.structureKey = structureKey
    let (width, height) = (field.size.width, field.size.height)
    let centre = Point(
      x: area.left + area.size.width / 2,
      y: area.top + area.size.height / 2
    )
    let start = field.isCentred ? centre.x - width / 2 : centre.x
    let left = max(.zero, min(start, paper.width - width))
    let top = max(.zero, min(centre.y - height / 2, paper.height - height))
    self.area = Rectangle(x: left, y: top, width: width, height: height)
    corners = [
      Number(left), Number(paper.height - top - height),
      Number(left + width), Number(paper.height - top),
    ]
  }

  /// A field that is not seen, beside the paper; it needs no place in the structure (ISO 14289-1 §7.18.4).
  init(unseen field: SignatureField, as reference: Reference, on page: Reference) {
    self.field = field
    self.reference = reference
    self.page = page
    structureKey = nil
    area = nil
    corners = [Number](repeating: Number(thousandths: -1000), count: 4)
  }

  /// The dictionary with what is seen of it, and its signature.
  func dictionary(appearance: Reference, signature: Reference?) -> Value {
    var entries: Entries = [
      "Type": .name("Annot"),
      "Subtype": .name("Widget"),
      "FT": .name("Sig"),
      "T": .text(field.name),
      "TU": .text(field.label),
      // Print, neither hidden nor without view (ISO 19005-3 §6.3.2).
      "F": 4,
      "Rect": .array(corners.map(Value.number)),
      "P": .reference(page),
      "AP": ["N": .reference(appearance)],
    ]
    entries.add("StructParent", structureKey.map(Value.integer))
    entries.add("V", signature.map(Value.reference))
    entries.add(
      SignatureField.captionKey,
      captionPlace.map { .array($0.map(Value.number)) }
    )
    return .dictionary(entries)
  }
}
