import PDFFiles

/// Which later signatures a signature forbids: a certification all (DocMDP 1, ISO 32000-1 §12.8.2.2), any signature those
/// in certain fields (FieldMDP, §12.8.2.4).
struct SignatureLock {
  /// Whether it certifies the document.
  private(set) var isCertification = false
  private var isForAll = false
  private var fields: Set<String> = []
  private var isForAllBut: Set<String>?

  init() {}

  /// Reads what the dictionary of a signature says of it in `file`.
  init(_ signature: [String: PDFValue], in file: PDFFile) throws(PDFFileFailure) {
    for reference in try file.resolve(signature["/Reference"]).elements ?? [] {
      let entries = try file.resolve(reference).entries ?? [:]
      let rules = try file.resolve(entries["/TransformParams"]).entries ?? [:]
      switch try file.resolve(entries["/TransformMethod"]) {
      case .name("/DocMDP"):
        isCertification = true
        if try file.resolve(rules["/P"]).number == 1 { isForAll = true }
      case .name("/FieldMDP"): try lock(rules, file)
      default: continue
      }
    }
  }

  private mutating func lock(
    _ rules: [String: PDFValue],
    _ file: PDFFile
  ) throws(PDFFileFailure) {
    var names: Set<String> = []
    for name in try file.resolve(rules["/Fields"]).elements ?? [] {
      if let text = try file.resolve(name).string { names.insert(pdfText(text)) }
    }
    switch try file.resolve(rules["/Action"]) {
    case .name("/Include"): fields.formUnion(names)
    case .name("/Exclude"): isForAllBut = isForAllBut?.intersection(names) ?? names
    default: isForAll = true
    }
  }

  /// Returns `changes` with every signature that is forbidden told as a change of its field.
  func judged(_ changes: [RevisionChange]) -> [RevisionChange] {
    changes.map { change in
      if case .signed(let field) = change, forbids(field) { .field(name: field) } else { change }
    }
  }

  private func forbids(_ field: String) -> Bool {
    isForAll || fields.contains(field) || isForAllBut.map { !$0.contains(field) } ?? false
  }
}
