import Geometry

/// A signature field and its widget, which are one dictionary (ISO 32000-1 §12.5.6.19).
struct SignatureWidget {
  let reference: Reference
  let field: SignatureField
  let page: Reference
  /// Left, bottom, right and top on the page.
  let corners: [Number]
  /// Its number in the parent tree of a tagged file.
  let structureKey: Int?

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
    let left = min(area.left + area.size.width / 2, paper.width - width)
    let middle = area.top + area.size.height / 2
    let top = max(.zero, min(middle - height / 2, paper.height - height))
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
    return .dictionary(entries)
  }
}

extension ObjectFile {
  /// Writes what is seen of a signature as a form of its own (ISO 32000-1 §8.10), and returns it.
  ///
  /// A viewer stretches its box to the field (§12.5.5), so the box takes the shape of the field, whose sides are `room`.
  func add(
    appearance mark: SignatureMark?,
    room: (width: Double, height: Double),
    resources: Reference,
    fonts: PDFFonts,
    uses: inout FontUses
  ) throws(PDFFailure) -> Reference {
    let content = try ContentStream.bytes(
      of: mark?.items ?? [],
      pageHeight: mark?.size.height ?? .zero,
      fonts: fonts,
      uses: &uses
    )
    return try add(
      stream: content,
      [
        "Type": .name("XObject"),
        "Subtype": .name("Form"),
        "BBox": .array(box(of: mark, in: room).map { .number(Number($0)) }),
        "Resources": .reference(resources),
      ]
    )
  }

  /// The box with the mark in its middle that has the shape of `room`; left, bottom, right, top.
  private func box(
    of mark: SignatureMark?,
    in room: (width: Double, height: Double)
  ) -> [Double] {
    guard let size = mark?.size, room.width > 0, room.height > 0 else {
      return [0, 0, room.width, room.height]
    }
    let (width, height) = (size.width / .pt(1), size.height / .pt(1))
    let scale = min(room.width / width, room.height / height)
    let (left, bottom) = ((room.width / scale - width) / 2, (room.height / scale - height) / 2)
    return [-left, -bottom, width + left, height + bottom]
  }
}
