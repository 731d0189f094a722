public import Styling

/// What `fonts/fonts.yaml` says: which real faces may stand for each logical family, and in which order.
public struct FontPlan: Sendable, Hashable {
  /// The candidates of each logical family, the most wanted first; all that are installed are used, in this order.
  public var families: [FontFamily: [FontCandidate]]
  /// The candidates tried for a character that no face of its family holds.
  public var fallback: [FontCandidate]
  /// Folders to look for font files in, besides the `local` folder next to `fonts.yaml`.
  public var folders: [String]

  /// Creates a plan.
  public init(
    families: [FontFamily: [FontCandidate]],
    fallback: [FontCandidate] = [],
    folders: [String] = []
  ) {
    self.families = families
    self.fallback = fallback
    self.folders = folders
  }
}

/// One typeface that may stand for a logical family.
public struct FontCandidate: Sendable, Hashable {
  /// Its names: a family, full or PostScript name in any language of the font, or a file name.
  ///
  /// Case does not matter. A family name leaves the choice of the weight open, any other name settles the face.
  public var names: [String]
  /// The names of the bold face where it is another typeface; empty when it bears the same names.
  public var boldNames: [String]
  /// The Debian package that brings it.
  public var package: String?
  /// What the operator is told when this candidate has to be used.
  public var notice: String?
  /// Whether its absence is worth no warning.
  public var isOptional: Bool
  /// The characters that it is installed for, all or most of which it holds.
  public var covers: [ClosedRange<UInt32>]

  /// Creates a candidate.
  public init(
    _ names: [String],
    boldNames: [String] = [],
    package: String? = nil,
    notice: String? = nil,
    isOptional: Bool = false,
    covers: [ClosedRange<UInt32>] = []
  ) {
    self.names = names
    self.boldNames = boldNames
    self.package = package
    self.notice = notice
    self.isOptional = isOptional
    self.covers = covers
  }

  /// Returns the names to look for at `weight`.
  func names(at weight: FontWeight) -> [String] {
    weight == .bold && !boldNames.isEmpty ? boldNames : names
  }
}
