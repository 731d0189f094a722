/// The faces that a plan chooses among the installed files: known by name, none of them opened.
///
/// Finding them takes longer than opening those that a document needs, so the libraries of several tasks share this.
public struct InstalledFonts: Sendable {
  /// What `fonts.yaml` says.
  public let plan: FontPlan
  let index: FontIndex
  let choices: FontChoices

  /// Looks for the plan's faces in `files`.
  ///
  /// - Parameters:
  ///   - plan: The families wanted.
  ///   - files: The absolute paths of installed font files in a stable order; of two files with the same face the
  ///     earlier one wins.
  /// - Throws: `FontFailure.planNamesNoFamily`; a family that is not installed is a finding, not a failure.
  public init(plan: FontPlan, files: [String]) throws(FontFailure) {
    guard !plan.families.isEmpty else { throw .planNamesNoFamily }
    self.plan = plan
    index = FontIndex(files: files)
    choices = FontChoices(plan: plan, index: index)
  }
}
