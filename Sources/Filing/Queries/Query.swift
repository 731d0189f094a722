public import Diagnostics
public import Records

/// Conditions that a filing must all meet.
public struct Query: Sendable {
  /// One condition.
  struct Condition: Sendable {
    let field: Field
    let test: ValueTest
  }

  private(set) var conditions: [Condition] = []

  /// Creates the query that every filing meets.
  public init() {}

  init(_ conditions: [Condition]) {
    self.conditions = conditions
  }

  /// Returns whether the filing of `subject` meets every condition.
  ///
  /// It is judged as it is, whatever the subject masks: whoever asks has the records.
  public func holds(for subject: FieldSubject) -> Bool {
    var subject = subject
    subject.mask = .whole
    return conditions.allSatisfy {
      $0.test.holds(for: $0.field.value(subject), on: subject.batch.asOf)
    }
  }
}

/// Reads conditions such as `合同状态=新订|续订 审核状态=审核通过 月工资>=5000`; all of all texts must be met.
///
/// Where something is wrong the query is nothing and the diagnostics say all of it; warnings may come with a query.
public func readQuery(_ texts: [String]) -> (query: Query?, diagnostics: [Diagnostic]) {
  var conditions: [Query.Condition] = []
  var diagnostics: [Diagnostic] = []
  for text in texts {
    var scanner = ConditionScanner(text)
    do throws(QueryFailure) {
      while let written = try scanner.next() {
        var reader = ConditionReader(written)
        if let condition = reader.condition() { conditions.append(condition) }
        diagnostics += reader.diagnostics
      }
    } catch {
      diagnostics.append(error.diagnostic)
    }
  }
  let isSound = !diagnostics.contains { $0.severity == .error }
  return (isSound ? Query(conditions) : nil, diagnostics)
}
