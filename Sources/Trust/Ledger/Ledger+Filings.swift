import Calendar
import Diagnostics
import Digests
import GRDB
public import Records

/// What the entry of an ended filing holds.
struct FilingEndPayload: Codable, Equatable {
  var kind: String
  /// The hash of the filing as canonical JSON.
  var content: String
  var reason: String
}

extension Ledger {
  /// Declares `filing` void; only one that waits for its review or was rejected can be (V-27).
  public func void(
    _ filing: Filing,
    in batch: Batch,
    content: [UInt8],
    reason: String,
    at time: ActionTime
  ) throws(LedgerFailure) {
    let voidable: [ReviewStatus] = [.pending, .rejected]
    guard voidable.contains(filing.review.status), filing.contractState != .void else {
      throw .refused([notVoidable(filing)])
    }
    try end(.void, filing, in: batch, content: content, reason: reason, at: time)
  }

  /// Revokes `filing`; only an approved one can be, and only within `days` of its approval (V-24).
  public func revoke(
    _ filing: Filing,
    in batch: Batch,
    content: [UInt8],
    reason: String,
    within days: Int,
    at time: ActionTime
  ) throws(LedgerFailure) {
    if let refusal = revocationRefusal(filing, in: batch, within: days) {
      throw .refused([refusal])
    }
    try end(.revoked, filing, in: batch, content: content, reason: reason, at: time)
  }

  private func end(
    _ end: FilingEnd,
    _ filing: Filing,
    in batch: Batch,
    content: [UInt8],
    reason: String,
    at time: ActionTime
  ) throws(LedgerFailure) {
    let trace = traceMaker().trace(of: filing, in: batch)
    let payload = FilingEndPayload(
      kind: filing.kind.rawValue,
      content: Digest(of: content).hex,
      reason: reason
    )
    try change { db in
      if let earlier = try db.end(of: trace.filing) {
        throw LedgerFailure.refused([endedAlready(filing, earlier)])
      }
      if let roster = try db.anyRoster(of: trace.filing) {
        throw LedgerFailure.refused([isInRoster(filing, roster, end)])
      }
      let action: TrailAction = end == .void ? .voidFiling : .revokeFiling
      let act = TrailAct(action: action, subject: trace.filing.hex, time: time)
      let entry = try db.append(act, payload)
      try db.execute(
        sql: "INSERT INTO filingEnd VALUES (?, ?, ?)",
        arguments: [trace.filing, end.rawValue, entry.sequence]
      )
    }
  }

  private func revocationRefusal(
    _ filing: Filing,
    in batch: Batch,
    within days: Int
  ) -> Diagnostic? {
    guard rosterExclusion(of: filing, in: batch, kinds: [filing.kind]) == nil else {
      return refusal(
        filing,
        "V-24",
        "f.review.status",
        "只有审核通过的备案可以撤销",
        found: "\(term: filing.review.status.label)",
        advice: "未审核和审核不通过的请用 mingce filing void 作废"
      )
    }
    guard let approved = filing.approvalDate else {
      return refusal(filing, "V-24", "f.approvedAt", "没有审核通过日期，不能判断撤销期限", advice: "请补上 approvedAt")
    }
    let last = approved.addingDays(days)
    guard batch.asOf <= last else {
      return refusal(
        filing,
        "V-24",
        "f.approvedAt",
        "自审核通过起\(days)日内方可撤销（最迟\(last)）",
        found: "\(approved)",
        advice: "已过期限，请与送审机构联系"
      )
    }
    return nil
  }

  private func notVoidable(_ filing: Filing) -> Diagnostic {
    refusal(
      filing,
      "V-27",
      "f.review.status",
      "仅未审核和审核不通过的可以作废",
      found: "\(term: filing.review.status.label)",
      advice: filing.review.status == .approved ? "审核通过的请在期限内用 mingce filing revoke 撤销" : nil
    )
  }

  private func endedAlready(_ filing: Filing, _ end: FilingEnd) -> Diagnostic {
    refusal(filing, "ledger.ended", "f.id", "该备案已在账本中\(term: end.label)", advice: nil)
  }

  private func isInRoster(_ filing: Filing, _ roster: String, _ end: FilingEnd) -> Diagnostic {
    let advice: Message = "请先用 mingce roster void 作废该名册"
    return refusal(
      filing,
      "V-62",
      "f.rosterNo",
      "该备案已生成名册\(roster)，不能\(term: end.label)",
      advice: advice
    )
  }

  private func refusal(
    _ filing: Filing,
    _ code: String,
    _ field: String,
    _ message: Message,
    found: Message? = nil,
    advice: Message?
  ) -> Diagnostic {
    Diagnostic(
      code,
      .error,
      at: .field(FieldLocation(row: filing.row, field: field)),
      message,
      found: found,
      advice: advice
    )
  }
}
