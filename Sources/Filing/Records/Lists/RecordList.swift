/// A list of rows beside the filings in the head of a record file, such as 参保变更; the name is that of the JSON member.
///
/// What a row holds is declared in `lineFields`, one line a field, so that a further list needs no further code.
public enum RecordList: String, CaseIterable, Sendable {
  /// 参保变更.
  case insuranceChanges
  /// 信息变更.
  case infoChanges
  /// 缴费工资.
  case wages
  /// 工伤费用.
  case injuryClaims
  /// 工伤保险参保证明.
  case injuryProofs
  /// 缴费基数.
  case contributionBases
  /// 收支对比.
  case balances
  /// 待遇发放.
  case benefits
  /// 印章.
  case seals
  /// 印章使用记录.
  case sealUses
  /// 已办业务名册.
  case rosters

  /// What operators call the list.
  public var label: String {
    switch self {
    case .insuranceChanges: "参保变更"
    case .infoChanges: "信息变更"
    case .wages: "缴费工资"
    case .injuryClaims: "工伤费用"
    case .injuryProofs: "工伤保险参保证明"
    case .contributionBases: "缴费基数"
    case .balances: "收支对比"
    case .benefits: "待遇发放"
    case .seals: "印章"
    case .sealUses: "印章使用记录"
    case .rosters: "已办业务名册"
    }
  }

  /// The first step of the paths of the list's own fields.
  public var prefix: String {
    switch self {
    case .insuranceChanges: "i"
    case .infoChanges: "ic"
    case .wages: "w"
    case .injuryClaims: "k"
    case .injuryProofs: "p"
    case .contributionBases: "cb"
    case .balances: "bl"
    case .benefits: "bf"
    case .seals: "s"
    case .sealUses: "su"
    case .rosters: "r"
    }
  }

  /// Whether a roster of filings may print the row of the person whom a filing is about.
  public var joinsFilings: Bool { self == .insuranceChanges }

  /// The fields of a row.
  public var fields: [Field] { Self.fieldsByList[self] ?? [] }

  /// Returns the field of a row that is called `path`.
  public subscript(path: String) -> Field? { fields.first { $0.path == path } }

  private static let fieldsByList = Dictionary(
    uniqueKeysWithValues: allCases.map { list in
      (list, list.lineFields.map { $0.field(of: list) })
    }
  )
}

/// A row of a list.
public struct RecordLine: Sendable {
  /// The list that it is a row of.
  public let list: RecordList
  /// Its place in the list, from 1; rows that cannot be used count too.
  public let row: Int
  /// What it says, by path.
  public internal(set) var values: [String: FieldValue]

  /// The names and numbers of the persons whom it is about, either of which may be missing.
  var persons: [(name: String?, number: String?)] {
    list.fields.compactMap { field in
      switch field.personal {
      case .name: (text(field.path), nil)
      case .identityNumber: (nil, text(field.path))
      default: nil
      }
    }
  }

  /// What the row says at `path`, as text.
  func text(_ path: String) -> String? { values[path]?.printed }
}

/// The rows of all lists of a record file that can be used.
public struct RecordLines: Sendable {
  private var lines: [RecordList: [RecordLine]] = [:]
  /// Where the rows of a person stand among those that join filings, by the number that filings are matched by.
  private var places: [String: [Int]] = [:]

  /// Creates lists without rows.
  public init() {}

  /// The rows of `list`, in the order of the file.
  public subscript(list: RecordList) -> [RecordLine] { lines[list] ?? [] }

  /// Adds a row at the end of its list.
  mutating func add(_ line: RecordLine) {
    lines[line.list, default: []].append(line)
    guard line.list.joinsFilings, let number = line.text("e.idNumber") else { return }
    places[lengthened(number), default: []].append(self[line.list].count - 1)
  }

  /// Returns the rows of which `isKept` holds.
  func filter(_ isKept: (RecordLine) -> Bool) -> RecordLines {
    var kept = RecordLines()
    for list in RecordList.allCases { self[list].filter(isKept).forEach { kept.add($0) } }
    return kept
  }

  /// Returns the row of `list` about the person of `filing`: one of the same direction before any other.
  ///
  /// A row that names no kind of paper may be about any.
  func line(of list: RecordList, for filing: Filing) -> RecordLine? {
    guard list.joinsFilings else { return nil }
    let person = filing.employee
    let rows = (places[lengthened(person.idNumber)] ?? []).map { self[list][$0] }
      .filter { $0.code("e.idType", as: IdentityType.self) ?? person.idType == person.idType }
    let direction: InsuranceDirection = filing.kind == .terminate ? .decrease : .increase
    return rows.first { $0.code("i.direction", as: InsuranceDirection.self) == direction }
      ?? rows.first
  }
}
