import Diagnostics
import Records

/// Turns a written condition into one that can be asked, or says what is wrong with it.
struct ConditionReader {
  private let written: WrittenCondition
  private(set) var diagnostics: [Diagnostic] = []

  init(_ written: WrittenCondition) {
    self.written = written
  }

  /// Returns the condition, or nothing when there is something wrong with it.
  mutating func condition() -> Query.Condition? {
    guard let field = FieldNames[written.name] else {
      diagnostics.append(FieldNames.unknown(written.name))
      return nil
    }
    guard let test = test(of: field) else { return nil }
    return Query.Condition(field: field, test: test)
  }

  private mutating func test(of field: Field) -> ValueTest? {
    let given = written.values.filter { !$0.isEmpty }
    var test = ValueTest(wanted: .nothing)
    test.allowsAbsent = given.count < written.values.count
    switch written.relation {
    case .equals, .isNot:
      guard let wanted = given.isEmpty ? .nothing : equal(to: given, field) else { return nil }
      test.wanted = wanted
    case .contains, .lacks:
      guard !test.allowsAbsent else { return complain(bad("", "要找的文字", field)) }
      test.wanted = .parts(given)
    case .below, .atMost, .above, .atLeast:
      guard let wanted = bounded(given, field) else { return nil }
      test.wanted = wanted
    }
    test.isNegated = written.relation == .isNot || written.relation == .lacks
    return test
  }

  // MARK: Equal values

  private mutating func equal(to values: [String], _ field: Field) -> ValueTest.Wanted? {
    switch field.kind {
    case .date: spans(values, field) { DaySpan(range: $0) }.map { .days($0) }
    case .money: spans(values, field) { NumberRange.fen($0) }.map { .numbers($0) }
    case .integer: spans(values, field) { NumberRange.integer($0) }.map { .numbers($0) }
    case .flag: spans(values, field) { Self.flag($0) }.map { .flags(Set($0)) }
    case .code, .list: codes(values, field)
    case .text: .words(Set(values.map { Self.word($0, field) }))
    }
  }

  private mutating func spans<Value>(
    _ values: [String],
    _ field: Field,
    _ read: (String) -> Value?
  ) -> [Value]? {
    var found: [Value] = []
    for value in values {
      guard let read = read(value) else {
        diagnostics.append(bad(value, Self.example(of: field.kind), field))
        continue
      }
      found.append(read)
    }
    return found.count == values.count ? found : nil
  }

  private mutating func codes(_ values: [String], _ field: Field) -> ValueTest.Wanted? {
    guard let choices = field.choices else { return .words(Set(values)) }
    var found: Set<String> = []
    var hasUnknown = false
    for value in values {
      if let code = choices.code(for: value) {
        found.insert(code)
      } else {
        diagnostics.append(unknown(value, field, choices))
        if choices.isOpen { found.insert(value) } else { hasUnknown = true }
      }
    }
    if hasUnknown { return nil }
    // A word of an open list stands in the records as its own code and label.
    return choices.isOpen ? .words(found) : .codes(found)
  }

  private func unknown(_ value: String, _ field: Field, _ choices: CodeChoices) -> Diagnostic {
    let words = choices.choices.flatMap { [$0.code, $0.label] }
    let near =
      closestName(to: value, in: words)
      ?? closestName(to: value, in: choices.choices.flatMap(\.others))
    // A whole further condition inside a value is a frequent slip.
    let isJoined: Message? = value.contains { "=<>~".contains($0) } ? "各个条件之间要空一格" : nil
    return Diagnostic(
      "query.unknownCode",
      choices.isOpen ? .warning : .error,
      choices.isOpen ? "\(term: field.label)的代码表里没有这个值，按原样比较" : "\(term: field.label)没有这个值",
      found: "\(value)",
      expected: choices.listed,
      advice: isJoined ?? near.map { "是否想写“\($0)”？" }
    )
  }

  private static func flag(_ text: String) -> Bool? {
    switch text {
    case "是", "有", "true", "1": true
    case "否", "无", "没有", "false", "0": false
    default: nil
    }
  }

  /// Returns `text` as records hold it: letters of numbers in capitals, names with the separator U+00B7.
  private static func word(_ text: String, _ field: Field) -> String {
    switch field.personal {
    case .identityNumber: text.uppercased()
    case .name: String(text.map { "•‧・．∙⋅･".contains($0) ? "·" : $0 })
    default: text
    }
  }

  // MARK: Bounds

  private mutating func bounded(_ values: [String], _ field: Field) -> ValueTest.Wanted? {
    guard [.date, .money, .integer].contains(field.kind) else {
      return complain(
        Diagnostic(
          "query.notOrdered",
          .error,
          "\(term: field.label)不能比较大小",
          found: "\(written.text)",
          expected: "=、!=、~（包含）或 !~（不包含）"
        )
      )
    }
    guard values.count == 1, written.values.count == 1 else {
      return complain(bad(written.values.joined(separator: "|"), "一个值", field))
    }
    guard let whole = equal(to: values, field) else { return nil }
    if values[0].contains("..") { return complain(bad(values[0], "一个值，不是范围", field)) }
    switch whole {
    case .days(let spans): return spans.first.map { .days([$0.bounded(written.relation)]) }
    case .numbers(let ranges):
      return ranges.first.map { .numbers([NumberRange.bounded($0, written.relation)]) }
    default: return nil
    }
  }

  // MARK: Complaints

  private mutating func complain<Value>(_ diagnostic: Diagnostic) -> Value? {
    diagnostics.append(diagnostic)
    return nil
  }

  private func bad(_ value: String, _ expected: Message, _ field: Field) -> Diagnostic {
    Diagnostic(
      "query.badValue",
      .error,
      "\(term: field.label)的值写得不对",
      found: "\(value.isEmpty ? written.text : value)",
      expected: expected
    )
  }

  private static func example(of kind: FieldKind) -> Message {
    switch kind {
    case .date: "2026-11-20、2026-11、2026，范围 2026-01-01..2026-12-31，或者 基准日+30"
    case .money: "5000 或 5000.50，范围 3000..5000"
    case .integer: "整数，范围 1..3"
    case .flag: "是 或 否"
    case .text, .code, .list: "文字"
    }
  }
}

extension CodeChoices {
  /// All words that forms print, for a message; the codes too where they are short and different.
  fileprivate var listed: Message {
    choices.map { choice -> Message in
      code(for: choice.label) == choice.code && choice.code.contains { !$0.isASCII }
        ? Message(value: choice.label) : "\(choice.code)（\(term: choice.label)）"
    }
    .joined(separator: "、")
  }
}
