import Diagnostics
import Records

/// A named predicate over one sound filing, with what a person should know of it.
public struct Rule: Sendable {
  /// What looks at a filing and writes down what is wrong with it.
  typealias Check = @Sendable (Filing, Standards, inout Findings) -> Void

  /// The code, such as `V-13`.
  public let code: String
  /// A few words that name the rule.
  public let title: String
  /// What the rule asks for, as one or more Chinese sentences.
  public let statement: String
  /// The law or manual behind it.
  public let citation: String
  /// A case that keeps the rule.
  public let passing: String
  /// A case that breaks it.
  public let failing: String
  /// The kinds of filing that it looks at.
  let kinds: [FilingKind]
  /// Whether it looks at filings that are void or revoked, too.
  let seesDead: Bool
  let check: Check

  init(
    _ code: String,
    _ title: String,
    on kinds: [FilingKind] = FilingKind.allCases,
    seesDead: Bool = false,
    statement: String,
    citation: String,
    passing: String,
    failing: String,
    check: @escaping Check = { _, _, _ in }
  ) {
    (self.code, self.title, self.kinds, self.seesDead) = (code, title, kinds, seesDead)
    (self.statement, self.citation) = (statement, citation)
    (self.passing, self.failing) = (passing, failing)
    self.check = check
  }
}

extension [FilingKind] {
  /// The filings that conclude a contract.
  static let concluding: Self = [.new, .renew]
  /// The filings whose contract is to be kept from now on.
  static let agreed: Self = [.new, .renew, .change]
}
