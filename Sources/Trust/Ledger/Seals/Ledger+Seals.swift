import Diagnostics
import GRDB

extension Ledger {
  /// Returns all seals, void ones too, in the order of their numbers.
  public func seals() throws(LedgerFailure) -> [KeptSeal] {
    try read { try $0.sealRegistry().seals }
  }

  /// Returns the seal `number`; an unknown number is answered with the nearest known one.
  public func seal(_ number: String) throws(LedgerFailure) -> KeptSeal {
    try read { try $0.sealRegistry().seal(number) }
  }

  /// Enters a new seal, and returns it with its number.
  ///
  /// - Throws: `refused` with V-51 for a name of more than 50 characters, and for a kind of which the employer has a seal.
  public func enterSeal(
    _ facts: SealFacts,
    at time: ActionTime
  ) throws(LedgerFailure) -> KeptSeal {
    try change { db in
      let registry = try db.sealRegistry()
      if let refusal = registry.refusal(of: facts) { throw LedgerFailure.refused([refusal]) }
      let number = registry.nextNumber
      try db.append(TrailAct(action: .newSeal, subject: number, time: time), facts)
      return KeptSeal(number: number, facts: facts)
    }
  }

  /// Lets a person use the seal `number`; what was said of the same person before is replaced.
  public func authorise(
    _ authorisation: SealAuthorisation,
    forSeal number: String,
    at time: ActionTime
  ) throws(LedgerFailure) {
    try change { db in
      let seal = try db.sealRegistry().seal(number)
      if let refusal = seal.refusal(of: authorisation) { throw LedgerFailure.refused([refusal]) }
      try db.append(TrailAct(action: .authoriseSeal, subject: number, time: time), authorisation)
    }
  }

  /// Takes back what lets `person` use the seal `number`.
  public func revokeAuthorisation(
    of person: String,
    forSeal number: String,
    at time: ActionTime
  ) throws(LedgerFailure) {
    try change { db in
      let seal = try db.sealRegistry().seal(number)
      if let refusal = seal.voidRefusal { throw LedgerFailure.refused([refusal]) }
      guard seal.authorisations.contains(where: { $0.person == person }) else {
        throw LedgerFailure.refused([
          Diagnostic("seal.unauthorised", .error, "\(person)本来就没有获准使用印章\(number)")
        ])
      }
      let act = TrailAct(action: .revokeSeal, subject: number, time: time)
      try db.append(act, SealRevocation(person: person))
    }
  }

  /// Declares the seal `number` void, for a `reason`; it stays in lists, and another of its kind may be entered.
  public func voidSeal(
    _ number: String,
    reason: String,
    at time: ActionTime
  ) throws(LedgerFailure) {
    try change { db in
      let seal = try db.sealRegistry().seal(number)
      if let refusal = seal.voidRefusal { throw LedgerFailure.refused([refusal]) }
      let act = TrailAct(action: .voidSeal, subject: number, time: time)
      try db.append(act, SealVoid(reason: reason))
    }
  }
}

extension Database {
  /// Returns the seals as the trail tells of them.
  ///
  /// An entry that cannot follow those before is passed over here; `verify` tells of it.
  func sealRegistry() throws -> SealRegistry {
    let sql = "SELECT * FROM trail WHERE action IN (\(SealRegistry.changes)) ORDER BY sequence"
    var registry = SealRegistry()
    let rows = try Row.fetchCursor(self, sql: sql)
    while let row = try rows.next() { _ = registry.apply(TrailEntry(row)) }
    return registry
  }
}

extension SealRegistry {
  /// Returns the seal `number`; an unknown number is answered with the nearest known one.
  func seal(_ number: String) throws -> KeptSeal {
    if let seal = seals.first(where: { $0.number == number }) { return seal }
    let near: Message? = closestName(to: number, in: seals.map(\.number)).map { "是否要写“\($0)”？" }
    throw LedgerFailure.refused([
      Diagnostic(
        "ledger.unknownSeal",
        .error,
        "账本里没有印章“\(number)”",
        advice: near ?? "用 mingce seal list 查看已登记的印章"
      )
    ])
  }

  /// Returns why a seal of these facts may not be entered (V-51).
  fileprivate func refusal(of facts: SealFacts) -> Diagnostic? {
    let citation = "吉林省电子劳动合同操作手册"
    if facts.name.isEmpty || facts.name.count > 50 {
      return Diagnostic(
        "V-51",
        .error,
        "印章名称要有1至50个字",
        found: "\(facts.name)（\(facts.name.count)个字）",
        citation: citation
      )
    }
    if let last = facts.validUntil, last < facts.validFrom {
      return Diagnostic("seal.period", .error, "印章的有效期止早于有效期起", found: facts.validity)
    }
    let earlier = seals.first {
      $0.voidReason == nil && $0.facts.ownerCode == facts.ownerCode && $0.facts.kind == facts.kind
    }
    return earlier.map {
      Diagnostic(
        "V-51",
        .error,
        "该类型印章已申请：\($0.number)",
        found: "\(facts.kind)",
        advice: "原来的印章用 mingce seal void 作废以后才能再申请",
        citation: citation
      )
    }
  }
}

extension KeptSeal {
  /// Why nothing more can be done with a void seal.
  fileprivate var voidRefusal: Diagnostic? {
    voidReason.map { Diagnostic("seal.void", .error, "印章\(number)已经作废（\($0)）") }
  }

  /// Returns why a person may not be authorised like that.
  fileprivate func refusal(of given: SealAuthorisation) -> Diagnostic? {
    if let refusal = voidRefusal { return refusal }
    guard let last = given.validUntil, last < given.validFrom else { return nil }
    return Diagnostic(
      "seal.period",
      .error,
      "授权的有效期止早于有效期起",
      found: "\(given.validFrom)至\(last)"
    )
  }
}
