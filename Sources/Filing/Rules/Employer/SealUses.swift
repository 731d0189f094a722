import Calendar
import Diagnostics
import Records

extension HeadRule {
  /// Whether seals were in force on the days of their use (M-09).
  static let sealUses = HeadRule(
    Rule(
      "M-09",
      "印章的使用",
      statement:
        "印章在使用的当天应当有效：已经启用，并且在有效期内。使用记录（sealUses）与印章（seals）按印章编码对照，没有编码的按名称。已作废的印章，作废以前的使用仍然有效；作废的日期不在记录里，所以这里不判断，由用印时的印章登记判断。",
      citation: "吉林省电子劳动合同操作手册",
      passing: "印章有效期2026-01-01至2028-12-31，2026-11-03使用",
      failing: "印章有效期至2026-10-31，2026-11-03使用；或者还在申请中"
    )
  ) { batch, _, findings in
    let seals = batch.seals
    for use in batch.sealUses {
      guard let seal = seals.first(where: { $0.isMeant(by: use) }) else { continue }
      findings.compare(use, with: seal)
    }
  }
}

extension Findings {
  fileprivate mutating func compare(_ use: SealUse, with seal: Seal) {
    let place: Message = "\(use.place.label)：\(MaskedText.shown(seal.name))"
    if seal.status == .applied {
      add(.error, use.place.field, "印章还没有启用就使用", found: place, expected: "状态为有效的印章")
    }
    guard let day = use.day else { return }
    let isEarly = seal.validFrom.map { day < $0 } ?? false
    let isLate = seal.validTo.map { day > $0 } ?? false
    guard isEarly || isLate else { return }
    let period = [seal.validFrom, seal.validTo].map { $0?.description ?? "" }
    add(
      .error,
      use.place.field,
      "使用印章的日期不在有效期内",
      found: "\(place)，\(day) 使用",
      expected: "有效期 \(period[0]) 至 \(period[1])"
    )
  }
}

extension Seal {
  /// Whether `use` is one of this seal: by its number, or by its name where one of both tells no number.
  fileprivate func isMeant(by use: SealUse) -> Bool {
    guard let serial, let used = use.serial else { return name == use.name }
    return serial == used
  }
}
