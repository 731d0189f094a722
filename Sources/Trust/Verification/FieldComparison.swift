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
      let (one, other) = (try old.resolve(oldForm[key]), try new.resolve(newForm[key]))
      if one != other { changes.append(.entry(name: "AcroForm\(key)")) }
    }
    let oldFields = try old.resolve(oldForm["/Fields"]).elements ?? []
    let newFields = try new.resolve(newForm["/Fields"]).elements ?? []
    guard newFields.count >= oldFields.count else {
      changes.append(.entry(name: "AcroForm/Fields"))
      return
    }
    for (one, other) in zip(oldFields, newFields) { try compare(one, other, old, new) }
    for field in newFields.dropFirst(oldFields.count) { try add(field, new) }
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

  /// Judges a field that was added: only a time stamp of the whole file, which is not seen, may be.
  private mutating func add(_ field: PDFValue, _ new: PDFFile) throws(PDFFileFailure) {
    let entries = try new.resolve(field).entries ?? [:]
    let name = entries["/T"]?.string.map(pdfText) ?? ""
    let value = try new.resolve(entries["/V"]).entries
    let corners = (entries["/Rect"]?.elements ?? []).compactMap(\.number)
    let isUnseen = corners.count != 4 || corners[0] == corners[2] && corners[1] == corners[3]
    guard let reference = field.reference, entries["/FT"] == .name("/Sig"), isUnseen,
      value?["/SubFilter"] == .name("/ETSI.RFC3161"), entries["/Kids"] == nil
    else { return changes.append(.field(name: name)) }
    added.insert(reference)
    changes.append(.timeStamp(field: name))
  }
}
