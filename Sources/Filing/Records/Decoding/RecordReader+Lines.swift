import Calendar
import Diagnostics
import JSON

extension RecordReader {
  /// Reads the lists in the head of a record file, value 0; a row that holds an error is left out.
  mutating func lines() -> RecordLines {
    var lines = RecordLines()
    for value in tree.children(of: 0) {
      guard let list = RecordList(rawValue: tree.key(of: value)), tree.kind(of: value) != .null
      else { continue }
      guard tree.kind(of: value) == .array else {
        wrongType(.row("\(term: list.label) \(list.rawValue)"), value, expected: "数组 [ … ]")
        continue
      }
      for (index, row) in tree.children(of: value).enumerated() {
        if let line = line(row, index + 1, of: list) { lines.add(line) }
      }
    }
    return lines
  }

  /// The values inside of the lists.
  var listRanges: [Range<Int>] {
    tree.children(of: 0).filter { RecordList(rawValue: tree.key(of: $0)) != nil }
      .map { $0 + 1..<tree.next(after: $0) }
  }

  private mutating func line(_ object: Int, _ row: Int, of list: RecordList) -> RecordLine? {
    let before = errorCount
    let place = ListPlace(list, row).label
    guard tree.kind(of: object) == .object else {
      wrongType(.row(place), object, expected: "对象 { … }")
      return nil
    }
    var line = RecordLine(list: list, row: row, values: values(list.lineFields, in: object, place))
    reportUnknownMembers(of: object, list.lineFields, at: [])
    let members = object..<tree.next(after: object)
    closeDuplicates { members.contains($0) }
    for problem in line.complete() {
      report(problem.diagnostic(in: place), at: member(problem.place, in: object) ?? object)
    }
    return errorCount == before ? line : nil
  }

  private var errorCount: Int { findings.count { $0.diagnostic.severity == .error } }

  /// Returns the values of `fields`, after complaints about all that cannot be read.
  private mutating func values(
    _ fields: [LineField],
    in object: Int,
    _ row: Message
  ) -> [String: FieldValue] {
    var values: [String: FieldValue] = [:]
    for field in fields {
      if let value = member(field.place, in: object), tree.kind(of: value) != .null,
        !isEmpty(value)
      {
        values[field.path] = self.value(value, of: field, .owned(field.label, by: row))
      } else if field.isRequired || field.wantedBeside?.holds(in: values) == true {
        report(
          Diagnostic(
            "V-09",
            field.isRequired ? .error : .warning,
            "必填项未填写：\(row)的\(term: field.label)",
            advice: "请补填\(term: field.label)"
          ),
          at: object,
          missing: field.place.joined(separator: "/")
        )
      }
    }
    return values
  }

  private func member(_ place: [String], in object: Int) -> Int? {
    var value = object
    for step in place {
      guard tree.kind(of: value) == .object,
        let child = tree.children(of: value).first(where: { tree.key(of: $0) == step })
      else { return nil }
      value = child
    }
    return value
  }

  private mutating func value(_ value: Int, of field: LineField, _ label: MemberLabel)
    -> FieldValue?
  {
    switch field.reading {
    case .text: text(of: value, label, atMost: field.mostCharacters).map { .text($0) }
    case .name: lineName(value, label).map { .text($0) }
    case .identityNumber: lineNumber(value, label).map { .text($0) }
    case .date: lineDate(value, label)
    case .money: money(of: value, label).map { .money($0) }
    case .integer: integer(of: value, label, within: 0...100_000_000).map { .integer($0) }
    case .flag: flag(of: value, label).map { .flag($0) }
    case .code(let choices): code(value, choices, label).map { .code($0.code, label: $0.label) }
    case .codes(let choices): .list(codes(value, choices, label))
    case .rows(let members): .list(rows(value, members, label))
    }
  }

  // MARK: Persons

  private mutating func lineName(_ value: Int, _ label: MemberLabel) -> String? {
    guard let raw = text(of: value, label, atMost: TextLimit.name) else { return nil }
    let name = PersonName(raw)
    guard let strange = name.strange else { return name.text }
    let codes = strange.unicodeScalars.map { "U+" + hex($0) }.joined(separator: " ")
    report(
      Diagnostic("V-01", .error, "\(label)含有不允许的字符：\(codes)", found: "\(shown(raw))"),
      at: value
    )
    return nil
  }

  /// A number that looks like a resident's must have the right check character (GB 11643).
  private mutating func lineNumber(_ value: Int, _ label: MemberLabel) -> String? {
    guard let written = text(of: value, label, atMost: TextLimit.number) else { return nil }
    let number = plainNumber(written, label, at: value)
    return hasWrongCheck(number, label, at: value) ? nil : number
  }

  // MARK: Days, codes and rows

  /// A month such as `2026-12` stays what it is: no day is made up for it.
  private mutating func lineDate(_ value: Int, _ label: MemberLabel) -> FieldValue? {
    let text = tree.text(of: value)
    if text.utf8.count == 7, CivilDate(iso: text + "-01") != nil { return .text(text) }
    return date(of: value, label, allowsForever: true).map { .date($0) }
  }

  private mutating func code(
    _ value: Int,
    _ choices: CodeChoices,
    _ label: MemberLabel
  ) -> (code: String, label: String)? {
    guard let word = text(of: value, label) else { return nil }
    return code(named: word, at: value, choices, label)
  }

  private mutating func code(
    named word: String,
    at value: Int,
    _ choices: CodeChoices,
    _ label: MemberLabel
  ) -> (code: String, label: String)? {
    if let choice = choices.choice(for: word) { return (choice.code, choice.label) }
    if choices.isOpen { return (word, word) }
    let words = choices.choices.map(\.label)
    report(
      Diagnostic(
        "record.unknownCode",
        .error,
        "\(label)的值不认识",
        found: "\(shown(word))",
        expected: "\(list: words)",
        advice: closestName(to: word, in: words).map { "是否想写 \($0)？" }
      ),
      at: value
    )
    return nil
  }

  private mutating func codes(
    _ value: Int,
    _ choices: CodeChoices,
    _ label: MemberLabel
  ) -> [ItemValue] {
    var words: [(Int, String)] = []
    if tree.kind(of: value) == .array {
      for element in tree.children(of: value) {
        if let word = text(of: element, label) { words.append((element, word)) }
      }
    } else if let text = text(of: value, label) {
      words = text.split(separator: "、").map { (value, String($0)) }
    }
    return words.compactMap { value, word in
      code(named: word, at: value, choices, label).map { code in
        ItemValue(code.label, members: ["code": .text(code.code), "label": .text(code.label)])
      }
    }
  }

  private mutating func rows(_ value: Int, _ members: [LineField], _ label: MemberLabel)
    -> [ItemValue]
  {
    guard tree.kind(of: value) == .array else {
      wrongType(label, value, expected: "数组 [ … ]")
      return []
    }
    var rows: [ItemValue] = []
    for (index, object) in tree.children(of: value).enumerated() {
      let row: Message = "\(label)第\(index + 1)行"
      guard tree.kind(of: object) == .object else {
        wrongType(.row(row), object, expected: "对象 { … }")
        continue
      }
      let values = values(members, in: object, row)
      reportUnknownMembers(of: object, members, at: [])
      let named = values.map { path, value in (String(path.dropFirst("item.".count)), value) }
      let text = members.compactMap { values[$0.path]?.printed }.joined(separator: " ")
      rows.append(ItemValue(text, members: Dictionary(uniqueKeysWithValues: named)))
    }
    return rows
  }

  // MARK: Members that nobody understands

  private static func places(of fields: [LineField], below place: [String]) -> [[String]] {
    fields.map(\.place).filter { $0.starts(with: place) && $0.count > place.count }
  }

  /// The members that rows may have at `place`; those that hold others have no label.
  private func members(of fields: [LineField], at place: [String]) -> [KnownMember] {
    fields.filter { $0.place.starts(with: place) && $0.place.count > place.count }.map { field in
      let isValue = field.place.count == place.count + 1
      return KnownMember(name: field.place[place.count], label: isValue ? field.label : nil)
    }
  }

  /// Says of every member below `place` that no field stands there; the row's own key is let pass.
  private mutating func reportUnknownMembers(
    of object: Int,
    _ fields: [LineField],
    at place: [String]
  ) {
    let known = Self.places(of: fields, below: place)
    for child in tree.children(of: object) {
      let step = tree.key(of: child)
      let below = known.filter { $0[place.count] == step }
      if below.contains(where: { $0.count > place.count + 1 }), tree.kind(of: child) == .object {
        reportUnknownMembers(of: child, fields, at: place + [step])
      } else if below.isEmpty, !(place.isEmpty && step == "id") {
        reportUnknown(child, among: members(of: fields, at: place))
      }
    }
  }
}
