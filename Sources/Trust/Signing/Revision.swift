import Geometry
import PDF
import PDFFiles
import Pages

/// A revision in the making behind a file that is there.
struct Revision {
  let opened: OpenedFile
  private let update: PDFUpdate
  private let added: Added
  private var catalog: [String: PDFValue]
  private var catalogHasChanged = false

  /// The bytes that are added.
  private final class Added {
    var bytes: [UInt8] = []
  }

  init(of opened: OpenedFile, fonts: PDFFonts) throws(SigningFailure) {
    let (base, added) = (try opened.base(), Added())
    self.opened = opened
    self.added = added
    catalog = opened.catalog
    update = try writing { () throws(PDFFailure) in
      try PDFUpdate(of: base, fonts: fonts) { added.bytes += $0 }
    }
  }

  /// Signs `field`, of which `mark` is seen from now on.
  mutating func sign(
    _ field: FoundField,
    _ facts: SignatureFacts,
    mark: SignatureMark?
  ) throws(SigningFailure) {
    var entries = field.entries
    let update = update
    try writing { () throws(PDFFailure) in
      let signature = try update.add(signature: facts)
      entries["/V"] = .reference(PDFReference(number: signature))
      if let mark, let room = mark.isSeal ? mark.room : field.room {
        if mark.isSeal { entries["/Rect"] = field.corners(around: mark) }
        let appearance = try update.add(appearance: mark, room: room)
        entries["/AP"] = .dictionary(["/N": .reference(PDFReference(number: appearance))])
      }
      if facts.kind == .certification {
        catalog["/Perms"] = .dictionary(["/DocMDP": .reference(PDFReference(number: signature))])
        catalogHasChanged = true
      }
    }
    try put(entries, as: field.reference)
  }

  /// Adds signature fields that are not seen; returns them.
  ///
  /// They lie outside of what is shown, so they need no place in the structure (ISO 14289-1 §7.18.4).
  mutating func addFields(
    _ fields: [(name: String, label: String)]
  ) throws(SigningFailure) -> [FoundField] {
    let page = try opened.pageForFields()
    let update = update
    var found: [FoundField] = []
    for field in fields {
      let number = try writing { () throws(PDFFailure) in try update.allocate() }
      let nowhere = PDFValue.array([PDFValue](repeating: .integer(-1), count: 4))
      let entries: [String: PDFValue] = [
        "/Type": .name("/Annot"), "/Subtype": .name("/Widget"), "/FT": .name("/Sig"),
        "/T": .string(Array(field.name.utf8)), "/TU": .string(utf16(field.label)),
        "/F": .integer(4), "/Rect": nowhere, "/P": .reference(page),
      ]
      found.append(FoundField(reference: PDFReference(number: number), entries: entries))
    }
    let references = found.map { PDFValue.reference($0.reference) }
    try append(references, toPage: page)
    var form = opened.form
    form["/Fields"] = .array(try opened.fields() + references)
    form["/SigFlags"] = .integer(3)
    catalog["/AcroForm"] = .dictionary(form)
    catalogHasChanged = true
    return found
  }

  /// Writes content that shows `slice` of a `seal` on `paper`.
  func add(
    _ slice: SealSlices.Slice,
    of seal: SignatureMark,
    on paper: Size
  ) throws(SigningFailure) -> PageAddition {
    let update = update
    return try writing { () throws(PDFFailure) in
      try update.add(slice, of: seal, paperHeight: paper.height)
    }
  }

  /// Writes content that shows the `caption` of a seal from the top left corner of a `place` on.
  func add(
    _ caption: SignatureMark,
    at place: (left: Double, bottom: Double, width: Double, height: Double)
  ) throws(SigningFailure) -> PageAddition {
    let update = update
    let bottom = place.bottom + place.height - caption.room.height
    return try writing { () throws(PDFFailure) in
      try update.add(caption: caption, left: place.left, bottom: bottom)
    }
  }

  private func append(_ widgets: [PDFValue], toPage page: PDFReference) throws(SigningFailure) {
    guard var entries = try opened.object(page).entries else { return }
    let there = try opened.resolve(entries["/Annots"]).elements ?? []
    entries["/Annots"] = .array(there + widgets)
    // A tagged page with annotations is walked through by its structure (ISO 14289-1 §7.18.3).
    if there.isEmpty, opened.catalog["/StructTreeRoot"] != nil, entries["/Tabs"] == nil {
      entries["/Tabs"] = .name("/S")
    }
    try put(entries, as: page)
  }

  /// Writes `entries` anew as the object that `reference` names.
  func put(_ entries: [String: PDFValue], as reference: PDFReference) throws(SigningFailure) {
    let spelt = entries.sorted { $0.key < $1.key }
      .map { (key: String($0.key.dropFirst()), spelling: $0.value.spelling) }
    let update = update
    try writing { () throws(PDFFailure) in
      try update.put(spelt, as: reference.number, generation: reference.generation)
    }
  }

  /// Writes `streams`, and returns references to them.
  func add(_ streams: [[UInt8]]) throws(SigningFailure) -> [PDFValue] {
    let update = update
    return try writing { () throws(PDFFailure) in
      var references: [PDFValue] = []
      for stream in streams {
        references.append(.reference(PDFReference(number: try update.add(stream: stream))))
      }
      return references
    }
  }

  /// Sets an entry of the catalog.
  mutating func setCatalog(_ key: String, _ value: PDFValue) {
    catalog[key] = value
    catalogHasChanged = true
  }

  /// Ends the revision; returns the whole file, and where its signature is to be filled in.
  func finish() throws(SigningFailure) -> (file: [UInt8], place: SignaturePlace?) {
    if catalogHasChanged { try put(catalog, as: opened.root) }
    let update = update
    let place = try writing { () throws(PDFFailure) in try update.finish() }
    return (opened.bytes + added.bytes, place)
  }
}

/// Turns a failure of writing into one of signing.
private func writing<Value>(
  _ body: () throws(PDFFailure) -> Value
) throws(SigningFailure) -> Value {
  do throws(PDFFailure) { return try body() } catch { throw .writing(error) }
}

/// Text for people as UTF-16BE with its mark (ISO 32000-1 §7.9.2.2).
private func utf16(_ text: String) -> [UInt8] {
  [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
}
