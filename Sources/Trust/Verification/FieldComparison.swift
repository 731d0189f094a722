import PDFFiles

/// Compares the forms of two revisions: which places were signed, which time stamps were added, and what else.
struct FieldComparison {
  /// The fields that were signed, by their old references.
  private(set) var signed: Set<PDFReference> = []
  /// The fields of time stamps that were added.
  private(set) var added: Set<PDFReference> = []
  /// The names of the old fields.
  private(set) var names: [PDFReference: String] = [:]
  /// What changed.
  private(set) var changes: [RevisionChange] = []
  /// What is to be the same in both forms, and what it is: other entries, and all that the old fields lead to.
  private(set) var pairs: [(old: PDFValue?, new: PDFValue?, place: RevisionComparison.Place)] = []

  init() {}

  init(
    _ oldCatalog: [String: PDFValue],
    _ newCatalog: [String: PDFValue],
    _ old: PDFFile,
    _ new: PDFFile
  ) throws(PDFFileFailure) {
    let oldForm = try old.resolve(oldCatalog["/AcroForm"]).entries ?? [:]
    let newForm = try new.resolve(newCatalog["/AcroForm"]).entries ?? [:]
    for key in Set(oldForm.keys).union(newForm.keys).sorted() {
      if key == "/Fields" || key == "/SigFlags" && newForm[key] == .integer(3) { continue }
      pairs.append((oldForm[key], newForm[key], .entry("AcroForm\(key)")))
    }
    let oldFields = try old.resolve(oldForm["/Fields"]).elements ?? []
    let newFields = try new.resolve(newForm["/Fields"]).elements ?? []
    guard newFields.count >= oldFields.count else {
      changes.append(.entry(name: "AcroForm/Fields"))
      return
    }
    for (one, other) in zip(oldFields, newFields) { try compare(one, other, old, new) }
    for field in newFields.dropFirst(oldFields.count) { try add(field, old, new) }
  }

  private mutating func compare(
    _ one: PDFValue,
    _ other: PDFValue,
    _ old: PDFFile,
    _ new: PDFFile
  ) throws(PDFFileFailure) {
    guard let reference = one.reference, other.reference != nil,
      let before = try old.object(reference).entries, let after = try new.resolve(other).entries
    else { return changes.append(.entry(name: "AcroForm/Fields")) }
    let name = before["/T"]?.string.map(pdfText) ?? ""
    names[reference] = name
    pairs.append((one, other, .field(name)))
    guard before["/FT"] == .name("/Sig"), before["/V"] ?? .null == .null, after["/V"] != nil else {
      if before != after, before["/V"] != after["/V"] { changes.append(.field(name: name)) }
      return
    }
    let value = try new.resolve(after["/V"])
    guard value.entries?["/Contents"]?.string != nil else {
      return changes.append(.field(name: name))
    }
    signed.insert(reference)
    changes.append(.signed(field: name))
  }

  /// What the field of a time stamp may say; an action, for one, has no business there.
  private static let ordinary: Set<String> = [
    "/Type", "/Subtype", "/FT", "/T", "/TU", "/F", "/Ff", "/Rect", "/P", "/V", "/AP",
  ]

  /// Judges a field that was added: only a time stamp of the whole file, which is not seen, may be.
  ///
  /// Its number has to be new, since it takes no part in the comparison of pages; and it has to be one that is judged as a
  /// signature (`FoundSignature`), or anybody could add what only calls itself a time stamp.
  private mutating func add(
    _ field: PDFValue,
    _ old: PDFFile,
    _ new: PDFFile
  ) throws(PDFFileFailure) {
    let entries = try new.resolve(field).entries ?? [:]
    let name = entries["/T"]?.string.map(pdfText) ?? ""
    let value = try new.resolve(entries["/V"]).entries
    guard let reference = field.reference, try old.object(reference) == .null,
      entries["/FT"] == .name("/Sig"), Set(entries.keys).isSubset(of: Self.ordinary),
      try isUnseen(entries["/Rect"], new), value?["/SubFilter"] == .name("/ETSI.RFC3161"),
      value?["/Contents"]?.string != nil
    else { return changes.append(.field(name: name)) }
    added.insert(reference)
    changes.append(.timeStamp(field: name))
  }

  /// Whether the corners of a place, which may be objects of their own, leave nothing to be seen.
  private func isUnseen(_ place: PDFValue?, _ file: PDFFile) throws(PDFFileFailure) -> Bool {
    var corners: [Double] = []
    for corner in try file.resolve(place).elements ?? [] {
      guard let number = try file.resolve(corner).number else { return false }
      corners.append(number)
    }
    return corners.count == 4 && corners[0] == corners[2] && corners[1] == corners[3]
  }
}
