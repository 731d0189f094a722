import Calendar
import Diagnostics
import JSON

extension RecordReader {
  private static let compensationKeys: KnownKeys = [
    .payable, .paid, .months, .baseWage, .amount, .noticePay, .paidDate,
  ]
  private static let certificateKeys: KnownKeys = [
    .no, .issueDate, .deliveredDate, .delivery, .receiver,
  ]
  private static let terminationKeys: KnownKeys = [
    .type, .reasonCode, .reasonText, .basis, .date, .noticeDate, .noticeForm, .handoverDone,
    .unionNotifiedDate, .serviceStart, .serviceYears, .serviceMonths, .compensation,
    .personCategory, .certificate, .serviceYearsText, .protections, .archiveTransferredDate,
    .insuranceTransferredDate, .unemploymentReportedDate,
  ]

  /// Reads the end of a relation that began on `hireDate`.
  mutating func termination(_ object: Int?, hireDate: CivilDate?) -> Termination? {
    guard let object else { return nil }
    close(object, knows: Self.terminationKeys)
    let type = code(.type, "解除或终止", in: object, .required, as: TerminationType.self)
    let reason = code(.reasonCode, "解除（终止）原因", in: object, .required, as: TerminationReason.self)
    let reasonText = text(.reasonText, "解除（终止）原因说明", in: object)
    let basis = basis(in: object, reason: reason)
    let date = date(.date, "解除（终止）日期", in: object, .statutory(.certificate))
    let service = service(in: object, hireDate: hireDate, until: date)
    let noticeDate = self.date(.noticeDate, "通知日期", in: object)
    let noticeForm = text(.noticeForm, "通知形式", in: object)
    let handover = flag(.handoverDone, "是否办理工作交接", in: object)
    let union = self.date(.unionNotifiedDate, "通知工会日期", in: object)
    let compensation = compensation(in: object)
    let category = text(.personCategory, "人员类别", in: object)
    let protections = elements(.protections, "劳动者受保护的情形", in: object)
      .compactMap { text(of: $0, "劳动者受保护的情形") }
    let certificate = certificate(in: object)
    let aftermath = aftermath(in: object)
    guard let type, let reason, let date, let service else { return nil }
    return Termination(
      type: type,
      reason: reason,
      reasonText: reasonText ?? reason.label,
      basis: basis,
      date: date,
      noticeDate: noticeDate,
      noticeForm: noticeForm,
      handoverDone: handover,
      unionNotifiedDate: union,
      serviceStart: service.start,
      serviceYears: service.months / 12,
      serviceMonths: service.months % 12,
      compensation: compensation,
      personCategory: category,
      protections: protections,
      certificate: certificate,
      aftermath: aftermath
    )
  }

  private mutating func basis(in object: Int, reason: TerminationReason?) -> [BasisText] {
    var places: [BasisText] = []
    var isTold = false
    for value in elements(.basis, "法律依据", in: object, .wanted) {
      guard let text = text(of: value, "法律依据", atMost: TextLimit.unit) else {
        isTold = true
        continue
      }
      if text.isEmpty { continue }
      let place = LegalBasis(text)
      if place == nil, !text.unicodeScalars.contains(where: Hanzi.contains) {
        report(
          Diagnostic(
            "record.basis",
            .error,
            "法律依据无法识别",
            found: "\(shown(text))",
            expected: "LCL-46-5（第四十六条第五项）、LCL-38-p2（第二款）一类的写法，或中文条款"
          ),
          at: value
        )
      }
      places.append(BasisText(text: text, place: place))
    }
    if places.isEmpty, !isTold, let value = tree.member(.basis, of: object),
      tree.kind(of: value) == .array
    {
      lack(.basis, "法律依据", in: object, .wanted)
    }
    guard places.isEmpty, let reason else { return places }
    return reason.basis.map { BasisText(text: $0, place: LegalBasis($0)) }
  }

  /// Reads the years of service, or counts them where the record leaves them out.
  private mutating func service(
    in object: Int,
    hireDate: CivilDate?,
    until end: CivilDate?
  ) -> (start: CivilDate, months: Int)? {
    let start = date(.serviceStart, "本单位工作起始日期", in: object) ?? hireDate
    let years = integer(.serviceYears, "工作年限（年）", in: object, within: 0...80)
    let months = integer(.serviceMonths, "工作年限（月）", in: object, within: 0...11)
    guard let start, let end else { return nil }
    if end < start, let value = tree.member(.date, of: object) {
      report(
        Diagnostic("V-47", .error, "解除（终止）日期早于用工起始日期", found: "\(start) 至 \(end)"),
        at: value
      )
    }
    guard years != nil || months != nil else { return (start, start.fullMonths(through: end)) }
    return (start, (years ?? 0) * 12 + (months ?? 0))
  }

  private mutating func compensation(in object: Int) -> Compensation? {
    let part = self.object(.compensation, in: object, .wanted)
    guard let part else { return nil }
    close(
      part,
      knows: Self.compensationKeys
    )
    let payable = flag(.payable, "是否应支付经济补偿", in: part, .required)
    let paid = flag(.paid, "是否已支付经济补偿", in: part)
    let months = monthsText(in: part)
    let base = money(.baseWage, "经济补偿月工资基数", in: part)
    let amount = money(.amount, "经济补偿金额", in: part, payable == true ? .required : .optional)
    let notice = money(.noticePay, "代通知金", in: part)
    let paidDate = date(.paidDate, "经济补偿支付日期", in: part)
    return payable.map {
      Compensation(
        payable: $0,
        paid: paid ?? false,
        months: months,
        baseWage: base,
        amount: amount,
        noticePay: notice,
        paidDate: paidDate
      )
    }
  }

  /// Reads the number of months, which has halves, so it is kept as written.
  private mutating func monthsText(in object: Int) -> String? {
    if let standIn = standIn(for: .months, in: object) { return standIn.text }
    guard let value = member(.months, "经济补偿月数", in: object, .optional) else { return nil }
    guard tree.kind(of: value) != .number else { return tree.text(of: value) }
    guard let text = text(of: value, "经济补偿月数"), !text.isEmpty else { return nil }
    if Money(text) != nil { return text }
    report(
      Diagnostic(
        "record.number",
        .error,
        "经济补偿月数应为数字",
        found: "\(shown(text))",
        expected: "3 或 3.5 一类的数字"
      ),
      at: value
    )
    return nil
  }

  private mutating func aftermath(in object: Int) -> Aftermath {
    Aftermath(
      archiveTransferred: date(.archiveTransferredDate, "档案转移日期", in: object),
      insuranceTransferred: date(.insuranceTransferredDate, "社会保险关系转移日期", in: object),
      unemploymentReported: date(.unemploymentReportedDate, "失业人员名单报送日期", in: object)
    )
  }

  private mutating func certificate(in object: Int) -> TerminationCertificate? {
    let part = self.object(.certificate, in: object)
    guard let part else { return nil }
    close(part, knows: Self.certificateKeys)
    return TerminationCertificate(
      no: text(.no, "证明书编号", in: part),
      issueDate: date(.issueDate, "证明书出具日期", in: part),
      deliveredDate: date(.deliveredDate, "证明书送达日期", in: part),
      delivery: text(.delivery, "送达方式", in: part),
      receiver: text(.receiver, "签收人", in: part)
    )
  }
}
