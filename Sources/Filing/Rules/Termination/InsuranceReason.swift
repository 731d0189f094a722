import Diagnostics
import Records

extension Rule {
  /// Whether a termination and the person's leaving of social insurance tell the same (V-49).
  static let insuranceReason = Rule(
    "V-49",
    "解除原因与减员原因",
    on: [.terminate],
    statement:
      "解除（终止）原因应与同一人的减员原因一致：享受养老保险待遇、达到退休年龄的，减员原因是退休；死亡的，是死亡；其余的既不是退休，也不是死亡。减员取自文件里的参保变更（insuranceChanges），没有此人减员的不比较。",
    citation: "《山西省人社公共服务平台打包快办用户使用手册》；株洲人社通减员申报",
    passing: "原因T44-2A（达到法定退休年龄），减员原因为退休",
    failing: "原因T44-3（死亡），减员原因为合同解除"
  )
}

/// How a person leaves, as far as both a termination and a change of insurance tell it.
enum LeavingCause: UInt8, Sendable {
  case retirement
  case death
  case other

  /// What follows from the reason of a termination (Labour Contract Law article 44; 实施条例 21).
  init(_ reason: TerminationReason) {
    self =
      switch reason {
      case .pension, .retirementAge: .retirement
      case .died: .death
      default: .other
      }
  }

  /// What the words of a change say; nothing when the person goes on being insured here.
  init?(_ change: InsuranceChange) {
    guard change.direction == .decrease, change.kind != "险种减少" else { return nil }
    let words = change.words
    self =
      if words.contains("死亡") {
        .death
      } else if words.contains("退休") || words.contains("离休") {
        .retirement
      } else {
        .other
      }
  }

  /// The reason that a change of insurance should give.
  var expected: Message {
    switch self {
    case .retirement: "退休"
    case .death: "死亡"
    case .other: "合同解除等，不是退休或者死亡"
    }
  }
}

extension InsuranceChange {
  /// What the change says of why and how.
  fileprivate var words: String { [reason, kind].compactMap(\.self).joined(separator: "，") }
}

extension FileFindings {
  /// Says which terminations none of the person's changes of insurance agrees with.
  mutating func compare(_ people: PersonHistory, with changes: [InsuranceChange]) {
    var leavings: [PersonKey: [InsuranceChange]] = [:]
    for change in changes where LeavingCause(change) != nil {
      leavings[PersonKey(change.person), default: []].append(change)
    }
    let rows = leavings.flatMap { person, changes in
      people.rows(of: person).map { (row: $0, changes: changes) }
    }
    for (row, changes) in rows.sorted(by: { $0.row.row < $1.row.row }) {
      guard let cause = row.leaving, !changes.contains(where: { LeavingCause($0) == cause })
      else { continue }
      add(
        .insuranceReason,
        row.row,
        "t.reasonCode",
        "第\(row.row)行的解除原因与减员原因不一致",
        severity: .warning,
        found: "减员：\(list: changes.map { MaskedText.shown($0.words) }, by: "；")",
        expected: "减员原因：" + cause.expected,
        advice: "请核对解除（终止）原因和减员原因，改正其中一项"
      )
    }
  }
}
