import Diagnostics
import Records
import TestSupport
import Testing

/// A file with one slip of each common kind, as a clerk might hand it in.
private func sample() -> String {
  let rows = [
    RecordFixtures.filing(1, name: "张示例"),
    RecordFixtures.filing(2, name: "李 示例")
      .replacingFirst(#""payDay":"15""#, with: #""payDay":"15号""#)
      .replacing(#/"monthly":"[0-9.]+"/#, with: #""monthly":"3,500.00""#)
      .replacingFirst(#""hireDate":"2026-11-08""#, with: #""hireDate":"2026-02-30""#),
    RecordFixtures.filing(3, name: "王\u{1F600}")
      .replacing(#/"idNumber":"[0-9X]+"/#, with: #""idNumber":"220104198605040030""#)
      .replacingFirst(#""endDate":"2029-11-07""#, with: #""endDate":"2026-11-01""#),
    RecordFixtures.filing(4, name: "赵示例").replacingFirst("\"copies\":2", with: "\"copies\":NaN"),
    RecordFixtures.filing(5, name: "钱示例")
      .replacingFirst(#""templateCode""#, with: #""templatecode""#)
      .replacingFirst(#""termType":"task""#, with: #""termType":"open","endDate":"2029-11-07""#),
    RecordFixtures.filing(6, kind: .renew, name: "阿卜杜拉•买买提")
      .replacingFirst(#""employmentForm":"全日制""#, with: #""employmentForm":"全日""#),
    RecordFixtures.filing(1, name: "张示例"),
    RecordFixtures.filing(8, kind: .terminate, name: "周示例")
      .replacingFirst(#""reasonCode":"T44-1""#, with: #""reasonCode":"T44-9""#)
      .replacingFirst(#""rostered":false"#, with: #""rostered":false,"rostered":true"#),
    RecordFixtures.filing(9, name: "吴示例"),
  ]
  return String(RecordFixtures.document(rows).dropLast(60))
}

@Test func theReportOfABrokenFileReadsWell() throws {
  let (file, outcomes) = try open(sample(), name: "records.json")
  var lines: [String] = []
  for outcome in outcomes {
    switch outcome {
    case .accepted(let filing):
      lines.append("✓ \(filing.row) \(filing.id) \(filing.employee.name)")
      lines += filing.notices.map { "  \($0)" }
    case .refused(let rejection):
      lines.append("✗ \(rejection.row) \(rejection.id ?? "?") \(rejection.name ?? "?")")
      lines += rejection.reasons.map { "  \($0)" }
    }
  }
  lines += file.diagnostics.map(\.description)
  try expectGolden(lines.joined(separator: "\n") + "\n", "broken-file.txt")
}
