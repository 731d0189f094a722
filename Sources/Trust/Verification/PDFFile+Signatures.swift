import PDFFiles

extension PDFFile {
  /// The most fields that a form is searched for.
  static let mostFields = 10_000

  /// The catalog's entries.
  func catalog() throws(PDFFileFailure) -> [String: PDFValue] {
    try resolve(trailer().entries?["/Root"]).entries ?? [:]
  }

  /// The signatures in the form of the file, in the order in which they were made.
  func signatures() throws(PDFFileFailure) -> [FoundSignature] {
    let form = try resolve(catalog()["/AcroForm"]).entries
    var waiting = try resolve(form?["/Fields"]).elements ?? []
    var (found, seen) = ([FoundSignature](), Set<PDFReference>())
    while let next = waiting.popLast(), seen.count < PDFFile.mostFields {
      if let reference = next.reference, !seen.insert(reference).inserted { continue }
      guard let field = try resolve(next).entries else { continue }
      waiting += try resolve(field["/Kids"]).elements ?? []
      guard field["/FT"] == .name("/Sig"), let value = field["/V"] else { continue }
      if let signature = try FoundSignature(field: field, value: try resolve(value), in: self) {
        found.append(signature)
      }
    }
    return found.sorted { ($0.end, $0.field) < ($1.end, $1.field) }
  }

  /// The streams of an array of the validation data.
  func validationStreams(_ key: String) throws(PDFFileFailure) -> [[UInt8]] {
    let store = try resolve(catalog()["/DSS"]).entries
    var streams: [[UInt8]] = []
    for case let reference? in (try resolve(store?[key]).elements ?? []).map(\.reference) {
      streams.append(try data(reference, limit: 10 << 20))
    }
    return streams
  }
}
