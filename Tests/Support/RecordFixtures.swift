/// Invented, valid record files for tests, made without any file of the outside.
public enum RecordFixtures {
  /// What a filing of a fixture does.
  public enum Kind: String, Sendable, CaseIterable {
    /// A first contract.
    case new
    /// A renewal.
    case renew
    /// The end of a relation.
    case terminate
  }

  /// Returns a whole JSON document of `rows` filings, their kinds taking turns.
  public static func batchJSON(
    rows: Int,
    profile: String = "CN-JL",
    kinds: [Kind] = [.new],
    seed: UInt64 = 7
  ) -> String {
    let filings = filings(rows, kinds, seed)
    let head = head(profile: profile).dropLast()
    return head + ",\"filings\":[\n" + filings.joined(separator: ",\n") + "\n]}\n"
  }

  /// Returns JSON Lines: the head, then a filing a line.
  public static func jsonLines(
    rows: Int,
    profile: String = "CN-JL",
    kinds: [Kind] = [.new],
    seed: UInt64 = 7
  ) -> String {
    ([head(profile: profile)] + filings(rows, kinds, seed)).joined(separator: "\n") + "\n"
  }

  /// Returns a JSON document around filings that the test wrote itself.
  public static func document(_ filings: [String], profile: String = "CN-JL") -> String {
    head(profile: profile).dropLast() + ",\"filings\":[\n" + filings.joined(separator: ",\n")
      + "\n]}\n"
  }

  /// Returns the head of a record file on one line.
  public static func head(profile: String = "CN-JL") -> String {
    let agent = resident(area: "220102", birth: "19900506", sequence: 102)
    return """
      {"schema":"mingce/1","profile":"\(profile)","asOf":"2026-11-20","employer":{\
      "name":"\(employerName)","uscc":"\(employerCode)","nature":"企业","affiliation":"40",\
      "economicType":"150","industry":"制造业","division":"220102",\
      "legalRep":{"name":"赵示例","phone":"13500000001"},\
      "addresses":{"mailing":"吉林省长春市南关区示例路1号"},"postalCode":"130022",\
      "contact":{"name":"钱示例","mobile":"13500000002"},\
      "agent":{"name":"孙示例","idNumber":"\(agent)","mobile":"13500000003"},\
      "reviewOrg":{"name":"长春市劳动关系"},"review":{"status":"审核通过"}}}
      """
  }

  /// Returns filing number `number` as one line of JSON.
  ///
  /// With `isOfItsOwn` no other number up to some millions has the same person; drawn persons may meet by chance, as
  /// they do among a hundred thousand, and then the later one is a duplicate (V-56).
  public static func filing(
    _ number: Int,
    kind: Kind = .new,
    name: String = "张示例",
    seed: UInt64 = 7,
    isOfItsOwn: Bool = false
  ) -> String {
    var random = SeededGenerator(seed: seed &+ UInt64(number))
    let isMale = Bool.random(using: &random)
    var pair = Int.random(in: 1...498, using: &random)
    var birth =
      "19\(Int.random(in: 82...99, using: &random))0\(Int.random(in: 1...9, using: &random))"
      + "\(Int.random(in: 10...28, using: &random))"
    if isOfItsOwn { (pair, birth) = ownIdentity(number / 6) }
    let sequence = pair * 2 + (isMale ? 1 : 0)
    let area = ["220102", "220104", "530302", "530328", "140107", "430203"][number % 6]
    let identity = resident(area: area, birth: birth, sequence: sequence)
    let state = ["new": "新订", "renew": "续订", "terminate": "解除(终止)"][kind.rawValue] ?? ""
    return """
      {"id":"f\(padded(number, 7))","kind":"\(kind.rawValue)","contractState":"\(state)",\
      "review":{"status":"审核通过","handledAt":"2026-11-19 10:22:31.0"},"rostered":false,\
      "approvedAt":"2026-11-19","employee":{"name":"\(name)","idType":"01",\
      "idNumber":"\(identity)","sex":"\(isMale ? "男" : "女")","phone":"1350000\(padded(number % 10000, 4))",\
      "residence":"吉林省长春市南关区示例街\(number)号",\
      "retirementCategory":"\(isMale ? "male60" : "female55")"},\
      "contract":\(contract(number, kind, &random))\(kind == .terminate ? ending(number) : "")}
      """
  }

  /// The pair of sequence numbers and the birthday that the person at `place` among those of one area has alone.
  private static func ownIdentity(_ place: Int) -> (pair: Int, birth: String) {
    let pair = place % 498 + 1
    // 18 years of 9 months of 19 days; neighbours are born some days apart.
    let day = (place / 498 + pair * 7) % (18 * 9 * 19)
    return (pair, "19\(82 + day / 171)0\(1 + day % 171 / 19)\(10 + day % 19)")
  }

  /// The unit of all fixtures.
  public static let employerName = "长春示例精密制造有限公司"

  /// A valid unified social credit code of nobody.
  public static let employerCode = creditCode("91220102MA0Y00008")

  /// Returns the resident number of an area, a birthday `YYYYMMDD` and a sequence number, its check character right.
  public static func resident(area: String, birth: String, sequence: Int) -> String {
    let head = area + birth + padded(sequence, 3)
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(head, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return head + String(Array("10X98765432")[sum % 11])
  }

  /// Returns a unified social credit code from its first 17 characters, its check character right.
  public static func creditCode(_ head: String) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var (sum, weight) = (0, 1)
    for character in head {
      sum += (alphabet.firstIndex(of: character) ?? 0) * weight
      weight = weight * 3 % 31
    }
    return head + String(alphabet[(31 - sum % 31) % 31])
  }
}

extension RecordFixtures {
  private static let surnames = Array("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗")
  private static let given = Array("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚")
  private static let posts = ["生产操作工", "质量检验员", "会计", "软件工程师", "CNC编程员", "店长"]

  private static func filings(_ rows: Int, _ kinds: [Kind], _ seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    return (0..<rows).map { index in
      var name = String(surnames.randomElement(using: &random) ?? "王")
      for _ in 0...Int.random(in: 0...1, using: &random) {
        name.append(given.randomElement(using: &random) ?? "伟")
      }
      return filing(index + 1, kind: kinds[index % kinds.count], name: name, seed: seed)
    }
  }

  private static func contract(
    _ number: Int,
    _ kind: Kind,
    _ random: inout SeededGenerator
  ) -> String {
    let term = kind == .new ? ["fixed", "open", "task"][number % 3] : "fixed"
    let start = kind == .terminate ? "2023-11-08" : "2026-11-08"
    let end = kind == .terminate ? "2026-11-07" : "2029-11-07"
    var members = """
      "no":"LD-2026-\(padded(number, 6))","templateCode":"劳动合同书（备案试运行文本）2018",\
      "employmentForm":"全日制","termType":"\(term)",\
      "hireDate":"\(kind == .new ? start : "2023-11-08")","startDate":"\(start)",\
      "position":"\(posts.randomElement(using: &random) ?? "会计")","workLocation":"长春市南关区",\
      "workTime":{"system":"标准工时制"},"wage":{"type":"monthly",\
      "monthly":"\(Int.random(in: 3000...9000, using: &random)).50","payDay":"15"},\
      "insuranceKinds":["110","210","310","410"],"signDate":"\(start)","signMode":"paper",\
      "copies":2,"sequence":\(kind == .renew ? 2 : 1)
      """
    if term == "fixed" { members += ",\"endDate\":\"\(end)\"" }
    if term == "task" {
      members += ",\"task\":\"生产线设备安装调试项目\",\"taskEndCondition\":\"项目竣工验收合格\""
    }
    if kind == .renew {
      members += """
        ,"prior":{"contractNo":"LD-2023-\(padded(number, 6))","startDate":"2023-11-08",\
        "endDate":"2026-11-07","termType":"fixed","sequence":1}
        """
    }
    return "{\(members)}"
  }

  private static func ending(_ number: Int) -> String {
    """
    ,"termination":{"type":"终止","reasonCode":"T44-1","basis":["LCL-44-1","LCL-46-5"],\
    "reasonText":"劳动合同期满","date":"2026-11-07","serviceStart":"2023-11-08",\
    "serviceYears":3,"serviceMonths":0,"compensation":{"payable":true,"paid":true,"months":"3",\
    "baseWage":"5000.00","amount":"15000.00"},\
    "certificate":{"no":"JZ-2026-\(padded(number, 6))","issueDate":"2026-11-07"}}
    """
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
