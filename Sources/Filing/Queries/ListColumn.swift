public import Diagnostics
public import Records

/// A column of a list: a field under the name by which it was asked for.
public struct ListColumn: Sendable {
  /// What stands above it.
  public let title: String
  /// What it shows.
  public let field: Field

  /// The columns of the list that the Jilin query shows (manual 1.11).
  public static let usual: [ListColumn] = [
    "e.name", "e.idNumber", "c.employmentForm", "c.termType", "c.startDate", "c.endDate",
    "f.contractState", "f.rostered", "f.review.status", "f.review.handledAt",
  ].compactMap { path in FieldCatalogue[path].map { ListColumn(title: $0.label, field: $0) } }
}

/// Reads columns such as `姓名,证件号码,c.position`; a path comes out under its label.
public func readColumns(_ text: String) -> (columns: [ListColumn], diagnostics: [Diagnostic]) {
  var columns: [ListColumn] = []
  var diagnostics: [Diagnostic] = []
  for name in ListText.names(in: text) {
    guard let field = FieldNames[name] else {
      diagnostics.append(FieldNames.unknown(name))
      continue
    }
    let title = name == field.path ? field.label : name
    if columns.contains(where: { $0.title == title }) {
      diagnostics.append(Diagnostic("query.repeatedColumn", .error, "同一栏写了两次", found: "\(title)"))
    } else {
      columns.append(ListColumn(title: title, field: field))
    }
  }
  if columns.isEmpty, diagnostics.isEmpty {
    diagnostics.append(
      Diagnostic("query.noColumns", .error, "没有写栏目", expected: "姓名,证件号码 一类用逗号隔开的字段名")
    )
  }
  return (columns, diagnostics)
}

/// What is written between commas.
enum ListText {
  /// Returns the names between the commas of `text`; commas in brackets part nothing, since labels have such.
  static func names(in text: String) -> [String] {
    var names: [String] = [""]
    var depth = 0
    for character in text {
      switch character {
      case "（", "(": depth += 1
      case "）", ")": depth -= 1
      default: break
      }
      if depth <= 0, character == "," || character == "，" {
        names.append("")
      } else {
        names[names.count - 1].append(character)
      }
    }
    return names.map { name in
      String(name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }.filter { !$0.isEmpty }
  }
}

/// The names under which queries know fields, for a list to choose from.
public struct QueryField: Sendable {
  /// The field.
  public let field: Field
  /// Other words for it.
  public let otherWords: [String]

  /// All fields in the order of their paths.
  public static let all: [QueryField] = FieldNames.fields.map { field in
    let words = FieldNames.otherWords.filter { $0.path == field.path && $0.word != field.label }
    return QueryField(field: field, otherWords: words.map(\.word))
  }

  /// Returns a condition that shows how its values are written: by the Chinese name where that is the field's alone, and by
  /// the path in other languages.
  public func example(in words: Vocabulary) -> String {
    let isKnown = words.isChinese && FieldNames[field.label]?.path == field.path
    let name = isKnown ? field.label : field.path
    let text = words.word("文字")
    return switch field.kind {
    case .date: "\(name)=2026-01-01..2026-12-31"
    case .money: "\(name)>=5000"
    case .integer: "\(name)=1..3"
    case .flag: "\(name)=\(words.isChinese ? "是" : "true")"
    case .code, .list: "\(name)=\(field.choices?.choices.first?.label ?? text)"
    case .text: "\(name)~\(text)"
    }
  }
}
