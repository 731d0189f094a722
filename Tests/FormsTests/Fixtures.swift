import Diagnostics
import DocumentTree
import Forms
import Records
import Testing

/// A form as a test writes it.
struct FormText {
  var yaml: String
  var body: String

  /// Opens the form; the files are called `form.yaml` and `body.md`.
  func open() -> (Form?, [Diagnostic]) {
    openForm(name: "test", yaml: yaml, body: body, yamlFile: "form.yaml", bodyFile: "body.md")
  }

  /// Opens the form, which must be without fault.
  func opened() throws -> Form {
    let (form, diagnostics) = open()
    #expect(diagnostics.map(\.description) == [])
    return try #require(form)
  }

  /// A form for single filings with `body` and more lines of settings.
  static func filing(_ body: String, _ settings: String = "") -> FormText {
    let head = "title: {default: 证明, CN-JL: 吉林证明}\nsummary: 测试\nscope: filing\n"
    return FormText(yaml: head + settings, body: body)
  }

  /// A roster with `body` and more lines of settings.
  static func roster(_ body: String, _ settings: String = "") -> FormText {
    FormText(yaml: "title: 名册\nsummary: 测试\nscope: roster\n" + settings, body: body)
  }
}

/// The filings of a record file in memory.
struct RecordSet {
  var batch: Batch
  var filings: [Filing]

  init(_ json: String) throws {
    var filings: [Filing] = []
    var refused: [String] = []
    let source = ByteSource(name: "records.json", bytes: Array(json.utf8))
    let file = try openRecords(source) { outcome in
      switch outcome {
      case .accepted(let filing): filings.append(filing)
      case .refused(let rejection): refused += rejection.reasons.map(\.description)
      }
    }
    #expect(refused == [])
    batch = file.batch
    self.filings = filings
  }

  /// One person hired for three years and one whose contract ended, with what is given in its place.
  static func sample(
    profile: String = "CN-JL",
    names: (String, String) = ("张三", "王㛃"),
    wages: (String, String) = ("3500.00", "4000.50"),
    position: String = "收银员",
    clauses: String = #"[{"no": "1", "text": "保守秘密"}, {"no": "2", "text": "*不得*兼职"}]"#
  ) throws -> RecordSet {
    let head = """
      {"schema": "mingce/1", "profile": "\(profile)", "asOf": "2021-10-20",
       "employer": {"name": "长春示例经贸有限公司", "uscc": "91220102MA0Y00008L",
        "reviewOrg": {"name": "长春市劳动关系"}, "review": {"status": "审核通过"}},
       "filings": [
      """
    let hired = filing(
      "f1",
      "new",
      "新订",
      names.0,
      "220104198605040039",
      "男",
      position: position,
      clauses: clauses,
      wage: wages.0
    )
    let ended = filing(
      "f2",
      "terminate",
      "解除(终止)",
      names.1,
      "220104199207141023",
      "女",
      position: position,
      clauses: "[]",
      wage: wages.1,
      more: termination
    )
    return try RecordSet(head + hired + "},\n" + ended + "}\n]}")
  }

  private static let termination = """
    , "termination": {"type": "终止", "reasonCode": "T44-1", "reasonText": "劳动合同期满",
      "basis": ["LCL-44-1"], "date": "2024-10-07", "serviceStart": "2021-10-08", "serviceYears": 3,
      "serviceMonths": 0, "compensation": {"payable": true, "paid": true, "months": "3",
      "baseWage": "4000.50", "amount": "12001.50"}}
    """

  private static func filing(
    _ id: String,
    _ kind: String,
    _ state: String,
    _ name: String,
    _ idNumber: String,
    _ sex: String,
    position: String,
    clauses: String,
    wage: String,
    more: String = ""
  ) -> String {
    """
    {"id": "\(id)", "kind": "\(kind)", "contractState": "\(state)",
     "review": {"status": "审核通过", "handledAt": "2021-10-18"}, "rostered": false,
     "employee": {"name": "\(name)", "idType": "01", "idNumber": "\(idNumber)", "sex": "\(sex)",
      "phone": "13500000001", "retirementCategory": "\(sex == "男" ? "male60" : "female50")"},
     "contract": {"no": "LD-\(id)", "templateCode": "范本", "employmentForm": "全日制",
      "termType": "fixed", "hireDate": "2021-10-08", "startDate": "2021-10-08",
      "endDate": "2024-10-07", "position": "\(position)", "workLocation": "长春市南关区",
      "workTime": {"system": "标准工时制"}, "clauses": \(clauses),
      "wage": {"type": "monthly", "monthly": "\(wage)", "payDay": "4"},
      "insuranceKinds": ["110", "210"], "signDate": "2021-10-08", "signMode": "paper", "copies": 2,
      "sequence": 1}\(more)
    """
  }
}

/// Returns the dump of `document` without its head and its indentation.
func body(of document: Document<Never>, showsOrigins: Bool = false) -> String {
  document.dump(showsOrigins: showsOrigins).split(separator: "\n")
    .drop { $0 != "  body" }.dropFirst().prefix { $0 != "  footer" }
    .map { String($0.dropFirst(4)) }.joined(separator: "\n")
}

/// Binds a form of single filings to the sample filing number `index` and returns the dump of its body.
func bound(_ text: FormText, _ records: RecordSet, _ index: Int = 0) throws -> String {
  let form = try text.opened()
  return body(of: try bind(form, filing: records.filings[index], batch: records.batch))
}

/// Binds `form` to one filing, where only the document is asked for.
func bind(
  _ form: Form,
  filing: Filing,
  batch: Batch,
  copy: FormCopy? = nil
) throws(BindFailure) -> Document<Never> {
  try bound(form, filing: filing, batch: batch, copy: copy).document
}

/// Binds `form` to one row of a list, where only the document is asked for.
func bind(_ form: Form, line: RecordLine, batch: Batch) throws(BindFailure) -> Document<Never> {
  try bound(form, line: line, batch: batch).document
}

/// Binds `form` to a roster, where only the document is asked for.
func bindRoster(
  _ form: Form,
  batch: Batch,
  facts: RosterFacts,
  rows: FilingSource,
  copy: FormCopy? = nil
) throws(BindFailure) -> Document<Never> {
  try boundRoster(form, batch: batch, facts: facts, rows: rows, copy: copy).document
}
