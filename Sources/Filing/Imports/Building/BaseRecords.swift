public import Diagnostics
import JSON

/// The record file that an import stands on: whose filings these are, and the contracts that are known already.
public struct BaseRecords: Sendable {
  /// What the file is called in messages.
  let file: String
  /// The members of the head that an import takes over.
  let head: [(name: String, value: [UInt8])]
  /// The day that everything is judged by.
  let asOf: String
  /// The place that the head names.
  let profile: String
  /// The contract of each person, the last one by its first day, as JSON.
  private let contracts: [String: [UInt8]]
  /// The wage records that the system holds, as JSON in their order; nothing when the file has none.
  private let wages: [[UInt8]]?
  /// Where each identity number stands among them.
  private let wagePlaces: [String: Int]

  /// Reads a record file, JSON or JSON Lines; only what an import needs of it is looked at.
  public static func open(_ bytes: [UInt8], file: String) -> (BaseRecords?, [Diagnostic]) {
    guard let reader = JSONReader() else {
      return (nil, [Diagnostic("import.memory", at: .source(SourceLocation(file: file)), "内存不足")])
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    do throws(JSONProblem) {
      return try read(text, reader, file: file)
    } catch {
      return (nil, [unreadable(file)])
    }
  }

  private static func read(
    _ text: ArraySlice<UInt8>,
    _ reader: JSONReader,
    file: String
  ) throws(JSONProblem) -> (BaseRecords?, [Diagnostic]) {
    if let whole = Result(catching: { () throws(JSONProblem) in try reader.read(text) }).value {
      let document = RecordValue(whole)
      return checked(document, filings: document[["filings"]]?.elements ?? [], file: file)
    }
    var lines: [RecordValue] = []
    for line in text.split(separator: 0x0A) where !line.allSatisfy({ $0 <= 0x20 }) {
      lines.append(RecordValue(try reader.read(line)))
    }
    guard let head = lines.first else { return (nil, [unreadable(file)]) }
    return checked(head, filings: lines.dropFirst(), file: file)
  }

  private static func unreadable(_ file: String) -> Diagnostic {
    Diagnostic(
      "import.base",
      at: .source(SourceLocation(file: file)),
      "单位信息文件不是 mingce/1 格式的记录文件",
      advice: "请用 mingce check 检查这个文件"
    )
  }

  private static func checked(
    _ head: RecordValue,
    filings: some Sequence<RecordValue>,
    file: String
  ) -> (BaseRecords?, [Diagnostic]) {
    guard head[["schema"]]?.scalar == "mingce/1", head[["employer"]] != nil,
      let profile = head[["profile"]]?.scalar, let asOf = head[["asOf"]]?.scalar
    else { return (nil, [unreadable(file)]) }
    return (BaseRecords(head, filings, file: file, profile: profile, asOf: asOf), [])
  }

  private init(
    _ head: RecordValue,
    _ filings: some Sequence<RecordValue>,
    file: String,
    profile: String,
    asOf: String
  ) {
    self.file = file
    self.profile = profile
    self.asOf = asOf
    let kept = ["config", "employer", "authority", "seals", "signatures"]
    self.head = head.members.filter { kept.contains($0.name) }.map { ($0.name, $0.value.json) }
    contracts = Self.contracts(in: filings)
    let wages = head[["wages"]]?.elements
    self.wages = wages?.map(\.json)
    let numbers = (wages ?? []).enumerated().map { index, wage in
      (wage[["idNumber"]]?.scalar ?? "", index)
    }
    wagePlaces = Dictionary(numbers) { first, _ in first }
  }

  /// Terminations repeat the contract that they end, so all kinds of filing are good for it.
  private static func contracts(in filings: some Sequence<RecordValue>) -> [String: [UInt8]] {
    var newest: [String: (start: String, json: [UInt8])] = [:]
    for filing in filings {
      guard let number = filing[["employee", "idNumber"]]?.scalar,
        let person = filing[["employee"]],
        let contract = filing[["contract"]]
      else { continue }
      let start = contract[["startDate"]]?.scalar ?? ""
      if let known = newest[number], known.start > start { continue }
      let both = RecordValue.object([
        RecordValue.Member(name: "employee", value: person),
        RecordValue.Member(name: "contract", value: contract),
      ])
      newest[number] = (start, both.json)
    }
    return newest.mapValues(\.json)
  }

  /// Whether the file holds what the system knows of wages.
  var knowsWages: Bool { wages != nil }

  /// Returns the person and contract of the identity number `number`, as members `employee` and `contract`.
  func contract(of number: String) -> RecordValue? { contracts[number].flatMap(RecordValue.read) }

  /// Returns what the system knows of the wage of `number`.
  func wage(of number: String) -> RecordValue? {
    wagePlaces[number].flatMap { wages?[$0] }.flatMap(RecordValue.read)
  }

  /// What the system knows of wages, in its order.
  var wageRecords: [RecordValue] { (wages ?? []).compactMap(RecordValue.read) }
}
