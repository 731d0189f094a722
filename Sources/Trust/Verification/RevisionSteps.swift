import PDFFiles

/// The changes from each signed revision to the last, found step by step from the end.
struct RevisionSteps {
  private let bytes: [UInt8]
  /// The revision behind the one that comes next, and where it ends.
  private var later: PDFFile
  private var laterEnd: Int
  private var changes: [RevisionChange] = []

  init(of bytes: [UInt8], whole: PDFFile) {
    self.bytes = bytes
    later = whole
    laterEnd = bytes.count
  }

  /// Returns what changed behind `signature`, which is before all that were asked about.
  mutating func changes(
    behind signature: FoundSignature,
    _ coverage: Coverage
  ) -> [RevisionChange] {
    guard case .revision(let end) = coverage, end < laterEnd else { return changes }
    guard let revision = try? PDFFile(Array(bytes[..<end]), isStrict: true) else {
      return [.unreadable] + changes
    }
    let step = RevisionComparison.changes(from: revision, to: later)
    changes = step + changes.filter { !step.contains($0) }
    (later, laterEnd) = (revision, end)
    return changes
  }

  /// Whether the revision that `signature` signs holds validation data.
  func hasValidationData(in signature: FoundSignature) -> Bool {
    guard let catalog = try? later.catalog() else { return false }
    return laterEnd <= signature.end && catalog["/DSS"] != nil
  }
}
