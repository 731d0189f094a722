import Calendar
import Records

/// What a value must be, looked up once and for all so that a hundred thousand rows are quickly asked.
struct ValueTest: Sendable {
  /// What a value that is there must be.
  enum Wanted: Sendable {
    /// It may not be there at all.
    case nothing
    /// One of these words.
    case words(Set<String>)
    /// One of these codes.
    case codes(Set<String>)
    /// Text that contains one of these.
    case parts([String])
    /// An amount in fen or a whole number in one of these ranges.
    case numbers([ClosedRange<Int>])
    /// A day in one of these spans.
    case days([DaySpan])
    /// Yes or no.
    case flags(Set<Bool>)
  }

  /// What a value must be.
  var wanted: Wanted
  /// Whether it may be absent.
  var allowsAbsent = false
  /// Whether all is meant the other way round.
  var isNegated = false

  /// Returns whether `value`, of records judged by `today`, is what is wanted.
  func holds(for value: FieldValue?, on today: CivilDate) -> Bool {
    guard let value, value.isPresent || value.isFlag else { return allowsAbsent != isNegated }
    return matches(value, today) != isNegated
  }

  private func matches(_ value: FieldValue, _ today: CivilDate) -> Bool {
    switch (wanted, value) {
    case (.words(let words), .text(let text)): words.contains(text)
    case (.words(let words), .code(let code, let label)):
      words.contains(code) || words.contains(label)
    case (.words(let words), .list(let items)):
      items.contains { words.contains($0.text) || $0.code.map(words.contains) ?? false }
    case (.codes(let codes), .code(let code, _)): codes.contains(code)
    case (.codes(let codes), .list(let items)):
      items.contains { $0.code.map(codes.contains) ?? false }
    case (.parts(let parts), .list(let items)):
      parts.contains { part in items.contains { $0.text.contains(part) } }
    case (.parts(let parts), _): parts.contains { value.printed.contains($0) }
    case (.numbers(let ranges), .money(let money)): ranges.contains { $0.contains(money.fen) }
    case (.numbers(let ranges), .integer(let number)): ranges.contains { $0.contains(number) }
    case (.days(let spans), .date(let date)):
      spans.contains { $0.contains(date.dayNumber, today.dayNumber) }
    case (.flags(let flags), .flag(let truth)): flags.contains(truth)
    default: false
    }
  }
}

extension FieldValue {
  /// Whether it is a yes or no, of which no is a value too.
  fileprivate var isFlag: Bool {
    if case .flag = self { true } else { false }
  }
}

extension ItemValue {
  /// The code of a thing of a list that has one.
  fileprivate var code: String? {
    guard case .text(let code)? = members["code"] else { return nil }
    return code
  }
}
