import Diagnostics
import JSON
import UnicodeText

/// Reads the members of one record, writing down everything that is wrong with them.
///
/// Every reading function gives nothing after it has complained, so that all members are read before a row is
/// refused. Labels are the words of the forms, since the reader of the complaint knows those.
struct RecordReader {
  let tree: JSONTree
  /// What is known of the words of the tree.
  let words: KnownWords
  /// What stands in for values that an earlier reading could not make out; nothing at the first reading.
  let guess: Guess?
  private(set) var findings: [Finding] = []
  /// Whether something larger than a value is of the wrong type, so that nobody knows what it would have said.
  private(set) var hasUnreadPart = false

  /// Creates a reader of a tree that the parser of `words` has read.
  init(_ tree: JSONTree, _ words: KnownWords, guess: Guess? = nil) {
    (self.tree, self.words, self.guess) = (tree, words, guess)
  }

  /// Whether anything was found that forbids using the record.
  var hasErrors: Bool { findings.contains { $0.diagnostic.severity == .error } }

  /// Writes down something about `value`.
  mutating func report(_ diagnostic: Diagnostic, at value: Int, missing: String? = nil) {
    findings.append(Finding(diagnostic: diagnostic, value: value, missing: missing))
  }

  /// Returns the member `name` of `object`; a `null` counts as left out.
  mutating func member(
    _ name: RecordKey,
    _ label: MemberLabel,
    in object: Int?,
    _ need: Need
  ) -> Int? {
    guard let object else { return nil }
    if let value = tree.member(name, of: object), tree.kind(of: value) != .null { return value }
    lack(name, label, in: object, need)
    return nil
  }

  /// Says that a needed member is not there.
  mutating func lack(_ name: RecordKey, _ label: MemberLabel, in object: Int, _ need: Need) {
    // A name is spelt only where it is told: most members that a row lacks are optional.
    switch need {
    case .optional: break
    case .wanted: report(empty(label, .warning), at: object, missing: name.spelling)
    case .required: report(empty(label, .error), at: object, missing: name.spelling)
    case .statutory(let paper):
      report(paper.lack(label), at: object, missing: name.spelling)
    }
  }

  private func empty(_ label: MemberLabel, _ severity: Severity) -> Diagnostic {
    Diagnostic("V-09", severity, "必填项未填写：\(label)", advice: "请补填\(label)")
  }

  /// Returns the object `name`, called what such objects usually are.
  mutating func object(
    _ name: RecordKey,
    called special: MemberLabel? = nil,
    in object: Int?,
    _ need: Need = .optional
  ) -> Int? {
    let label = special ?? .plain(name.objectLabel ?? name.spelling)
    guard let value = member(name, label, in: object, need) else { return nil }
    guard tree.kind(of: value) == .object else {
      wrongType(label, value, expected: "对象 { … }")
      hasUnreadPart = true
      return nil
    }
    return value
  }

  /// Returns the elements of the array `name`.
  mutating func elements(
    _ name: RecordKey,
    _ label: MemberLabel,
    in object: Int?,
    _ need: Need = .optional
  ) -> [Int] {
    guard let value = member(name, label, in: object, need) else { return [] }
    guard tree.kind(of: value) == .array else {
      wrongType(label, value, expected: "数组 [ … ]")
      hasUnreadPart = true
      return []
    }
    var elements: [Int] = []
    for element in tree.children(of: value) { elements.append(element) }
    return elements
  }

  /// Returns the text `name` as it is to be printed; without a limit of its own the one of the name holds.
  mutating func text(
    _ name: RecordKey,
    _ label: MemberLabel,
    in object: Int?,
    _ need: Need = .optional,
    atMost limit: Int? = nil
  ) -> String? {
    if let standIn = standIn(for: name, in: object, need) { return standIn.text }
    guard let object, let value = member(name, label, in: object, need),
      let text = text(of: value, label, atMost: limit ?? name.textLimit)
    else { return nil }
    if !text.isBlank { return text }
    lack(name, label, in: object, need)
    return nil
  }

  /// Returns the text that `value` is, as it is to be printed.
  mutating func text(
    of value: Int,
    _ label: MemberLabel,
    atMost limit: Int = TextLimit.usual
  ) -> String? {
    if let standIn = standIn(at: value) { return standIn.text }
    let number = tree.known(of: value)
    if let known = words.text(number), known.utf8.count <= limit { return known }
    guard tree.kind(of: value) == .string else {
      wrongType(label, value, expected: "字符串")
      return nil
    }
    let bytes = tree.bytes(of: value)
    let raw = tree.text(of: value)
    if bytes.count <= limit, FieldText.isClean(bytes) {
      words.remember(raw, as: number)
      return raw
    }
    guard bytes.count <= limit || raw.unicodeScalars.count <= limit else {
      report(
        Diagnostic(
          "record.tooLong",
          .error,
          "\(label)过长",
          found: "\(shown(raw))",
          expected: "\(limit)个字以内",
          advice: "现有\(raw.unicodeScalars.count)个字，请缩短；写不下的另附材料"
        ),
        at: value
      )
      return nil
    }
    return cleaned(raw, label, value)
  }

  /// Says that `value` is of the wrong type.
  mutating func wrongType(_ label: MemberLabel, _ value: Int, expected: Message) {
    report(
      Diagnostic(
        "json.type",
        .error,
        "\(label)的类型不对",
        found: typeName(value),
        expected: expected
      ),
      at: value
    )
  }

  /// Says of every member of `object` that is not among `known` that it is not understood.
  mutating func close(_ object: Int?, knows known: KnownKeys) {
    guard let object else { return }
    var child = object + 1
    let end = tree.next(after: object)
    while child < end {
      if !known.contains(tree.name(of: child)) {
        reportUnknown(child, among: knownMembers(known.names, of: object))
      }
      child = tree.next(after: child)
    }
  }

  /// Says of every repeated member that `isMeant` that it is repeated.
  mutating func closeDuplicates(where isMeant: (Int) -> Bool = { _ in true }) {
    for value in tree.duplicates where isMeant(value) {
      report(
        Diagnostic(
          "json.duplicateKey",
          .error,
          "同一个键出现了两次，不能确定以哪个为准",
          found: "\(shown(tree.key(of: value)))",
          advice: "请删去多余的一个"
        ),
        at: value
      )
    }
  }

  /// Returns what a message shows of `text`.
  func shown(_ text: String) -> String { MaskedText.shown(text) }

  private func typeName(_ value: Int) -> Message {
    switch tree.kind(of: value) {
    case .null: "null"
    case .no: "false"
    case .yes: "true"
    case .number: "数字 \(MaskedText.shown(tree.text(of: value)))"
    case .string: "字符串 \(MaskedText.shown(tree.text(of: value)))"
    case .array: "数组"
    case .object: "对象"
    }
  }

  private mutating func cleaned(_ raw: String, _ label: MemberLabel, _ value: Int) -> String? {
    let text = FieldText(raw)
    if let control = text.control {
      report(
        Diagnostic(
          "record.control",
          .error,
          "\(label)含有控制字符",
          found: "U+\(hex(control))",
          advice: "请删去这个看不见的字符"
        ),
        at: value
      )
      return nil
    }
    remark(on: text, label, value)
    guard text.privateUse.isEmpty else {
      report(strangers(text, label), at: value)
      return nil
    }
    return text.text
  }

  /// Characters that look different on every machine have no place on a document (The Unicode Standard, 23.5).
  private func strangers(_ text: FieldText, _ label: MemberLabel) -> Diagnostic {
    let codes = text.privateUse.map { "“\($0)”（U+\(hex($0))）" }
    return Diagnostic(
      "record.privateUse",
      .error,
      "\(label)含有私有区的造字：\(list: codes)",
      found: "\(shown(text.text))",
      expected: "GB 18030-2022 收录的字",
      advice: "换一台电脑会显示成别的字或者空白；请查明是什么字，改用标准字重新录入"
    )
  }

  private mutating func remark(on text: FieldText, _ label: MemberLabel, _ value: Int) {
    let remarks: [(Bool, String, Message)] = [
      (!text.legacyCharacters.isEmpty, "record.legacyCharacter", replaced(text.legacyCharacters)),
      (text.hadLineBreaks, "record.lineBreak", "换行已改为空格"),
      (text.hadInvisibles, "record.invisible", "看不见的字符已删去"),
      (text.wasDecomposed, "record.normalised", "文字已规范为 NFC 形式"),
      (text.isUncomposable, "record.notNormalised", "文字无法规范为 NFC 形式"),
    ]
    for (applies, code, message) in remarks where applies {
      report(
        Diagnostic(code, .warning, "\(label)：\(message)", found: "\(shown(text.text))"),
        at: value
      )
    }
  }

  /// Says which old characters became which.
  private func replaced(_ old: [Unicode.Scalar]) -> Message {
    let pairs = old.compactMap { scalar in
      PrivateUse.standard(for: scalar).map { "U+\(hex(scalar)) → “\($0)”（U+\(hex($0))）" }
    }
    return "旧私有区字符已换成标准字符：\(list: pairs)"
  }
}

/// Returns the code point of `scalar` in at least four hexadecimal digits.
func hex(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

extension String {
  /// Whether there is nothing but white space.
  var isBlank: Bool {
    // Nearly all text begins with a plain letter, a digit or an ideograph; Unicode's tables need no look then.
    if let first = utf8.first, (0x21...0x7E).contains(first) || (0xE4...0xE9).contains(first) {
      return false
    }
    return allSatisfy(\.isWhitespace)
  }
}
