import Calendar

extension Field {
  /// Returns what is printed for `subject` by way of `filter`; nothing when the value is absent or empty.
  public func text(_ subject: FieldSubject, as filter: ValueFilter?) -> String? {
    guard let filter else { return value(subject)?.printed.nonEmpty }
    guard filter.needsSubject else {
      if subject.isBlank, filter == .chineseDate { return "\u{3000}\u{3000}年\u{3000}月\u{3000}日" }
      return value(subject).flatMap { (filter.apply(to: $0) ?? $0.printed).nonEmpty }
    }
    switch (filter, value(subject)) {
    // Boxes stand there to be ticked by hand where the record says nothing.
    case (.ticks, let value): return (kind == .flag ? .yesOrNo : choices)?.ticked(value)
    case (.fullYears, .date(let date)): return String(date.fullYears(on: subject.batch.asOf))
    case (.fullMonths, .date(let date)): return String(date.fullMonths(through: subject.batch.asOf))
    case (.masked, _):
      var shown = subject
      shown.mask = .web
      return value(shown)?.printed.nonEmpty
    case (_, let value): return value?.printed.nonEmpty
    }
  }
}

extension String {
  /// The text, or nothing when it is empty.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
