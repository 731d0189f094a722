import Foundation
import TestSupport
import Testing

private let secret = ["MINGCE_KEY_PASSWORD": TestAuthority.password]

/// A folder with the records of two new filings, whose contracts the unit has signed into `合同`.
private struct SigningFolder {
  let folder: TemporaryFolder

  init(signs: Bool = true, _ words: String...) throws {
    folder = try TemporaryFolder()
    try folder.write(RecordFixtures.document([filing(1), filing(2)]), to: "a.json")
    guard signs else { return }
    let signed = try run(
      ["sign", "--form", "contract", "a.json", "-o", "合同"] + words + key("employer")
    )
    #expect(signed.status == 0, "\(signed.said)")
  }

  func filing(_ number: Int) -> String { RecordFixtures.filing(number) }

  func run(_ words: [String]) throws -> Program.Outcome {
    try Program.mingce.run(words, in: folder.url, environment: secret)
  }

  func key(_ holder: String) throws -> [String] {
    ["--as", holder, "--key", try TestAuthority.shared.get().path("\(holder).p12")]
  }

  var contracts: [String] { get throws { try folder.names(in: "合同").map { "合同/\($0)" } } }

  func employeeSigns(_ file: String, _ words: String...) throws -> Program.Outcome {
    try run(["sign", file, "-o", "已签/"] + words + key("employee"))
  }
}

@Test func aContractGoesFromTheUnitToThePersonAndOut() throws {
  let flow = try SigningFolder()
  let waiting = try flow.run(["status"])
  #expect(waiting.output.contains("QS-2026-0002") || waiting.output.contains("-0002"))
  #expect(waiting.output.contains("共 2 份：待签名 2"), "\(waiting.said)")
  let first = try flow.contracts[0]
  let early = try flow.run(["download", first, "--records", "a.json", "-o", "发出"])
  #expect(early.status == 2 && early.said.contains("劳动者还没有签"), "\(early.said)")
  #expect(try flow.employeeSigns(first).status == 0)
  #expect(try flow.run(["status"]).output.contains("共 2 份：待签名 1，已签名 1"))
  let name = try flow.folder.names(in: "已签")[0]
  let out = try flow.run(["download", "已签/\(name)", "--records", "a.json", "-o", "发出"])
  #expect(out.status == 0, "\(out.said)")
  let both = try Data(contentsOf: flow.folder.file("已签/\(name)"))
  #expect(try Data(contentsOf: flow.folder.file("发出/\(name)")) == both)
  #expect(try flow.run(["ledger", "verify"]).status == 0)
  // The file as the unit signed it is still what was entered then, but goes out no more.
  let former = try flow.run(["status", first])
  #expect(former.status == 0 && former.output.contains("单位签名后的原文件"), "\(former.said)")
  #expect(try flow.run(["download", first, "--records", "a.json", "-o", "发出"]).status == 2)
  let listed = try flow.run(["status", "--mask", "M1"])
  #expect(listed.output.contains("张**") && !listed.output.contains("张示例"), "\(listed.said)")
}

@Test func onlyWhatIsApprovedGoesOut() throws {
  let flow = try SigningFolder()
  #expect(try flow.employeeSigns(flow.contracts[0]).status == 0)
  let pending = try flow.folder.text(of: "a.json").replacing("审核通过", with: "未审核")
  try flow.folder.write(pending, to: "b.json")
  let name = try flow.folder.names(in: "已签")[0]
  let out = try flow.run(["download", "已签/\(name)", "--records", "b.json", "-o", "发出"])
  #expect(out.status == 2 && out.said.contains("还没有审核通过"), "\(out.said)")
  // Records that do not hold the filing say nothing of its review.
  let others = try flow.folder.text(of: "a.json").replacing("\"id\":\"", with: "\"id\":\"别的")
  try flow.folder.write(others, to: "c.json")
  let unknown = try flow.run(["download", "已签/\(name)", "--records", "c.json", "-o", "发出"])
  #expect(unknown.status == 2 && unknown.said.contains("记录里没有它的备案"), "\(unknown.said)")
  #expect(!FileManager.default.fileExists(atPath: flow.folder.file("发出").path))
}

@Test func thePersonSignsNothingButWhatTheUnitHasSigned() throws {
  let flow = try SigningFolder()
  let file = try flow.contracts[0]
  var bytes = try Data(contentsOf: flow.folder.file(file))
  bytes[bytes.count / 2] ^= 1
  try bytes.write(to: flow.folder.file("改过.pdf"))
  let changed = try flow.employeeSigns("改过.pdf")
  #expect(changed.status != 0 && changed.said.contains("不是账本里登记的待签文书"), "\(changed.said)")
  #expect(try flow.run(["status", "改过.pdf"]).status == 2)
  #expect(try flow.run(["status", file]).status == 0)
}

@Test func nobodySignsTwiceInTwoPlaces() throws {
  let flow = try SigningFolder()
  let file = try flow.contracts[0]
  #expect(try flow.employeeSigns(file).status == 0)
  let again = try flow.run(["sign", file, "-o", "别处.pdf"] + flow.key("employee"))
  #expect(again.status != 0 && again.said.contains("已签名，不能再签"), "\(again.said)")
  #expect(!FileManager.default.fileExists(atPath: flow.folder.file("别处.pdf").path))
}

@Test func refusedAndWithdrawnDocumentsAreNotSigned() throws {
  let flow = try SigningFolder()
  let numbers = try flow.run(["status"]).output.split(separator: "\n").compactMap { line in
    line.split(separator: " ").first.map(String.init).flatMap { $0.hasPrefix("QS-") ? $0 : nil }
  }
  #expect(numbers.count == 2)
  #expect(try flow.run(["refuse", numbers[0], "--reason", "对岗位有异议"]).status == 0)
  #expect(try flow.run(["withdraw", numbers[1], "--reason", "工资写错"]).status == 0)
  #expect(try flow.run(["status"]).output.contains("共 2 份：拒签 1，已撤回 1"))
  for (file, word) in zip(try flow.contracts, ["拒签", "已撤回"]) {
    let signed = try flow.employeeSigns(file)
    #expect(signed.status != 0 && signed.said.contains(word), "\(signed.said)")
  }
  let again = try flow.run(["refuse", numbers[0], "--reason", "再次"])
  #expect(again.status == 2, "\(again.said)")
}

@Test func anInterruptedRunIsEnteredByTheNext() throws {
  let flow = try SigningFolder()
  // As if the run had been cut off before the ledger was told.
  try FileManager.default.removeItem(at: flow.folder.file("mingce.sqlite"))
  let again = try flow.run(
    ["sign", "--form", "contract", "a.json", "-o", "合同"] + flow.key("employer")
  )
  #expect(again.status == 0 && again.complaints.contains("2 份以前签过"), "\(again.said)")
  #expect(try flow.run(["status"]).output.contains("共 2 份：待签名 2"))
}

@Test func theDeadlineIsTheOperators() throws {
  let late = try SigningFolder(signs: false)
  let words = ["sign", "--form", "contract", "a.json", "-o", "合同"] + (try late.key("employer"))
  let past = try late.run(words + ["--deadline", "2020-01-01"])
  #expect(past.status == 64 && past.said.contains("已经过了"), "\(past.said)")
  #expect(try late.run(words + ["--deadline", "2099-01-01"]).status == 0)
  #expect(try late.run(["status"]).output.contains("2099-01-01"))
}

@Test func supplementsBelongToApprovedFirstContracts() throws {
  let flow = try SigningFolder(signs: false)
  let pdf = try flow.run(["forms", "supplementary-clauses", "--blank", "-o", "补充.pdf"])
  #expect(pdf.status == 0, "\(pdf.said)")
  let words = ["sign", "补充.pdf", "-o", "补充-签.pdf", "--filing", "f0000001", "--records"]
  let pending = try flow.folder.text(of: "a.json").replacing("审核通过", with: "未审核")
  try flow.folder.write(pending, to: "b.json")
  let early = try flow.run(words + ["b.json"] + flow.key("employer"))
  #expect(early.status == 2 && early.said.contains("可以签补充条款"), "\(early.said)")
  let signed = try flow.run(words + ["a.json"] + flow.key("employer"))
  #expect(signed.status == 0, "\(signed.said)")
  #expect(try flow.employeeSigns("补充-签.pdf").status == 0)
  let out = try flow.run(
    ["download", "已签/补充-签.pdf", "--records", "b.json", "-o", "发出"]
  )
  #expect(out.status == 2 && out.said.contains("还没有审核通过"), "\(out.said)")
}

@Test func withoutALedgerNothingIsEnteredOrAsked() throws {
  let flow = try SigningFolder(signs: true, "--no-ledger")
  #expect(!FileManager.default.fileExists(atPath: flow.folder.file("mingce.sqlite").path))
  #expect(try flow.employeeSigns(flow.contracts[0]).status == 0)
  let status = try flow.run(["status"])
  #expect(status.status == 66 && status.said.contains("没有名册账本"), "\(status.said)")
}
