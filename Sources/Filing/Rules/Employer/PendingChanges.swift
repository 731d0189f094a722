import Diagnostics
import Records

extension HeadRule {
  /// Whether no change is asked for while another of the same kind is under way (V-57).
  static let pendingChanges = HeadRule(
    Rule(
      "V-57",
      "在途的变更",
      statement:
        "同一人的同一项目（例如缴费工资、联系电话）有申请还没有办结时，不能再申请新的变更。变更取自信息变更（infoChanges）和缴费工资（wages，申报工资与原来不同的）。",
      citation: "株洲人社通单位工资申报管理",
      passing: "前一次变更审核通过或者不通过以后再申请",
      failing: "前一次工资变更还在中心审核，又申报新的工资"
    )
  ) { batch, _, findings in
    struct Matter: Hashable {
      let person: PersonKey
      let item: String
    }
    var open: [Matter: ChangeRequest] = [:]
    for change in batch.changeRequests where change.isOpen {
      let matter = Matter(person: PersonKey(change.person), item: change.item)
      guard let other = open.updateValue(open[matter] ?? change, forKey: matter) else { continue }
      findings.add(
        .error,
        change.place.field,
        "有在途申请的记录，不允许申请新的变更",
        found: "\(change.place.label)与\(other.place.label)：\(change.matter)",
        advice: "请等前一次申请办结，或者删去一条"
      )
    }
  }
}

extension ChangeRequest {
  /// Whether nobody has decided on it yet.
  fileprivate var isOpen: Bool { status.map(\.isPending) ?? true }
}
