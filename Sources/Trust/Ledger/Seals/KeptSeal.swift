public import Diagnostics

/// A seal that the ledger keeps.
public struct KeptSeal: Sendable, Hashable {
  /// Its number in the ledger, such as `YZ-0001`.
  public let number: String
  /// What it is.
  public let facts: SealFacts
  /// Who may use it, in the order in which they were first authorised.
  public internal(set) var authorisations: [SealAuthorisation] = []
  /// Why it was declared void, if it was.
  public internal(set) var voidReason: String?
  /// The last entry of the trail when it was looked up.
  var lookedUpTo = 0

  /// The state on a day as lists print it: 有效, 未生效, 已过期 or 已作废.
  public func state(on day: String) -> String {
    if voidReason != nil { return "已作废" }
    if day < facts.validFrom { return "未生效" }
    if let last = facts.validUntil, day > last { return "已过期" }
    return "有效"
  }

  /// Returns why `person` may not use it for the employer `ownerCode` on `day`; nothing when all is well.
  func refusal(of person: String, for ownerCode: String, on day: String) -> Diagnostic? {
    let state = state(on: day)
    guard state == "有效" else {
      return Diagnostic(
        "seal.state",
        .error,
        "印章\(number)（\(facts.name)）\(term: state)，不能用",
        expected: facts.validity,
        advice: "用 mingce seal list 查看可用的印章"
      )
    }
    guard ownerCode == facts.ownerCode else {
      return Diagnostic(
        "seal.owner",
        .error,
        "印章\(number)不是这个单位的",
        found: "\(ownerCode)",
        expected: "\(facts.ownerCode)（\(facts.owner)）",
        advice: "请改用本单位的印章"
      )
    }
    let known = authorisations.first { $0.person == person }
    guard known?.state(on: day) == "有效" else {
      return Diagnostic(
        "seal.unauthorised",
        .error,
        "\(person)没有获准使用印章\(number)",
        found: known.map { "授权\(term: $0.state(on: day))" },
        advice: "请先用 mingce seal authorise 授权，或者由已授权的人使用"
      )
    }
    return nil
  }
}

extension SealFacts {
  /// The days of its validity in words.
  public var period: String { validity.description }

  /// The days of its validity, in the words of any language.
  public var validity: Message {
    validUntil.map { "\(validFrom)至\($0)" } ?? "\(validFrom)起长期"
  }
}
