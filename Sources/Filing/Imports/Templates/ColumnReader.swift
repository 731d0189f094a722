import Diagnostics
import Records
import YAML

/// Reads the description of one column of a sheet.
struct ColumnReader {
  private var map: YAMLMapping
  private(set) var diagnostics: [Diagnostic] = []

  init(_ node: YAMLNode) {
    map = YAMLMapping(node)
  }

  /// Returns the column, or nothing when it has no heading.
  mutating func column() -> ImportColumn? {
    let label = map.requiredText("label")
    let field = map.text("field")
    checkField(field)
    let role = role()
    let kind = kind(of: field)
    let isRequired = map.flag("required") ?? false
    let isKey = map.flag("key") ?? false
    let mayCount = map.flag("counts") ?? false
    let column = label.map { label in
      ImportColumn(
        headings: label.split(separator: ">").map { String($0.trimmed) },
        aliases: map.texts("aliases") ?? [],
        role: role,
        field: field,
        kind: kind,
        isRequired: isRequired,
        isKey: isKey,
        mayCount: mayCount,
        prefill: map.text("prefill"),
        note: map.text("note"),
        sample: map.text("sample"),
        width: map.number("width", in: 2...120) ?? 14,
        isHidden: map.flag("hidden") ?? false,
        emptyWords: map.texts("empty") ?? []
      )
    }
    diagnostics += map.close()
    return column
  }

  private mutating func checkField(_ field: String?) {
    guard let field, let node = map.node("field") else { return }
    if RecordPart.allCases.contains(where: { $0.place(of: field) != nil }) { return }
    map.report(TemplateReader.noPlace(field, at: node.location))
  }

  private mutating func role() -> ImportColumn.Role {
    map.choice("role", of: ["counter": .counter, "failureReason": .failureReason]) ?? .value
  }

  /// The kind that is written, or else the one that the field has in forms.
  private mutating func kind(of field: String?) -> ColumnKind {
    let list = choiceList()
    let form =
      map.choice("format", of: ["yyyy-MM-dd": DayForm.iso, "yyyyMMdd": .compact]) ?? .iso
    let kinds: KeyValuePairs<String, ColumnKind> = [
      "text": .text, "number": .number, "date": .day(written: form), "month": .month,
      "money": .money, "integer": .integer, "flag": .flag,
      "choices": .choices(list ?? ChoiceList(choices: [], isOpen: true)),
    ]
    if let kind = map.choice("kind", of: kinds) { return kind }
    if let list { return .choice(list) }
    switch field.flatMap({ FieldCatalogue[$0]?.kind }) {
    case .date?: return .day(written: form)
    case .money?: return .money
    case .integer?: return .integer
    case .flag?: return .flag
    default: return field?.hasSuffix("idNumber") == true ? .number : .text
    }
  }

  private mutating func choiceList() -> ChoiceList? {
    let isOpen = map.flag("open") ?? false
    guard let node = map.node("choices") else { return nil }
    if let entries = node.entries {
      let choices = entries.map { entry in
        ChoiceList.Choice(label: entry.key, code: entry.value.text ?? entry.key, aliases: [])
      }
      return ChoiceList(choices: choices, isOpen: isOpen)
    }
    if let name = node.text {
      guard let table = CodeTable.all.first(where: { $0.name == name }) else {
        let names = CodeTable.all.map(\.name)
        return map.refuse("choices", node, expected: "列表，或者代码表的名称：\(list: names)")
      }
      let choices = table.entries.map {
        ChoiceList.Choice(label: $0.label, code: $0.code, aliases: $0.aliases)
      }
      return ChoiceList(choices: choices, isOpen: isOpen)
    }
    let words = map.texts("choices") ?? []
    let choices = words.map { ChoiceList.Choice(label: $0, code: $0, aliases: []) }
    return ChoiceList(choices: choices, isOpen: isOpen)
  }
}

extension Substring {
  /// The text without white space at its ends.
  var trimmed: Substring {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start.prefix(0) }
    return start[...last]
  }
}
