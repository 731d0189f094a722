/// One stage of the line, measured apart from the others.
struct StageBenchmark: Sendable {
  let name: String
  /// What the stage's figures count.
  let unit: String
  /// Makes the sample, unmeasured, and returns the work, which says how much it did.
  let prepare: @Sendable () throws -> () throws -> Int

  /// The stages in the order in which records pass them.
  static let all: [StageBenchmark] = [
    .findFonts, .decode, .select, .readAgain, .bind, .shape, .breakLines, .layOut, .assembleFonts,
    .deflate, .writePDF, .issueBatch, .writeHTML, .readMarkdown,
  ]

  /// The stages that follow one another when a roster is printed; the others are parts of these, or elsewhere.
  static let rosterLine = ["decode", "select", "read-again", "bind", "lay-out", "write-pdf"]
}
