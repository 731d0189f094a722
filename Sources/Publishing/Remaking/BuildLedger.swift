/// What a build made of what, so that the next one can tell what has to be made again.
public struct BuildLedger: Sendable, Hashable {
  /// An input file.
  public struct Input: Sendable, Hashable {
    /// What the file system said of it when it was read; nothing when it was so new that it may have changed since.
    public var stamp: FileStamp?
    /// The hash of its bytes.
    public var digest: String

    /// Creates an input.
    public init(stamp: FileStamp?, digest: String) {
      (self.stamp, self.digest) = (stamp, digest)
    }
  }

  /// A step that was carried out.
  public struct Step: Sendable, Hashable {
    /// The hash of the recipe.
    public var recipe: String
    /// The files that it made, by their path below the output folder.
    public var outputs: [String: FileStamp]
    /// What later steps need to know of it.
    public var facts: String
    /// The complaints that were shown, to be shown again when the step need not be.
    public var complaints: [String]

    /// Creates a step.
    public init(
      recipe: String,
      outputs: [String: FileStamp] = [:],
      facts: String = "",
      complaints: [String] = []
    ) {
      (self.recipe, self.outputs) = (recipe, outputs)
      (self.facts, self.complaints) = (facts, complaints)
    }
  }

  /// The input files, by their paths.
  public var inputs: [String: Input] = [:]
  /// The steps, by their names.
  public var steps: [String: Step] = [:]

  /// Creates an empty ledger.
  public init() {}

  /// The files of all steps with their stamps.
  public var outputs: [String: FileStamp] {
    steps.values.reduce(into: [:]) { $0.merge($1.outputs) { first, _ in first } }
  }
}
