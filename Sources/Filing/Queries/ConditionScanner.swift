import Diagnostics

/// Takes a text of conditions apart.
///
/// Conditions stand between spaces; a value with spaces stands in quotes; several values stand between bars. Signs in
/// the full-width form of Chinese keyboards count as the others.
struct ConditionScanner {
  private let characters: [Character]
  private var index = 0

  init(_ text: String) {
    characters = text.map(Self.halfWidth)
  }

  /// Returns the next condition, or nothing after the last.
  mutating func next() throws(QueryFailure) -> WrittenCondition? {
    skipSpaces()
    guard index < characters.count else { return nil }
    let start = index
    let name = take { !$0.isWhitespace && !Self.beginsRelation($0) }
    skipSpaces()
    guard !name.isEmpty, let relation = relation() else {
      throw QueryFailure(complaint(String(characters[start..<index]), isName: !name.isEmpty))
    }
    var values = [try value()]
    while index < characters.count, characters[index] == "|" {
      index += 1
      values.append(try value())
    }
    return WrittenCondition(
      name: name,
      relation: relation,
      values: values,
      text: String(characters[start..<index])
    )
  }

  private mutating func skipSpaces() { _ = take(while: \.isWhitespace) }

  private mutating func take(while isWanted: (Character) -> Bool) -> String {
    let start = index
    while index < characters.count, isWanted(characters[index]) { index += 1 }
    return String(characters[start..<index])
  }

  private mutating func relation() -> WrittenCondition.Relation? {
    let rest = characters[index...]
    if rest.starts(with: "<>") {
      index += 2
      return .isNot
    }
    guard
      let found = WrittenCondition.Relation.allCases.first(where: { rest.starts(with: $0.rawValue) }
      )
    else { return nil }
    index += found.rawValue.count
    if found == .equals, index < characters.count, characters[index] == "=" { index += 1 }
    return found
  }

  private mutating func value() throws(QueryFailure) -> String {
    guard index < characters.count, let end = Self.closing(characters[index]) else {
      return take { !$0.isWhitespace && $0 != "|" }
    }
    let start = index
    index += 1
    let value = take { $0 != end }
    guard index < characters.count else {
      throw QueryFailure(
        Diagnostic(
          "query.syntax",
          .error,
          "条件里的引号没有闭合",
          found: "\(String(characters[start...]))",
          advice: "请在值的末尾补上引号"
        )
      )
    }
    index += 1
    return value
  }

  private func complaint(_ text: String, isName: Bool) -> Diagnostic {
    Diagnostic(
      "query.syntax",
      .error,
      isName ? "条件里缺少比较符号" : "条件里缺少字段名",
      found: "\(text.isEmpty ? String(characters[index...].prefix(20)) : text)",
      expected: "字段=值，例如 合同状态=新订|续订、月工资>=5000、备注=",
      advice: "各个条件之间空一格，比较符号后面不空格；值里有空格时加引号"
    )
  }

  private static func beginsRelation(_ character: Character) -> Bool {
    "=!~<>".contains(character)
  }

  private static func closing(_ character: Character) -> Character? {
    switch character {
    case "\"": "\""
    case "'": "'"
    case "“": "”"
    case "‘": "’"
    case "「": "」"
    default: nil
    }
  }

  private static func halfWidth(_ character: Character) -> Character {
    switch character {
    case "＝": "="
    case "！": "!"
    case "～": "~"
    case "＜": "<"
    case "＞": ">"
    case "｜": "|"
    case "＂": "\""
    default: character
    }
  }
}
