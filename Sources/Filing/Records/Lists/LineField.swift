/// The declaration of a field that rows of a list have.
struct LineField: Sendable {
  /// How the value is written.
  enum Reading: Sendable {
    /// Words, a time of day or a month.
    case text
    /// The name of a person.
    case name
    /// The number of an identity paper.
    case identityNumber
    /// A day, or a month such as `2026-12` where only that is asked for.
    case date
    case money
    case integer
    case flag
    /// One of these words.
    case code(CodeChoices)
    /// Some of these words: an array, or words joined by 、.
    case codes(CodeChoices)
    /// Rows of their own, with these members.
    case rows([LineField])
  }

  /// That the field at a path says a word.
  struct Condition: Sendable {
    let path: String
    let word: String

    /// Whether it holds in a row that says `values`.
    func holds(in values: [String: FieldValue]) -> Bool { values[path]?.matches(word) ?? false }
  }

  /// The path that forms name.
  let path: String
  /// What operators call it.
  let label: String
  let reading: Reading
  var isRequired = false
  /// What another field, declared before, says in rows that should say this too; a warning tells of those that do not.
  var wantedBeside: Condition?
  var personal: PersonalData?

  /// The names of the members from the row down to the value.
  ///
  /// What a list says of a person stands where a filing says it, so that one description of a sheet fills both.
  var place: [String] {
    let steps = path.split(separator: ".").map(String.init)
    switch steps[0] {
    case "e": return ["employee"] + steps.dropFirst()
    case "x": return ["publicInstitution"] + steps.dropFirst()
    default: return Array(steps.dropFirst())
    }
  }

  /// The most characters that it may have where words are free.
  var mostCharacters: Int { TextLimit.characters(ofPath: path) }

  /// The field as forms know it.
  func field(of list: RecordList) -> Field {
    Field(
      path,
      label,
      kind,
      personal ?? usualPersonalData,
      choices: choices,
      of: list,
      members: members.map(\.memberField)
    ) { [path] in $0.line(of: list)?.values[path] }
  }

  /// The field as forms know it in the rows of a list field.
  var memberField: Field {
    Field(path, label, kind, personal ?? usualPersonalData, choices: choices) { [path] subject in
      subject.item?.members[String(path.dropFirst("item.".count))]
    }
  }

  private var members: [LineField] {
    if case .rows(let members) = reading { members } else { [] }
  }

  private var kind: FieldKind {
    switch reading {
    case .text, .name, .identityNumber: .text
    case .date: .date
    case .money: .money
    case .integer: .integer
    case .flag: .flag
    case .code: .code
    case .codes, .rows: .list
    }
  }

  private var choices: CodeChoices? {
    switch reading {
    case .code(let choices), .codes(let choices): choices
    default: nil
    }
  }

  private var usualPersonalData: PersonalData {
    switch reading {
    case .name: .name
    case .identityNumber: .identityNumber
    case .text, .rows: .words
    case .code(let choices), .codes(let choices): choices.isOpen ? .words : .nothing
    case .date, .money, .integer, .flag: .nothing
    }
  }
}

// Short spellings, so that a list is declared one line a field.
extension LineField {
  static func text(_ path: String, _ label: String, _ personal: PersonalData? = nil) -> LineField {
    LineField(path: path, label: label, reading: .text, personal: personal)
  }

  static func name(_ path: String, _ label: String = "姓名") -> LineField {
    LineField(path: path, label: label, reading: .name)
  }

  static func identityNumber(_ path: String, _ label: String = "证件号码") -> LineField {
    LineField(path: path, label: label, reading: .identityNumber)
  }

  static func date(_ path: String, _ label: String, _ personal: PersonalData? = nil) -> LineField {
    LineField(path: path, label: label, reading: .date, personal: personal)
  }

  static func money(_ path: String, _ label: String) -> LineField {
    LineField(path: path, label: label, reading: .money)
  }

  static func integer(_ path: String, _ label: String) -> LineField {
    LineField(path: path, label: label, reading: .integer)
  }

  static func flag(_ path: String, _ label: String) -> LineField {
    LineField(path: path, label: label, reading: .flag)
  }

  static func code(_ path: String, _ label: String, _ choices: CodeChoices) -> LineField {
    LineField(path: path, label: label, reading: .code(choices))
  }

  static func codes(_ path: String, _ label: String, _ choices: CodeChoices) -> LineField {
    LineField(path: path, label: label, reading: .codes(choices))
  }

  static func rows(_ path: String, _ label: String, _ members: [LineField]) -> LineField {
    LineField(path: path, label: label, reading: .rows(members))
  }

  /// The same field, without which a row cannot be used.
  var required: LineField {
    var field = self
    field.isRequired = true
    return field
  }

  /// The same field, which a row should say where `path` says `word`.
  func wanted(beside path: String, _ word: String) -> LineField {
    var field = self
    field.wantedBeside = Condition(path: path, word: word)
    return field
  }
}

extension CodeChoices {
  /// A closed list of words that are their own codes.
  init(words: [String], isOpen: Bool = false) {
    choices = words.map { Choice(code: $0, label: $0, others: []) }
    self.isOpen = isOpen
  }

  /// Words of a list that no manual shows whole.
  static func open(_ words: String...) -> CodeChoices { CodeChoices(words: words, isOpen: true) }

  /// The words of a whole list.
  static func closed(_ words: String...) -> CodeChoices { CodeChoices(words: words) }
}
