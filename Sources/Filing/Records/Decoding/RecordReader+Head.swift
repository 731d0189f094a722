import Calendar
import Diagnostics
import JSON

extension RecordReader {
  /// The name of the schema this program reads.
  static let schema = "mingce/1"

  private static let headKeys: KnownKeys = [
    .schema, .profile, .asOf, .config, .employer, .authority, .seals, .signatures,
    .filings, .insuranceChanges, .wages, .injuryClaims, .rosters, .documents, .uploads, .audit,
    .sealUses, .infoChanges, .injuryProofs, .contributionBases,
    .balances, .benefits,
  ]

  /// What other programs may keep in the head, and nobody reads here.
  private static let unreadKeys: [RecordKey] = [
    .config, .authority, .signatures, .documents, .uploads, .audit,
  ]

  /// Reads the head of a record file, value 0, as far as it can be read.
  ///
  /// A head with errors cannot be used, but rows are judged by what was read of it, so that one report tells of everything.
  /// What is wrong with the rows of its lists is read by `listReader`, since it forbids only those rows.
  mutating func head(_ listReader: inout RecordReader) -> (batch: Batch?, setting: RowSetting?) {
    guard tree.kind(of: 0) == .object else {
      wrongType("记录文件的开头", 0, expected: "批次对象 { \"schema\": \"mingce/1\", … }")
      return (nil, nil)
    }
    let schema = schemaName()
    let profile = code(.profile, "地区方案", in: 0, .required, as: Profile.self)
    let asOf = date(.asOf, "基准日期", in: 0, .required)
    let setting = RowSetting(profile: profile, asOf: asOf ?? .last)
    let employer = employer(object(.employer, in: 0, .required), asOf: setting.asOf)
    checkRows()
    close(0, knows: Self.headKeys)
    for key in Self.unreadKeys {
      if let member = tree.member(key, of: 0) { reportSecrets(in: member) }
    }
    let lists = listRanges
    closeDuplicates { value in !lists.contains { $0.contains(value) } }
    let lines = listReader.lines()
    guard let schema else { return (nil, nil) }
    let unread = unreadMembers
    guard let profile, let asOf, !unread.contains(.profile), !unread.contains(.asOf) else {
      return (nil, setting)
    }
    let batch = Batch(
      schema: schema,
      profile: profile,
      asOf: asOf,
      employer: employer ?? .blank,
      lines: lines,
      unread: unread
    )
    return (batch, setting)
  }

  /// What the errors found so far leave unread.
  private var unreadMembers: UnreadMembers {
    let errors = findings.filter { $0.diagnostic.severity == .error }
    let places = errors.map { error in
      let steps = tree.pointer(to: error.value).split(separator: "/").map(String.init)
      return (steps + (error.missing.map { [$0] } ?? [])).prefix(2).joined(separator: "/")
    }
    return UnreadMembers(Set(places))
  }

  /// Checks what is left of the rows in the head: an empty array, all others having been cut out.
  private mutating func checkRows() {
    for value in tree.children(of: 0) where tree.name(of: value) == RecordKey.filings.rawValue {
      if tree.kind(of: value) != .array {
        wrongType("备案列表 filings", value, expected: "数组 [ … ]")
      } else if tree.next(after: value) > value + 1 {
        report(
          Diagnostic(
            "record.filings",
            .error,
            "备案列表 filings 只能出现一次，键名也不能写成转义",
            advice: "请把所有备案放进一个名为 filings 的数组"
          ),
          at: value
        )
      }
    }
  }

  private mutating func schemaName() -> String? {
    guard let value = member(.schema, "数据格式 schema", in: 0, .required),
      let name = text(of: value, "数据格式 schema")
    else { return nil }
    guard name == Self.schema else {
      report(
        Diagnostic(
          "record.schema",
          .error,
          "数据格式不是 \(Self.schema)",
          found: "\(shown(name))",
          expected: "\(Self.schema)",
          advice: "请用导出 \(Self.schema) 格式的程序重新导出"
        ),
        at: value
      )
      return nil
    }
    return name
  }
}
