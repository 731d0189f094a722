import Diagnostics

/// What is said about braces of a form that do not pair.
enum BraceDiagnostic {
  static func stray(isOpening: Bool, at place: SourceLocation) -> Diagnostic {
    let advice: Message = "一个字段须写在同一行内；要打印花括号，请用反引号括起"
    return isOpening
      ? Diagnostic("form.unclosedHole", .error, at: .source(place), "“{{”没有对应的“}}”", advice: advice)
      : Diagnostic("form.strayBraces", .error, at: .source(place), "“}}”没有对应的“{{”", advice: advice)
  }
}
