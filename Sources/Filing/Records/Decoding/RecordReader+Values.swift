import Calendar
import Diagnostics
import JSON

extension RecordReader {
  private static let codedKeys: KnownKeys = [.code, .label, .name]

  /// Returns the amount `name`: digits with at most two decimals (V-07).
  mutating func money(
    _ name: RecordKey,
    _ label: MemberLabel,
    in object: Int?,
    _ need: Need = .optional
  ) -> Money? {
    if let standIn = standIn(for: name, in: object, need) { return standIn.money }
    guard let object, let value = member(name, label, in: object, need) else { return nil }
    if isEmpty(value) {
      lack(name, label, in: object, need)
      return nil
    }
    return money(of: value, label)
  }

  /// Whether the member is there but says nothing.
  func isEmpty(_ value: Int) -> Bool {
    tree.kind(of: value) == .string && tree.bytes(of: value).isEmpty
  }

  /// Returns the amount that `value` is.
  mutating func money(of value: Int, _ label: MemberLabel) -> Money? {
    let kind = tree.kind(of: value)
    guard kind == .string || kind == .number else {
      wrongType(label, value, expected: "写成字符串的金额，如 \"3500.00\"")
      return nil
    }
    guard let money = Money(utf8: tree.bytes(of: value)) else {
      report(
        Diagnostic(
          "V-07",
          .error,
          "\(label)：金额应为阿拉伯数字，最多两位小数",
          found: "\(shown(tree.text(of: value)))",
          expected: "3500.00 一类的数字，不带逗号、单位和汉字"
        ),
        at: value
      )
      return nil
    }
    if kind == .number {
      report(
        Diagnostic(
          "V-07n",
          .warning,
          "\(label)：金额写成了数字，已按原样读作 \(money)",
          advice: "请写成字符串，以免别的程序丢失小数"
        ),
        at: value
      )
    }
    return money
  }

  /// Returns the whole number `name`, written as a number or as digits.
  mutating func integer(
    _ name: RecordKey,
    _ label: MemberLabel,
    in object: Int?,
    _ need: Need = .optional,
    within range: ClosedRange<Int>
  ) -> Int? {
    if let standIn = standIn(for: name, in: object, need) { return standIn.number(in: range) }
    guard let object, let value = member(name, label, in: object, need) else { return nil }
    if isEmpty(value) {
      lack(name, label, in: object, need)
      return nil
    }
    return integer(of: value, label, within: range)
  }

  /// Returns the whole number that `value` is.
  mutating func integer(of value: Int, _ label: MemberLabel, within range: ClosedRange<Int>) -> Int?
  {
    let kind = tree.kind(of: value)
    let isNumber = kind == .string || kind == .number
    guard isNumber, let number = Int(tree.text(of: value)), range.contains(number) else {
      report(
        Diagnostic(
          "record.number",
          .error,
          "\(label)应为 \(range.lowerBound) 至 \(range.upperBound) 的整数",
          found: isNumber ? "\(shown(tree.text(of: value)))" : "非数字"
        ),
        at: value
      )
      return nil
    }
    return number
  }

  /// Returns the yes or no `name`.
  mutating func flag(
    _ name: RecordKey,
    _ label: MemberLabel,
    in object: Int?,
    _ need: Need = .optional
  ) -> Bool? {
    if let standIn = standIn(for: name, in: object, need) { return standIn.truth }
    return member(name, label, in: object, need).flatMap { flag(of: $0, label) }
  }

  /// Returns the yes or no that `value` is.
  mutating func flag(of value: Int, _ label: MemberLabel) -> Bool? {
    switch tree.kind(of: value) {
    case .yes: return true
    case .no: return false
    default: break
    }
    let words = ["是": true, "否": false, "true": true, "false": false, "1": true, "0": false]
    guard let meant = words[tree.text(of: value)] else {
      wrongType(label, value, expected: "true 或 false")
      return nil
    }
    report(
      Diagnostic(
        "record.alias",
        .warning,
        "\(label)已读作 \(meant)",
        found: "\(tree.text(of: value))"
      ),
      at: value
    )
    return meant
  }

  /// Returns the code `name` of a closed list; a label or alias is understood.
  mutating func code<List: CodeList>(
    _ name: RecordKey,
    _ label: MemberLabel,
    in object: Int?,
    _ need: Need = .optional,
    as list: List.Type = List.self
  ) -> List? {
    if let standIn = standIn(for: name, in: object, need) { return standIn.code() }
    guard let object, let value = member(name, label, in: object, need) else { return nil }
    if let known: List = words.code(tree.known(of: value)) { return known }
    guard let text = text(of: value, label) else { return nil }
    guard !text.isEmpty else {
      lack(name, label, in: object, need)
      return nil
    }
    return code(of: value, text, label)
  }

  /// Returns the code of a closed list that `text`, which stands at `value`, means.
  mutating func code<List: CodeList>(of value: Int, _ text: String, _ label: MemberLabel) -> List? {
    if let standIn = standIn(at: value) { return standIn.code() }
    if let code = List.meant(by: text) {
      let number = tree.known(of: value)
      if words.text(number) == text { words.remember(code, as: number) }
      return code
    }
    reportUnknown(List.self, text, label, at: value, .error)
    return nil
  }

  /// Says that no code of `list` is spelt `text`.
  mutating func reportUnknown<List: CodeList>(
    _ list: List.Type,
    _ text: String,
    _ label: MemberLabel,
    at value: Int,
    _ severity: Severity
  ) {
    let words = list.allCases.flatMap { [$0.rawValue, $0.label] + $0.aliases }
    let near = closestName(to: text, in: words)
    let choices = list.allCases.count <= 20 ? list.choices : nil
    report(
      Diagnostic(
        "record.unknownCode",
        severity,
        "\(label)的值不认识",
        found: "\(shown(text))",
        expected: choices ?? "\(term: list.listName)代码表中的值",
        advice: near.map { "是否想写 \($0)？" }
      ),
      at: value
    )
  }

  /// Returns the coded text `name`: a code, a word, or an object of both; unknown words stand for themselves.
  mutating func coded<List: CodeList>(
    _ name: RecordKey,
    _ label: MemberLabel,
    in object: Int?,
    _ need: Need = .optional,
    from list: List.Type
  ) -> CodedText? {
    guard let coded = coded(name, label, in: object, need) else { return nil }
    guard coded.code == coded.label, let known = list.meant(by: coded.code) else { return coded }
    return CodedText(code: known.rawValue, label: known.label)
  }

  /// Returns the coded text `name` of a list that no manual shows.
  mutating func coded(
    _ name: RecordKey,
    _ label: MemberLabel,
    in object: Int?,
    _ need: Need = .optional
  ) -> CodedText? {
    if let standIn = standIn(for: name, in: object, need) {
      return CodedText(code: standIn.text, label: standIn.text)
    }
    guard let value = member(name, label, in: object, need) else { return nil }
    guard tree.kind(of: value) == .object else {
      return text(name, label, in: object, need).map { CodedText(code: $0, label: $0) }
    }
    let most = name.textLimit
    let code = text(.code, label, in: value, atMost: most)
    let word =
      text(.label, label, in: value, atMost: most) ?? text(.name, label, in: value, atMost: most)
    close(value, knows: Self.codedKeys)
    guard let shown = word ?? code else {
      lack(name, label, in: object ?? value, need)
      return nil
    }
    return CodedText(code: code ?? shown, label: shown)
  }
}
