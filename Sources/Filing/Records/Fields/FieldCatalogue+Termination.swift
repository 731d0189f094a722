extension FieldCatalogue {
  static let terminationFields: [Field] = [
    .code("t.type", "解除或终止") { $0.filing?.termination?.type },
    .code("t.reasonCode", "解除（终止）原因代码") { $0.filing?.termination?.reason },
    .text("t.reasonText", "解除（终止）原因") { $0.filing?.termination?.reasonText },
    Field("t.basis", "法律依据（逐条）", .list) { subject in
      subject.filing?.termination.map { .list($0.basis.map(\.item)) }
    },
    .text("t.basisText", "法律依据（全称）") { $0.filing?.termination?.basisText },
    .text("t.basisShort", "法律依据（名册用短写）") { $0.filing?.termination?.basisShort },
    .date("t.date", "解除（终止）日期") { $0.filing?.termination?.date },
    .date("t.noticeDate", "通知日期") { $0.filing?.termination?.noticeDate },
    .text("t.noticeForm", "通知形式") { $0.filing?.termination?.noticeForm },
    .flag("t.handoverDone", "是否办理工作交接") { $0.filing?.termination?.handoverDone },
    .date("t.unionNotifiedDate", "通知工会日期") { $0.filing?.termination?.unionNotifiedDate },
    .date("t.serviceStart", "本单位工作起始日期") { $0.filing?.termination?.serviceStart },
    .integer("t.serviceYears", "本单位工作年限（年）") { $0.filing?.termination?.serviceYears },
    .integer("t.serviceMonths", "本单位工作年限（月）") { $0.filing?.termination?.serviceMonths },
    .flag("t.retires", "是否退休") { subject in
      subject.filing?.termination.map {
        [TerminationReason.pension, .retirementAge].contains($0.reason)
      }
    },
    .integer("t.serviceYearsCeil", "到解除（终止）时的本单位工作年限（年，不足一年按一年）") { subject in
      subject.filing?.termination.map { $0.serviceYears + ($0.serviceMonths > 0 ? 1 : 0) }
    },
    .text("t.serviceText", "本单位工作年限（x年y个月）") { $0.filing?.termination?.serviceText },
    .flag("t.compensation.payable", "是否应支付经济补偿") {
      $0.filing?.termination?.compensation?.payable
    },
    .flag("t.compensation.paid", "是否已支付经济补偿") { $0.filing?.termination?.compensation?.paid },
    .text("t.compensation.months", "经济补偿月数") { $0.filing?.termination?.compensation?.months },
    .money("t.compensation.baseWage", "经济补偿月工资基数") {
      $0.filing?.termination?.compensation?.baseWage
    },
    .money("t.compensation.amount", "经济补偿金额") { $0.filing?.termination?.compensation?.amount },
    .money("t.compensation.noticePay", "代通知金") {
      $0.filing?.termination?.compensation?.noticePay
    },
    .date("t.compensation.paidDate", "经济补偿支付日期") {
      $0.filing?.termination?.compensation?.paidDate
    },
    .text("t.compensationText", "经济补偿金额（没有则为“无”）") { subject in
      subject.filing?.termination?.compensationText
    },
    .text("t.personCategory", "合同终止或解除人员类别") { $0.filing?.termination?.personCategory },
    .date("t.archiveTransferredDate", "档案转移日期") {
      $0.filing?.termination?.aftermath.archiveTransferred
    },
    .date("t.insuranceTransferredDate", "社会保险关系转移日期") {
      $0.filing?.termination?.aftermath.insuranceTransferred
    },
    .date("t.unemploymentReportedDate", "失业人员名单报送日期") {
      $0.filing?.termination?.aftermath.unemploymentReported
    },
    .text("t.certificate.no", "证明书编号") { $0.filing?.termination?.certificate?.no },
    .date("t.certificate.issueDate", "证明书出具日期") {
      $0.filing?.termination?.certificate?.issueDate
    },
    .date("t.certificate.deliveredDate", "证明书送达日期") {
      $0.filing?.termination?.certificate?.deliveredDate
    },
    .text("t.certificate.delivery", "证明书送达方式") {
      $0.filing?.termination?.certificate?.delivery
    },
    .text("t.certificate.receiver", "证明书签收人", .name) {
      $0.filing?.termination?.certificate?.receiver
    },
  ]
}

extension Termination {
  /// The legal basis in full.
  var basisText: String? {
    let places = basis.compactMap(\.place)
    let text = places.count == basis.count ? LegalBasis.text(of: places) : joinedBasis(\.full)
    return text.isEmpty ? nil : text
  }

  /// The legal basis for a narrow column.
  var basisShort: String? {
    let text = joinedBasis(\.shortPlace)
    return text.isEmpty ? nil : text
  }

  /// The years and months of service.
  var serviceText: String {
    switch (serviceYears, serviceMonths) {
    case (0, let months): "\(months)个月"
    case (let years, 0): "\(years)年"
    case (let years, let months): "\(years)年\(months)个月"
    }
  }

  /// The severance pay as columns print it.
  var compensationText: String {
    guard let amount = compensation?.amount, amount.fen > 0 else { return "无" }
    return amount.grouped
  }

  private func joinedBasis(_ form: (LegalBasis) -> String) -> String {
    basis.map { $0.place.map(form) ?? $0.text }.joined(separator: "、")
  }
}

extension BasisText {
  /// The article as one thing of a list.
  var item: ItemValue {
    ItemValue(
      place?.full ?? text,
      members: ["code": .text(text), "text": .text(place?.full ?? text)]
    )
  }
}
