import Calendar
import Diagnostics
import JSON

/// What a row is judged by besides itself.
struct RowSetting {
  /// The place whose words the file follows; nothing where the head does not tell.
  let profile: Profile?
  /// The day everything is judged by, or the last of all where the head does not tell: then nothing lies after it.
  let asOf: CivilDate
}

extension RecordReader {
  private static let filingKeys: KnownKeys = [
    .id, .kind, .contractState, .review, .rostered, .rosterNo, .submittedAt, .approvedAt,
    .voidedAt, .revokedAt, .remark, .employee, .contract, .termination, .attachments,
  ]

  /// Reads the filing of `row`, value 0; `locate` returns findings in their order, with their places.
  ///
  /// `firstWithSameID` is an earlier row.
  mutating func outcome(
    of row: Int,
    _ setting: RowSetting,
    firstWithSameID: Int?,
    locate: ([Finding]) -> [Diagnostic]
  ) -> RowOutcome {
    guard isFiling() else {
      let reasons = locate(findings)
      return .refused(
        RowRejection(row: row, id: nil, name: nil, sketch: sketch(), reasons: reasons)
      )
    }
    closeDuplicates()
    close(0, knows: Self.filingKeys)
    let parts = filingParts(setting)
    if let firstWithSameID { reportRepeatedID(firstWithSameID) }
    let notes = locate(findings)
    if !hasErrors, let filing = parts.filing(row: row, notices: notes) { return .accepted(filing) }
    return .refused(
      RowRejection(
        row: row,
        id: parts.id,
        name: parts.employee?.name ?? writtenName(of: tree.member(.employee, of: 0)),
        sketch: sketch(),
        reasons: notes,
        readings: readings(of: row, setting, notices: notes.filter { $0.severity != .error })
      )
    )
  }

  /// Whether the row can be a filing at all: an object, and not another file's head.
  private mutating func isFiling() -> Bool {
    guard tree.kind(of: 0) == .object else {
      wrongType("备案记录", 0, expected: "对象 { … }")
      return false
    }
    let isHead = [.schema, .employer].allSatisfy { tree.member($0, of: 0) != nil }
    guard isHead, tree.member(.employee, of: 0) == nil else { return true }
    report(
      Diagnostic(
        "record.secondHead",
        .error,
        "这一行是单位信息（文件头），不是备案",
        expected: "一个文件只有一个单位，写在开头",
        advice: "几个文件接在一起的，请分开；同一单位的，删去这一行"
      ),
      at: 0
    )
    return false
  }

  private mutating func filingParts(_ setting: RowSetting) -> FilingParts {
    let (head, id, kind) = filingHead()
    let person = object(.employee, in: 0, .required)
    let employee = employee(person, asOf: setting.asOf)
    let contract = contract(
      object(.contract, in: 0, .required),
      kind: kind,
      profile: setting.profile
    )
    let isEnding = kind == .terminate
    let ending = object(.termination, in: 0, isEnding ? .required : .optional)
    let termination = termination(ending, hireDate: contract?.hireDate)
    return FilingParts(
      id: id,
      head: head,
      employee: employee,
      contract: contract,
      termination: termination
    )
  }

  /// Returns the row as it reads with each of the stand-ins; none where more than single values are unread.
  private func readings(
    of row: Int,
    _ setting: RowSetting,
    notices: [Diagnostic]
  ) -> [Filing] {
    guard !hasUnreadPart, tree.duplicates.isEmpty else { return [] }
    let unread = UnreadValues(findings)
    // Two stand-ins cannot speak for all states of a review and all reasons of an ending, on which many rules rest.
    let deciding: [(RecordKey, RecordKey)] = [(.review, .status), (.termination, .reasonCode)]
    for (part, name) in deciding {
      guard let part = tree.member(part, of: 0) else { continue }
      let isUnread = tree.member(name, of: part).map(unread.contains) ?? false
      if isUnread || unread.lack(name, in: part) { return [] }
    }
    let readings = StandIn.allCases.compactMap { standIn in
      var reader = RecordReader(tree, words, guess: Guess(unread: unread, standIn: standIn))
      return reader.filingParts(setting).filing(row: row, notices: notices)
    }
    return readings.count == StandIn.allCases.count ? readings : []
  }

  /// Says that an earlier row has the same id.
  private mutating func reportRepeatedID(_ first: Int) {
    let value = tree.member(.id, of: 0) ?? 0
    report(
      Diagnostic(
        "record.repeatedID",
        .error,
        "备案编号与第 \(first) 行重复",
        found: "\(shown(tree.text(of: value)))",
        advice: "同一备案只能出现一次，请删去多余的一行或改正编号"
      ),
      at: value
    )
  }

  private mutating func filingHead() -> (whole: FilingHead?, id: String?, kind: FilingKind?) {
    let id = text(.id, "备案编号", in: 0, .required)
    let kind = code(.kind, "业务类型", in: 0, .required, as: FilingKind.self)
    let state = code(.contractState, "合同状态", in: 0, .required, as: ContractState.self)
    if state == .undefined { reportUndefinedState() }
    let review = review(object(.review, in: 0, .required), "审核状态", .required)
    let rostered = flag(.rostered, "是否生成名册", in: 0, .required)
    let rosterNo = text(.rosterNo, "名册编号", in: 0)
    let submittedAt = moment(.submittedAt, "提交日期", in: 0)
    let approvedAt = moment(.approvedAt, "审核通过日期", in: 0)
    let voidedAt = moment(.voidedAt, "作废日期", in: 0)
    let revokedAt = moment(.revokedAt, "撤销日期", in: 0)
    let remark = text(.remark, "备注", in: 0)
    let attachments = attachments(in: 0).filter(\.isThere)
    guard let id, let kind, let state, let review, let rostered else { return (nil, id, kind) }
    let head = FilingHead(
      id: id,
      kind: kind,
      contractState: state,
      review: review,
      rostered: rostered,
      rosterNo: rosterNo,
      submittedAt: submittedAt,
      approvedAt: approvedAt,
      voidedAt: voidedAt,
      revokedAt: revokedAt,
      remark: remark,
      attachments: attachments.map(\.kind),
      supplement: attachments.first { $0.kind == Filing.supplementKind }?.file
    )
    return (head, id, kind)
  }

  private mutating func reportUndefinedState() {
    report(
      Diagnostic(
        "record.undefinedState",
        .warning,
        "合同状态“确定”含义不明，不能进入名册",
        found: "确定",
        expected: "新订、续订、变更、解除(终止)、作废或撤销"
      ),
      at: tree.member(.contractState, of: 0) ?? 0
    )
  }

  private func writtenName(of person: Int?) -> String? {
    guard let person, tree.kind(of: person) == .object, let value = tree.member(.name, of: person),
      tree.kind(of: value) == .string,
      !tree.bytes(of: value).isEmpty
    else { return nil }
    return shown(tree.text(of: value))
  }
}

/// What could be read of a filing.
private struct FilingParts {
  let id: String?
  let head: FilingHead?
  let employee: Employee?
  let contract: Contract?
  let termination: Termination?

  /// Returns the filing, where nothing that every filing has is missing.
  func filing(row: Int, notices: [Diagnostic]) -> Filing? {
    guard let head, let employee, let contract else { return nil }
    return Filing(
      row: row,
      head: head,
      employee: employee,
      contract: contract,
      termination: termination,
      notices: notices
    )
  }
}
