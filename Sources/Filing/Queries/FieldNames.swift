import Diagnostics
import Records

/// The names under which queries know the fields of records: paths, labels, and the words of the halls.
enum FieldNames {
  /// The fields of a row, in the order of their paths.
  static let fields = FieldCatalogue.fields.filter {
    $0.needsFiling || $0.path.hasPrefix("emp.") || $0.path.hasPrefix("batch.")
  }

  /// Words for a field beside its label: those of the Jilin query's grid and conditions (manual 1.11), those of
  /// other halls, and the plain word where several labels are alike.
  static let otherWords: [(word: String, path: String)] = [
    ("身份证号", "e.idNumber"), ("身份证号码", "e.idNumber"), ("公民身份号码", "e.idNumber"),
    ("手机", "e.phone"), ("手机号", "e.phone"), ("手机号码", "e.phone"), ("电话", "e.phone"),
    ("岗位", "c.position"), ("合同类型", "c.termType"), ("合同结束日期", "c.endDate"),
    ("用工日期", "c.hireDate"), ("入职日期", "c.hireDate"), ("工资", "c.wage.monthly"),
    ("试用期工资", "c.wage.probation"), ("名册编号", "f.rosterNo"), ("审核结果", "f.review.status"),
    ("经办时间", "f.review.handledAt"), ("名册状态", "f.rostered"), ("备案生成名册", "f.rostered"),
    ("备案生成表号", "f.rostered"), ("备案生成名册状态", "f.rostered"), ("行号", "f.row"),
    ("险种", "c.insuranceKinds"), ("解除原因", "t.reasonText"), ("解除日期", "t.date"),
    ("法律依据", "t.basisText"), ("工作年限", "t.serviceYears"), ("本单位工作年限", "t.serviceText"),
    ("在职", "f.employed"), ("基准日期", "batch.asOf"),
  ]

  private static let byName: [String: Field] = {
    var byName: [String: Field] = [:]
    for field in fields {
      byName[field.path] = field
      if byName[plain(field.label)] == nil { byName[plain(field.label)] = field }
    }
    for (word, path) in otherWords { byName[plain(word)] = FieldCatalogue[path] }
    // What stands in brackets behind a label is long to type; the rest will do where one field only is called so.
    let fieldsByShort = Dictionary(grouping: fields) { short(plain($0.label)) }
    for (short, fields) in fieldsByShort where fields.count == 1 && byName[short] == nil {
      byName[short] = fields[0]
    }
    return byName
  }()

  /// Returns the field called `name`.
  static subscript(name: String) -> Field? { byName[plain(name)] }

  /// Returns the complaint that no field is called `name`, with the names that were most likely meant.
  static func unknown(_ name: String) -> Diagnostic {
    let near = suggestions(for: name).map { "“\($0)”" }
    return Diagnostic(
      "query.unknownField",
      .error,
      "没有这个字段",
      found: "\(name)",
      advice: near.isEmpty
        ? "用 mingce list --fields 查看全部字段" : "是否想写\(list: near)？用 mingce list --fields 查看全部字段"
    )
  }

  private static func suggestions(for name: String) -> [String] {
    let words = fields.flatMap { [$0.label, $0.path] } + otherWords.map(\.word)
    var found: [String] = []
    if let near = closestName(to: name, in: words) { found.append(near) }
    for word in words where found.count < 3 && !found.contains(word) {
      if name.count > 1, word.contains(name) { found.append(word) }
    }
    return found
  }

  /// Returns `label` without the brackets at its end.
  private static func short(_ label: String) -> String {
    guard label.last == ")", let start = label.firstIndex(of: "(") else { return label }
    return String(label[..<start])
  }

  private static func plain(_ name: String) -> String {
    name.replacing("（", with: "(").replacing("）", with: ")")
  }
}
