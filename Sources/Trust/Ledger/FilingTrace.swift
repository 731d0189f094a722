import Calendar
import Digests
public import Records

/// The salted keys of a contract: it is known again by its number or by its first day.
struct ContractTrace: Sendable, Hashable {
  /// From employer, person and contract number, where the record has the number.
  var number: TraceKey?
  /// From employer, person and first day.
  var start: TraceKey?
}

/// What the ledger keeps of a filing to know it and its contracts again.
public struct FilingTrace: Sendable, Hashable {
  /// From employer and the filing's own id.
  let filing: TraceKey
  /// By what the ledger knows the filing, in hexadecimal digits.
  public var key: String { filing.hex }

  /// What the filing does.
  let kind: FilingKind
  /// The contract that the filing brings, on which a renewal or a termination may follow.
  let opens: ContractTrace
  /// The contract that the filing follows on.
  let follows: ContractTrace
}

extension Ledger {
  /// Returns what makes the traces of filings under the salt of this ledger.
  public func traceMaker() -> TraceMaker { TraceMaker(salt: salt) }
}

/// Makes the traces of filings under the salt of one ledger; it stays in one task.
public struct TraceMaker {
  private let salt: String
  private let hash = SHA256()

  init(salt: String) {
    self.salt = salt
  }

  /// Returns the trace of `filing`.
  public func trace(of filing: Filing, in batch: Batch) -> FilingTrace {
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
      filing: key(["filing", batch.employer.uscc, filing.id]),
      kind: filing.kind,
      opens: opens,
      follows: follows
    )
  }

  private func trace(_ person: [String], _ number: String?, _ start: String) -> ContractTrace {
    ContractTrace(
      number: number.map { key(["contract"] + person + [$0]) },
      start: key(["term"] + person + [start])
    )
  }

  private func key(_ fields: [String]) -> TraceKey {
    TraceKey(hash.digest(of: netstrings([salt] + fields)))
  }
}
