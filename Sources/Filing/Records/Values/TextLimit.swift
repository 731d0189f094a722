/// The most characters that a text of a record may have, by the member that holds it.
///
/// Halls' systems keep texts in columns of a fixed width and publish few of them: 印章名称 has 50 characters (manual of
/// Jilin's electronic contracts). The others are what such a system would hold, so that whoever stays within them
/// is not turned away by one.
enum TextLimit {
  /// Words without a limit of their own: posts, grades, numbers, states and the like.
  static let usual = 100
  /// Names of persons and seals.
  static let name = 50
  /// Names of units, which the law lets grow, and addresses.
  static let unit = 200
  /// The number of a paper or an account.
  static let number = 40

  /// The most characters of the member named `member`.
  static func characters(of member: String) -> Int { byMember[member] ?? usual }

  /// The most characters of the field that forms name by `path`.
  static func characters(ofPath path: String) -> Int {
    // A seal's name is longer than the 50 characters it may have when the rule of seals says so (V-51).
    if path == "emp.name" || path == "s.name" { return unit }
    return characters(of: path.split(separator: ".").last.map(String.init) ?? path)
  }

  private static let byMember: [String: Int] = {
    let groups: [(Int, [String])] = [
      (number, ["idNumber", "account", "phone", "mobile"]),
      (name, ["name", "user", "handler", "receiver", "savedBy", "sealName"]),
      (unit, ["superior", "reviewOrg", "hostUnit", "owner", "ownerName", "office", "hospital"]),
      (unit, ["unit", "school", "archivePlace", "formerPlace"]),
      (unit, ["registered", "business", "mailing", "hukouAddress", "residence", "workLocation"]),
      (unit, ["remark", "reason", "transferReason", "purpose", "diagnosis", "before", "after"]),
      (unit, ["file"]),
      (300, ["docNo"]),
      (500, ["task", "taskEndCondition", "reasonText", "opinion"]),
      (2000, ["performanceRule", "other"]),
      (4000, ["duties", "hazards", "text"]),
    ]
    var limits: [String: Int] = [:]
    for (limit, members) in groups { for member in members { limits[member] = limit } }
    return limits
  }()
}

extension RecordKey {
  /// The most characters of a text that stands under the name.
  var textLimit: Int { Self.textLimits[Int(rawValue)] }

  private static let textLimits =
    [TextLimit.usual] + allCases.map { TextLimit.characters(of: $0.spelling) }
}

extension Field {
  /// The most characters that its value may have; nothing where a record does not say it in words of its own.
  public var mostCharacters: Int? {
    guard kind == .text || (kind == .code && (choices?.isOpen ?? true)) else { return nil }
    return isMade ? nil : TextLimit.characters(ofPath: path)
  }

  /// Whether the value is made by the program, of other members or of what it does; texts that are joined from several
  /// members end in `Text` or `Long`.
  private var isMade: Bool {
    if path == "t.reasonText" { return false }
    let makers = ["form.", "copy.", "batch.", "roster.", "u.", "upload."]
    return !path.contains(".") || makers.contains { path.hasPrefix($0) }
      || path.hasSuffix("Text") || path.hasSuffix("Long")
  }
}
