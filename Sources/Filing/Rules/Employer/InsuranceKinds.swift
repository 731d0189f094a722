import Diagnostics
import Records

extension HeadRule {
  /// Whether changes of insurance say what kind they are, of which insurances, and in the right direction (M-06).
  static let insuranceKinds = HeadRule(
    Rule(
      "M-06",
      "参保变更的类型和险种",
      statement:
        "增员的变更类型是新参保、续保、调入或者险种增加，减员的是暂停参保、终止参保、退休、死亡、出国定居、调出或者险种减少；增员、险种增加和险种减少都要写明险种；在职人员不填退（离）休年月。变更类型是当地自己的说法时，不判断它是增是减。",
      citation: "株洲人社通人员异动管理；《山西省人社公共服务平台打包快办用户使用手册》",
      passing: "增员，新参保，310、410、210",
      failing: "增员，变更类型却是退休；或者险种增加，没有写明险种"
    )
  ) { batch, _, findings in
    for change in batch.insuranceChanges {
      findings.judgeDirection(of: change)
      findings.judgeInsurances(of: change)
      findings.judgeRetirement(of: change)
    }
  }
}

extension Findings {
  fileprivate mutating func judgeDirection(of change: InsuranceChange) {
    guard let kind = change.kind, let direction = InsuranceDirection(kindOfChange: kind),
      direction != change.direction
    else { return }
    add(
      .error,
      change.place.field,
      "\(change.place.label)的变更类型与增减不一致",
      found: "\(change.direction == .increase ? "增员" : "减员" as Message)：\(MaskedText.shown(kind))",
      expected: "\(list: change.direction.kinds)",
      advice: "请改正增减或者变更类型"
    )
  }

  fileprivate mutating func judgeInsurances(of change: InsuranceChange) {
    let changesInsurances = ["险种增加", "险种减少"].contains(change.kind)
    guard change.insuranceCount == 0, change.direction == .increase || changesInsurances else {
      return
    }
    add(
      .warning,
      change.place.field,
      "\(change.place.label)没有写明险种",
      advice: "请补填险种，例如 110、210"
    )
  }

  fileprivate mutating func judgeRetirement(of change: InsuranceChange) {
    guard change.isAtWork, let month = change.retiredMonth else { return }
    add(
      .warning,
      change.place.field,
      "\(change.place.label)是在职人员，却填了退（离）休年月",
      found: "\(month)",
      advice: "请改正人员类别，或者删去退（离）休年月"
    )
  }
}
