import Calendar
import Records

/// The salted keys of a contract: it is known again by its number or by its first day.
struct ContractTrace: Sendable, Hashable {
  /// From employer, person and contract number, where the record has the number.
  var number: TraceKey?
  /// From employer, person and first day.
  var start: TraceKey?
}

/// What the ledger keeps of a filing to know it and its contracts again.
struct FilingTrace: Sendable, Hashable {
  /// From employer and the filing's own id.
  let filing: TraceKey
  /// What the filing does.
  let kind: FilingKind
  /// The contract that the filing brings, on which a renewal or a termination may follow.
  let opens: ContractTrace
  /// The contract that the filing follows on.
  let follows: ContractTrace
}

/// Makes the traces of filings under the salt of one ledger.
struct TraceMaker: Sendable {
  let salt: String

  /// Returns the key of the filing `id` of the employer whose code is `uscc`.
  func key(ofFiling id: String, uscc: String) -> TraceKey {
    TraceKey(["filing", uscc, id], salt: salt)
  }

  /// Returns the trace of `filing`.
  func trace(of filing: Filing, in batch: Batch) -> FilingTrace {
    let person = [batch.employer.uscc, filing.employee.matchingNumber]
    let contract = filing.contract
    let own = trace(person, contract.no, contract.startDate.description)
    let prior = contract.prior.map { trace(person, $0.contractNo, $0.startDate.description) }
    let none = ContractTrace()
    let (opens, follows) =
      switch filing.kind {
      case .new, .import: (own, none)
      case .renew: (own, prior ?? none)
      case .terminate: (none, own)
      case .change: (none, none)
      }
    return FilingTrace(
      filing: key(ofFiling: filing.id, uscc: batch.employer.uscc),
      kind: filing.kind,
      opens: opens,
      follows: follows
    )
  }

  private func trace(_ person: [String], _ number: String?, _ start: String) -> ContractTrace {
    ContractTrace(
      number: number.map { TraceKey(["contract"] + person + [$0], salt: salt) },
      start: TraceKey(["term"] + person + [start], salt: salt)
    )
  }
}
