/// One stage of the line, measured apart from the others.
struct StageBenchmark: Sendable {
  let name: String
  /// What the stage's figures count.
  let unit: String
  /// Makes the sample, unmeasured, and returns the work, which says how much it did.
  let prepare: @Sendable () throws -> () throws -> Int

  /// The stages in the order in which records pass them.
  static let all: [StageBenchmark] = [
    .decode, .select, .bind, .shape, .breakLines, .layOut, .writePDF, .writeHTML, .readMarkdown,
  ]
}
