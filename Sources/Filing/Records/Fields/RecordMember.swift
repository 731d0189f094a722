/// A member of a record, found by its JSON pointer (RFC 6901).
public struct RecordMember: Sendable {
  /// What forms call it, or would if they printed it, such as `t.reasonCode`.
  public let path: String
  /// The field that forms print of it.
  public let field: Field?
  /// What operators call it; of members that nobody knows the last name.
  public let label: String

  /// Finds the member at `pointer`, which leads from the file or from one row.
  public init(pointer: String) {
    var steps = pointer.split(separator: "/").map(String.init)
    if steps.first == RecordKey.filings.spelling { steps.removeFirst(min(2, steps.count)) }
    steps.removeAll { Int($0) != nil }
    let paths = Self.paths(to: steps)
    field = paths.compactMap { FieldCatalogue[$0] }.first
    path = field?.path ?? paths[0]
    label = field?.label ?? steps.last.map { RecordKey.objectLabels[$0] ?? $0 } ?? ""
  }

  /// The paths that may be meant by `steps`: what stands in none of the record's objects is the filing's or the head's.
  private static func paths(to steps: [String]) -> [String] {
    let object = steps.first.flatMap { letters[$0] }
    let places = object.map { [[$0] + steps.dropFirst()] } ?? [["f"] + steps, ["batch"] + steps]
    return places.map { $0.joined(separator: ".") }
  }

  /// By what paths begin, for each of the objects that have letters of their own.
  private static let letters = [
    "employer": "emp", "employee": "e", "contract": "c", "termination": "t",
  ]
}

extension RecordKey {
  /// What operators call the object of that name, of which forms print parts; nothing where it is no object.
  var objectLabel: String? {
    switch self {
    case .addresses: "地址"
    case .agent: "单位经办人"
    case .bank: "银行账户"
    case .certificate: "解除（终止）证明书"
    case .compensation: "经济补偿"
    case .contact: "单位联系人"
    case .contract: "劳动合同"
    case .dispatch: "劳务派遣"
    case .employee: "劳动者"
    case .employer: "用人单位"
    case .legalRep: "法定代表人"
    case .prior: "原合同"
    case .probation: "试用期"
    case .review: "审核信息"
    case .reviewOrg: "送审机构"
    case .stats: "用工情况"
    case .termination: "解除（终止）信息"
    case .wage: "劳动报酬"
    case .workTime: "工作时间"
    default: nil
    }
  }

  /// What operators call objects, by the spelling of their names.
  static let objectLabels: [String: String] = {
    let objects = allCases.compactMap { key in key.objectLabel.map { (key.spelling, $0) } }
    return Dictionary(uniqueKeysWithValues: objects)
  }()
}
