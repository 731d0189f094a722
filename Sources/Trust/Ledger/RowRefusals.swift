import Diagnostics
import Records

/// Gathers why rows may not enter a roster; of many rows only the first are told one by one.
struct RowRefusals {
  /// How many rows are told one by one.
  private static let limit = 200

  private var told: [Diagnostic] = []
  /// The rows that may not enter.
  private(set) var rows: Set<Int> = []

  /// Whether every row may enter.
  var isEmpty: Bool { rows.isEmpty }

  /// What to tell.
  var diagnostics: [Diagnostic] {
    guard rows.count > told.count else { return told }
    let more = rows.count - told.count
    return told + [Diagnostic("ledger.moreRows", .error, "另有 \(more) 条备案也不能进入名册，没有逐条列出")]
  }

  /// Refuses the filing of `kind` in `row` when what the ledger knows forbids it to enter.
  mutating func take(_ standing: Standing, of kind: FilingKind, inRow row: Int) {
    if let end = standing.end {
      let message: Message = "该备案已在账本中\(term: end.label)，不能进入名册"
      refuse(row, "ledger.ended", "f.id", message, advice: "请在记录中删去这一行，或重新申报后用新的编号")
    } else if let roster = standing.roster {
      let advice: Message = "要再印一份请用 mingce roster reprint；要重新生成请先用 mingce roster void 作废原名册"
      refuse(row, "V-62", "f.rosterNo", "该备案已生成名册\(roster)", advice: advice)
    } else if !standing.hasPrior {
      let (message, advice) = RowRefusals.missingPrior(of: kind)
      refuse(row, "V-27", "f.rostered", message, advice: advice)
    }
  }

  /// Refuses a filing whose review is not done (V-61).
  mutating func takeUnapproved(_ filing: Filing, _ reason: ExclusionReason) {
    refuse(
      filing.row,
      "V-61",
      "f.review.status",
      "\(term: reason.label)，不能进入名册",
      found: "\(term: filing.review.status.label)",
      advice: "请等审核通过后再生成名册，或加 --good-rows 只收可用的行"
    )
  }

  /// Refuses a row that is broken itself.
  mutating func takeBroken(_ row: Int) {
    refuse(
      row,
      "ledger.brokenRow",
      "",
      "这一行有错误，不能进入名册",
      advice: "错误见上；请改正，或加 --good-rows 只收可用的行"
    )
  }

  private static func missingPrior(of kind: FilingKind) -> (Message, Message) {
    let word: Message = kind == .terminate ? "解除（终止）" : "续签"
    return (
      "请先生成备案名册：\(word)以前的合同还没有进入已保存的名册",
      "请先保存原合同的名册；以前在别处生成过的，用 mingce ledger import 接收"
    )
  }

  private mutating func refuse(
    _ row: Int,
    _ code: String,
    _ field: String,
    _ message: Message,
    found: Message? = nil,
    advice: Message
  ) {
    guard rows.insert(row).inserted, told.count < Self.limit else { return }
    told.append(
      Diagnostic(
        code,
        .error,
        at: .field(FieldLocation(row: row, field: field)),
        message,
        found: found,
        advice: advice
      )
    )
  }
}
