/// How badly a member is needed.
enum Need {
  /// Without it the record is refused.
  case required
  /// Without it a form has a blank, which is worth a warning.
  case wanted
  /// It may be left out.
  case optional
}
