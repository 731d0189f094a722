public import Diagnostics
public import Records
import YAML

/// A kind of roster: filings enter each kind once.
public struct RosterKind: Sendable, Hashable {
  /// The code; that of rosters of first contracts, renewals and terminations is `new`, `renew` and `terminate`.
  public let code: String
  /// The word that lists print.
  public let label: String
  /// The letters that numbers begin with.
  public let letters: String

  /// Creates a kind.
  public init(code: String, label: String, letters: String) {
    self.code = code
    self.label = label
    self.letters = letters
  }
}

/// How rosters are kept: which form makes which kind, how they are numbered, and what a place asks for.
///
/// It is the content of `content/ledger.yaml`; no office prescribes a format of numbers, so every place may have its own.
public struct RosterRules: Sendable {
  /// The kind that each form makes, by the form's name.
  let kinds: [String: RosterKind]
  /// The format of numbers where a place has none of its own.
  let standardNumber: NumberFormat
  /// The formats of single places, by the profile's code.
  let numbers: [String: NumberFormat]
  /// How many persons a volume holds at most (V-63).
  public let volumeSize: Int
  /// Within how many days of its approval a filing can be revoked (V-24).
  public let revokeDays: Int
  /// Within how many days of the employer's signature the employee is to sign.
  public let signDays: Int

  /// Returns the kind of roster that `form` makes.
  public func kind(ofForm form: String) -> RosterKind? { kinds[form] }

  /// Returns the format of numbers in `profile`.
  public func numberFormat(for profile: Profile) -> NumberFormat {
    numbers[profile.rawValue] ?? standardNumber
  }
}

/// Reads `content/ledger.yaml`, or tells everything that is wrong with it.
public func readRosterRules(_ text: String, file: String) -> (RosterRules?, [Diagnostic]) {
  let (root, complaints) = readYAML(text, file: file)
  guard let root else { return (nil, complaints) }
  var reader = RosterRulesReader(root)
  let rules = reader.rules()
  let all = complaints + reader.diagnostics
  return (all.contains { $0.severity == .error } ? nil : rules, all)
}

/// Reads the rules key by key.
private struct RosterRulesReader {
  private var map: YAMLMapping
  private(set) var diagnostics: [Diagnostic] = []

  init(_ root: YAMLNode) {
    map = YAMLMapping(root)
  }

  mutating func rules() -> RosterRules {
    let kinds = readKinds()
    let (standard, numbers) = readNumbers()
    let rules = RosterRules(
      kinds: kinds,
      standardNumber: standard,
      numbers: numbers,
      volumeSize: map.integer("volumeSize", in: 1...1_000_000) ?? 1500,
      revokeDays: map.integer("revokeDays", in: 0...3650) ?? 7,
      signDays: map.integer("signDays", in: 1...3650) ?? 30
    )
    diagnostics += map.close()
    return rules
  }

  private mutating func readKinds() -> [String: RosterKind] {
    var kinds: [String: RosterKind] = [:]
    guard var list = map.mapping("kinds") else {
      _ = map.requiredText("kinds")
      return kinds
    }
    for entry in list.allEntries() {
      var kind = YAMLMapping(entry.value)
      let label = kind.requiredText("label") ?? ""
      let letters = kind.requiredText("letters") ?? ""
      for form in kind.texts("forms") ?? [] {
        kinds[form] = RosterKind(code: entry.key, label: label, letters: letters)
      }
      diagnostics += kind.close()
    }
    diagnostics += list.close()
    return kinds
  }

  private mutating func readNumbers() -> (NumberFormat, [String: NumberFormat]) {
    var numbers: [String: NumberFormat] = [:]
    guard var list = map.mapping("numbers") else { return (.standard, numbers) }
    let standard = readNumber("default", in: &list) ?? .standard
    for profile in Profile.allCases {
      numbers[profile.rawValue] = readNumber(profile.rawValue, in: &list)
    }
    diagnostics += list.close()
    return (standard, numbers)
  }

  private mutating func readNumber(_ key: String, in list: inout YAMLMapping) -> NumberFormat? {
    guard let node = list.node(key) else { return nil }
    guard let text = node.text, let format = NumberFormat(text) else {
      let expected: Message = "文字和 {letters}、{year}、{month}、{employer}，并有一处 {no} 或 {no:4}，没有空格和斜线"
      return list.refuse(key, node, expected: expected)
    }
    return format
  }
}
