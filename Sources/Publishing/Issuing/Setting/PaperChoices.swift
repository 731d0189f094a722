import PDF

/// What a person may choose about the files that paper goes into.
public struct PaperChoices: Sendable, Hashable {
  /// Whether files are for archives and for those who listen: PDF/A-3a and PDF/UA-1.
  public var isArchival: Bool
  /// Whether files carry what they print of the records; not where they are handed to others.
  public var embedsRecord: Bool

  /// Creates the choices; files are archival and carry their record unless something else is asked for.
  public init(isArchival: Bool = true, embedsRecord: Bool = true) {
    self.isArchival = isArchival
    self.embedsRecord = embedsRecord
  }

  var conformance: PDFConformance { isArchival ? .archival : .plain }
}
