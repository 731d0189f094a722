/// How badly a member is needed.
enum Need: Equatable {
  /// Without it a paper lacks what the law demands, and the record is refused.
  case statutory(StatutoryPaper)
  /// Without it the record is refused.
  case required
  /// Without it a form has a blank, which is worth a warning.
  case wanted
  /// It may be left out.
  case optional
}
