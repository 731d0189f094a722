import Geometry
import Pages

extension PDFWriter {
  /// Puts the fields that have their places on `page` there; a name counts where it stands first.
  func placeFields(of page: Page, onto index: Int) throws(PDFFailure) {
    guard !fields.isEmpty else { return }
    for case .stampPlace(let stamp) in page.items {
      guard let field = fields.first(where: { $0.name == stamp.name }),
        !widgets.contains(where: { $0.field.name == stamp.name })
      else { continue }
      let (reference, owner) = (try file.allocate(), pages[index].reference)
      let widget = SignatureWidget(
        field,
        in: stamp.area,
        as: reference,
        on: owner,
        paper: page.size,
        structureKey: try structure?.add(field: reference, on: owner)
      )
      place(widget, onto: index)
      if field.caption != nil || field.captionRoom != nil {
        freePlaces[index, default: FreePlace()].take(page.allItems)
      }
    }
  }

  /// The fields that are to be signed now and that no page has a place for.
  var fieldsWithoutPlace: [SignatureField] { unseenFields.filter { $0.signature != nil } }

  private var unseenFields: [SignatureField] {
    fields.filter { field in !widgets.contains { $0.field.name == field.name } }
  }

  /// Puts the fields that no page has a place for beside the first that has one, unseen: who signs there later must not
  /// have to add a field, which would break the signatures before.
  private func placeUnseenFields() throws(PDFFailure) {
    for field in unseenFields {
      guard let page = widgets.first?.page,
        let index = pages.firstIndex(where: { $0.reference == page })
      else { continue }
      place(SignatureWidget(unseen: field, as: try file.allocate(), on: page), onto: index)
    }
  }

  /// Writes the fields that were placed, and returns the entries of the catalog that tell of them.
  func writeFields() throws(PDFFailure) -> Entries {
    try placeUnseenFields()
    guard !widgets.isEmpty else { return [:] }
    var permissions: Entries = [:]
    for var widget in widgets {
      try writeCaption(of: &widget)
      let appearance = try writeAppearance(of: widget)
      var signature: Reference?
      if let facts = widget.field.signature {
        let reference = try file.allocate()
        signature = reference
        unwrittenSignatures.append((facts, as: reference))
        if facts.kind == .certification { permissions.add("DocMDP", .reference(reference)) }
      }
      let dictionary = widget.dictionary(appearance: appearance, signature: signature)
      try file.add(dictionary, as: widget.reference)
    }
    let references = widgets.map { Value.reference($0.reference) }
    var entries: Entries = ["AcroForm": ["Fields": .array(references), "SigFlags": 3]]
    if !permissions.pairs.isEmpty { entries.add("Perms", .dictionary(permissions)) }
    entries.add("Extensions", PDFWriter.extensions)
    return entries
  }

  /// Writes the dictionaries of the signatures, behind all that is long: whoever hashes the file without what stands in
  /// their rooms, and then with it, hashes what is before them once.
  func writeSignatures() throws(PDFFailure) {
    for (facts, reference) in unwrittenSignatures {
      try file.add(signature: facts, as: reference)
    }
  }

  /// PDF 1.7 knows no signatures of PAdES, so the file says that it has them (ETSI EN 319 142-1 §5.6).
  static let extensions: Value = [
    "ESIC": ["BaseVersion": .name("1.7"), "ExtensionLevel": 1]
  ]
}
