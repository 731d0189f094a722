import Rules

extension World {
  /// Opens the rule books and tables of `project`; a file that it does not have comes from the installed content.
  func ruleShelf(of project: Project) throws(CommandFailure) -> RuleShelf {
    var texts: [RuleText] = []
    for name in RuleShelf.fileNames { texts.append(try ruleText(name, of: project)) }
    let (shelf, complaints) = readRuleShelf(texts)
    try settle(complaints)
    guard let shelf else { throw .unfit([]) }
    return shelf
  }

  /// Returns what is to be told of every code.
  func explanations(of project: Project) throws(CommandFailure) -> [Explanation] {
    let (explanations, complaints) = readExplanations(
      try ruleText("explanations.yaml", of: project)
    )
    try settle(complaints)
    let worded = try wordedExplanations()
    return explanations.map { item in
      guard let other = worded[item.code] else { return item }
      return item.worded(other.title, other.text, passing: other.right, failing: other.wrong)
    }
  }

  private func ruleText(_ name: String, of project: Project) throws(CommandFailure) -> RuleText {
    let own = project.rules(name)
    let path = exists(own) ? own : "\(try home())/content/rules/\(name)"
    return RuleText(name: name, text: try text(of: path), path: project.shown(path, in: self))
  }
}
