public import Diagnostics
public import Records

/// Judges which rows of a record file may enter a roster, while the file is read for the first time.
///
/// It asks for what is written in the file (V-61), for what the ledger holds (V-62, V-27), and for what the file itself
/// shows of earlier contracts. The ledger may be left out, where a roster is only looked at.
public struct RosterEntrants {
  /// Which rows may not enter, and why.
  public struct Judgement: Sendable {
    /// The rows that may not enter.
    public let refusedRows: Set<Int>
    /// Why.
    public let diagnostics: [Diagnostic]
    /// The rows that follow on a contract which the file itself shows as 已生成名册.
    public let rowsWithPrior: Set<Int>
  }

  /// A row that may enter as far as the file says, in few bytes, since there may be a million.
  private struct Candidate {
    let row: Int
    let trace: FilingTrace
    /// The roster that the file says holds it.
    let roster: String?
    /// Whether its own record says that the contract before is approved and 已生成名册.
    let showsPrior: Bool
  }

  private let kind: RosterKind
  private let filingKinds: Set<FilingKind>
  private let ledger: Ledger?
  private let traces: TraceMaker
  private var refusals = RowRefusals()
  private var candidates: [Candidate] = []
  /// The contracts that the file shows as 已生成名册.
  private var opened: Set<TraceKey> = []
  private var isEmployerApproved = true

  /// Begins the judgement for a roster of `kind` that takes filings of `filingKinds`.
  public init(kind: RosterKind, of filingKinds: Set<FilingKind>, ledger: Ledger?) {
    self.kind = kind
    self.filingKinds = filingKinds
    self.ledger = ledger
    traces = ledger?.traceMaker() ?? TraceMaker(salt: "")
  }

  /// Takes notice of the next row of `batch`.
  public mutating func visit(_ outcome: RowOutcome, in batch: Batch) {
    switch outcome {
    case .refused(let rejection): refusals.takeBroken(rejection.row)
    case .accepted(let filing): visit(filing, in: batch)
    }
  }

  private mutating func visit(_ filing: Filing, in batch: Batch) {
    isEmployerApproved = batch.employer.isApproved
    let trace = traces.trace(of: filing, in: batch)
    if filing.rostered,
      rosterExclusion(of: filing, in: batch, kinds: [.new, .renew, .import]) == nil
    {
      opened.formUnion([trace.opens.number, trace.opens.start].compactMap { $0 })
    }
    switch rosterExclusion(of: filing, in: batch, kinds: filingKinds) {
    case nil:
      let roster = filing.rostered ? filing.rosterNo ?? "（记录中没有编号）" : nil
      candidates.append(
        Candidate(
          row: filing.row,
          trace: trace,
          roster: roster,
          showsPrior: filing.showsRosteredPrior
        )
      )
    case .otherKind?, .employerNotApproved?, .void?, .revoked?: break
    case let reason?: refusals.takeUnapproved(filing, reason)
    }
  }

  /// Ends the judgement.
  public func judged() throws(LedgerFailure) -> Judgement {
    var refusals = refusals
    var rowsWithPrior: Set<Int> = []
    let standings = try standings()
    for (candidate, standing) in zip(candidates, standings) {
      var standing = standing
      let follows = [candidate.trace.follows.number, candidate.trace.follows.start]
      if candidate.showsPrior || follows.contains(where: { $0.map(opened.contains) ?? false }) {
        rowsWithPrior.insert(candidate.row)
        standing.hasPrior = true
      }
      // A roster of the office's own counts as one of ours.
      if kind.isOfFilings, standing.roster == nil { standing.roster = candidate.roster }
      refusals.take(standing, of: candidate.trace.kind, inRow: candidate.row)
    }
    let diagnostics = (isEmployerApproved ? [] : [Self.unapprovedEmployer]) + refusals.diagnostics
    return Judgement(
      refusedRows: refusals.rows,
      diagnostics: diagnostics,
      rowsWithPrior: rowsWithPrior
    )
  }

  private func standings() throws(LedgerFailure) -> [Standing] {
    guard let ledger else {
      return candidates.map { _ in Standing(hasPrior: !kind.needsPrior) }
    }
    return try ledger.read { db in
      try candidates.map { try db.standing(of: $0.trace, for: kind) }
    }
  }

  private static let unapprovedEmployer = Diagnostic(
    "V-61",
    .error,
    at: .field(FieldLocation(row: 0, field: "emp.review.status")),
    "单位基本信息尚未审核通过，不能生成名册",
    advice: "请先完成单位初次备案"
  )
}

extension Filing {
  /// Whether a renewal's own record says that the contract before is approved and 已生成名册.
  fileprivate var showsRosteredPrior: Bool {
    guard kind == .renew, let prior = contract.prior, prior.rostered == true else { return false }
    return prior.status.map { $0 == .approved || $0 == .automatic } ?? true
  }
}

extension RosterKind {
  /// Whether the kind is one of the office's own rosters of filings, whose numbers records hold in `rosterNo`.
  var isOfFilings: Bool { ["new", "renew", "terminate"].contains(code) }
}

extension RosterRules {
  /// Returns what to tell of a roster of `count` rows: that it is empty (V-60), that it fills volumes (V-63).
  public func sizeDiagnostics(count: Int, allowsEmpty: Bool) -> [Diagnostic] {
    if count == 0 {
      let advice: Message? = allowsEmpty ? nil : "请检查记录的业务类型和审核状态；确需空名册时加 --allow-empty"
      let severity: Severity = allowsEmpty ? .warning : .error
      return [Diagnostic("V-60", severity, "没有可生成名册的备案信息", advice: advice)]
    }
    guard count > volumeSize else { return [] }
    let volumes = (count + volumeSize - 1) / volumeSize
    let message: Message = "名册超过\(volumeSize)人，分为\(volumes)册"
    return [Diagnostic("V-63", .warning, message, advice: "装订时请按册分开")]
  }
}
