import Calendar
import Diagnostics
import JSON

/// What a value that cannot be read is taken to be, so that rules can judge all else that its row says.
///
/// A row is read once with each, and the two have nothing in common: what rules say of both readings rests on what was read.
enum StandIn: CaseIterable {
  /// The earliest, the least and the first of everything.
  case low
  /// The latest, the most and the last of everything.
  case high

  var text: String { self == .low ? "甲" : "乙" }
  var truth: Bool { self == .high }
  var day: CivilDate {
    let day = self == .low ? (1900, 1, 1) : (2100, 12, 31)
    return CivilDate(year: day.0, month: day.1, day: day.2) ?? .first
  }
  var money: Money { Money(fen: self == .low ? 0 : 99_999_999_999_999) }

  /// Returns a number of `range`.
  func number(in range: ClosedRange<Int>) -> Int {
    self == .low ? range.lowerBound : range.upperBound
  }

  /// Returns a code of a closed list.
  func code<List: CodeList>() -> List? {
    self == .low ? List.allCases.first : Array(List.allCases).last
  }
}

/// The values of a row in which errors stand, or which an error says are missing.
struct UnreadValues {
  private let values: Set<Int>
  /// Missing members by their objects.
  private let missing: [Int: Set<String>]

  init(_ findings: [Finding]) {
    let errors = findings.filter { $0.diagnostic.severity == .error }
    values = Set(errors.filter { $0.missing == nil }.map(\.value))
    var missing: [Int: Set<String>] = [:]
    for error in errors {
      if let name = error.missing { missing[error.value, default: []].insert(name) }
    }
    self.missing = missing
  }

  /// Returns whether `value` cannot be read.
  func contains(_ value: Int) -> Bool { values.contains(value) }

  /// Returns whether the member `name` of `object` is missing though it is needed.
  func lack(_ name: RecordKey, in object: Int) -> Bool {
    missing[object]?.contains(name.spelling) ?? false
  }
}

extension RecordReader {
  /// What a row with errors is read by once more: which of its values are unread, and what they are taken to be.
  struct Guess {
    let unread: UnreadValues
    let standIn: StandIn
  }

  /// Returns what stands in for the member `name` of `object`; nothing where it can be read or may be left out.
  func standIn(for name: RecordKey, in object: Int?, _ need: Need = .optional) -> StandIn? {
    guard let guess else { return nil }
    guard let object else { return need.forbidsLack ? guess.standIn : nil }
    let isUnread = tree.member(name, of: object).map(guess.unread.contains) ?? false
    return isUnread || guess.unread.lack(name, in: object) ? guess.standIn : nil
  }

  /// Returns what stands in for `value`; nothing where it can be read.
  func standIn(at value: Int) -> StandIn? {
    guard let guess, guess.unread.contains(value) else { return nil }
    return guess.standIn
  }
}

extension Need {
  /// Whether a record that lacks the member is refused.
  fileprivate var forbidsLack: Bool {
    switch self {
    case .statutory, .required: true
    case .wanted, .optional: false
    }
  }
}
