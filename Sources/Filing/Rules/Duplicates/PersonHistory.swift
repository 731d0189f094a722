import Calendar
import Records

/// What must be remembered of a row to judge later rows of the same person, in twenty-four bytes.
struct PastRow: Sendable {
  /// The first and the last day as numbers of days; the last of an open-ended contract lies far ahead.
  let start: Int32
  let end: Int32
  let row: UInt32
  let kind: FilingKind
  let isPending: Bool
  let isFullTime: Bool
  let hasProbation: Bool
  /// How the person leaves, when the row ends the relation.
  let leaving: LeavingCause?
  /// A hash of the contract's number.
  let contract: UInt32

  init(_ filing: Filing) {
    row = UInt32(clamping: filing.row)
    kind = filing.kind
    start = Int32(clamping: filing.contract.startDate.dayNumber)
    let last = filing.termination?.date ?? filing.contract.endDate
    end = last.map { Int32(clamping: $0.dayNumber) } ?? .max
    isPending = filing.isPending
    isFullTime = filing.isFullTime
    hasProbation = filing.contract.probation != nil
    leaving = filing.kind == .terminate ? filing.termination.map { LeavingCause($0.reason) } : nil
    contract = UInt32(truncatingIfNeeded: PersonKey.hash(filing.contract.no))
  }
}

/// A person by the hash of the identity paper; 128 bits, so that two persons never meet by chance.
struct PersonKey: Hashable, Sendable {
  private static var seeds: (UInt64, UInt64) { (0xcbf2_9ce4_8422_2325, 0x9E37_79B9_7F4A_7C15) }
  private static var prime: UInt64 { 0x100_0000_01b3 }

  private let high: UInt64
  private let low: UInt64

  /// Creates the key of a person from paper and number, as `Employee.matchingNumber` has them.
  init(_ matchingNumber: String) {
    (high, low) = Self.hashes(matchingNumber)
  }

  /// Hashes half of what is a hash already.
  func hash(into hasher: inout Hasher) { hasher.combine(low) }

  /// FNV-1a from two beginnings, which is the same in every run.
  private static func hashes(_ text: String) -> (UInt64, UInt64) {
    var text = text
    return text.withUTF8 { bytes in
      var (high, low) = seeds
      for index in bytes.indices {
        let byte = unsafe UInt64(bytes[index])
        high = (high ^ byte) &* prime
        low = (low ^ byte) &* prime
      }
      return (high, low)
    }
  }

  /// FNV-1a.
  static func hash(_ text: String) -> UInt64 { hashes(text).0 }
}

/// The rows of each person so far.
struct PersonHistory {
  /// The first row of each person; most have no other.
  private var first: [PersonKey: PastRow] = [:]
  private var others: [PersonKey: [PastRow]] = [:]

  /// Returns the rows of `person`, in the order of the file.
  func rows(of person: PersonKey) -> [PastRow] {
    first[person].map { [$0] + (others[person] ?? []) } ?? []
  }

  /// Takes notice of `row`; returns the person's earlier rows.
  mutating func take(_ row: PastRow, of person: PersonKey) -> [PastRow] {
    // Nearly all persons are new, and to look for them takes as long as to note them.
    guard let earliest = first.updateValue(row, forKey: person) else { return [] }
    first[person] = earliest
    defer { others[person, default: []].append(row) }
    return [earliest] + (others[person] ?? [])
  }
}
