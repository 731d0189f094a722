import Records

/// A named predicate over the head of a record file.
struct HeadRule: Sendable {
  /// What looks at the head and writes down what is wrong with it.
  typealias Check = @Sendable (Batch, Standards, inout Findings) -> Void

  let rule: Rule
  let check: Check

  var code: String { rule.code }
  var citation: String { rule.citation }

  init(_ rule: Rule, check: @escaping Check) {
    self.rule = rule
    self.check = check
  }
}
