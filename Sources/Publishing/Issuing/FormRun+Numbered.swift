import Forms

extension FormRun {
  /// Returns the run of a roster that prints its `number` and `check` code.
  public func numbered(_ number: String, check: String) -> FormRun {
    var facts = selection.facts
    facts.number = number
    facts.check = check
    let selection = Selection(
      rows: selection.rows,
      facts: facts,
      exclusions: selection.exclusions,
      refusedCount: selection.refusedCount,
      kept: selection.kept,
      outcomes: selection.outcomes
    )
    var run = FormRun(form, of: file, selection: selection)
    run.copy = copy
    return run
  }
}
