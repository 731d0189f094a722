import Foundation
import Glibc
import TestSupport
import Testing

private let secret = ["MINGCE_KEY_PASSWORD": TestAuthority.password]

/// A folder with the certificates of five people, to be signed by the unit.
private func signingFolder(people: Int = 5) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  let filings = (1...people).map { RecordFixtures.filing($0, kind: .terminate) }
  try folder.write(RecordFixtures.document(filings), to: "a.json")
  return folder
}

private func sign(
  _ words: [String],
  as role: TestAuthority.Holder,
  in folder: TemporaryFolder
) throws -> Program.Outcome {
  let authority = try TestAuthority.shared.get()
  return try Program.mingce.run(
    ["sign"] + words + [
      "--as", role == .employee ? "employee" : "employer",
      "--key", authority.path("\(role.rawValue).p12"),
    ],
    in: folder.url,
    environment: secret
  )
}

private func verify(_ words: String..., in folder: TemporaryFolder) throws -> Program.Outcome {
  let root = try TestAuthority.shared.get().path("root.pem")
  return try Program.mingce.run(["verify", "--roots", root] + words, in: folder.url)
}

private let printing = ["--form", "certificate", "a.json", "-o", "out"]

@Test func documentsAreSignedAsTheyArePrinted() throws {
  let folder = try signingFolder()
  let signed = try sign(printing, as: .employer, in: folder)
  #expect(signed.status == 0, "\(signed.said)")
  #expect(signed.output.contains("已签名 5 份"))
  let names = try folder.names(in: "out")
  #expect(names.count == 5 && names.allSatisfy { $0.hasSuffix(".pdf") })
  let verdict = try verify("out/\(names[0])", in: folder)
  #expect(verdict.status == 0, "\(verdict.said)")
  #expect(verdict.output.contains("有效，1 个签名"))
  #expect(verdict.output.contains("签名人：\(RecordFixtures.employerName)"))
  #expect(verdict.output.contains("附带数据：与印出的文字一致"))
}

@Test func theRootsOfTwoSignersAreGivenInTwoFiles() throws {
  let folder = try signingFolder(people: 1)
  _ = try sign(printing, as: .employer, in: folder)
  let file = try "out/\(folder.names(in: "out")[0])"
  let stranger = try TestAuthority.shared.get().path("stranger.pem")
  let verdict = try verify("--roots", stranger, file, in: folder)
  #expect(verdict.status == 0, "\(verdict.said)")
}

@Test func signedDocumentsAreForArchivesAndForThoseWhoListen() throws {
  let folder = try signingFolder(people: 1)
  _ = try sign(printing, as: .employer, in: folder)
  let name = try folder.names(in: "out")[0]
  let breaches = ArchivalJudge.breaches(in: Array(try Data(contentsOf: folder.file("out/\(name)"))))
  #expect(breaches.isEmpty, "\(breaches)")
}

@Test func theEmployeeSignsBehindTheEmployer() throws {
  let folder = try signingFolder(people: 1)
  _ = try sign(printing, as: .employer, in: folder)
  let name = try folder.names(in: "out")[0]
  let first = try Data(contentsOf: folder.file("out/\(name)"))
  let signed = try sign(["out/\(name)", "-o", "both.pdf"], as: .employee, in: folder)
  #expect(signed.status == 0, "\(signed.said)")
  let both = try Data(contentsOf: folder.file("both.pdf"))
  #expect(both.starts(with: first))
  let breaches = ArchivalJudge.breaches(in: Array(both))
  #expect(breaches.isEmpty, "\(breaches)")
  let verdict = try verify("both.pdf", in: folder)
  #expect(verdict.status == 0 && verdict.output.contains("有效，2 个签名"), "\(verdict.said)")
  let check = try Program.tool("qpdf").run(["--check", "both.pdf"], in: folder.url)
  #expect(check.status == 0 && check.complaints.isEmpty, "\(check.said)")
  let again = try sign(["out/\(name)", "-o", "both.pdf"], as: .employee, in: folder)
  #expect(again.status == 0 && again.complaints.contains("1 份以前签过"))
}

@Test func aFurtherRunSignsOnlyWhatIsMissing() throws {
  let folder = try signingFolder()
  _ = try sign(printing, as: .employer, in: folder)
  let names = try folder.names(in: "out")
  let before = try Data(contentsOf: folder.file("out/\(names[0])"))
  try FileManager.default.removeItem(at: folder.file("out/\(names[1])"))
  let again = try sign(printing, as: .employer, in: folder)
  #expect(again.output.contains("已签名 1 份") && again.complaints.contains("4 份以前签过"))
  #expect(try folder.names(in: "out") == names)
  #expect(try Data(contentsOf: folder.file("out/\(names[0])")) == before)
}

@Test func whatIsSignedAlreadyIsNotReplacedByOtherContent() throws {
  let folder = try signingFolder(people: 1)
  _ = try sign(printing, as: .employer, in: folder)
  let changed = try folder.text(of: "a.json").replacing("2026", with: "2027", maxReplacements: 1)
  try folder.write(changed, to: "a.json")
  let again = try sign(printing, as: .employer, in: folder)
  #expect(again.status != 0)
  #expect(again.said.contains("没有覆盖"), "\(again.said)")
}

@Test func aKilledRunGoesOnWithoutSigningTwice() throws {
  let folder = try signingFolder(people: 60)
  let authority = try TestAuthority.shared.get()
  let run = try Program.mingce.start(
    ["sign"] + printing + ["--as", "employer", "--key", authority.path("employer.p12")],
    in: folder.url,
    environment: secret
  )
  func written() -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.file("out").path)
    return (names ?? []).filter { $0.hasSuffix(".pdf") }.sorted()
  }
  while run.process.isRunning, written().count < 10 { usleep(500) }
  kill(run.process.processIdentifier, SIGKILL)
  _ = try run.outcome()
  let first = written()
  let before = try first.map { try Data(contentsOf: folder.file("out/\($0)")) }
  let again = try sign(printing, as: .employer, in: folder)
  #expect(again.status == 0, "\(again.said)")
  #expect(written().count == 60)
  #expect(try first.map { try Data(contentsOf: folder.file("out/\($0)")) } == before)
  #expect(try verify("out/\(first[0])", in: folder).status == 0)
}

@Test func aDocumentThatCannotBePrintedKeepsNoOtherFromBeingSigned() throws {
  let folder = try TemporaryFolder()
  let filings = ["张示例", "张\u{2EBF0}", "李示例"].enumerated().map { index, name in
    RecordFixtures.filing(index + 1, kind: .terminate, name: name)
  }
  try folder.write(RecordFixtures.document(filings), to: "a.json")
  let run = try sign(printing, as: .employer, in: folder)
  #expect(run.status == 1, "\(run.said)")
  #expect(run.complaints.contains("第 2 行") && run.complaints.contains("U+2EBF0"), "\(run.said)")
  #expect(run.complaints.hasSuffix("错误：有 1 份没有签成，原因见上。\n"), "\(run.said)")
  #expect(try folder.names(in: "out").count == 2)
}

@Test func aChangedFileFailsWithAWordOnWhere() throws {
  let folder = try signingFolder(people: 1)
  _ = try sign(printing, as: .employer, in: folder)
  let path = folder.file("out/\(try folder.names(in: "out")[0])")
  var bytes = try Data(contentsOf: path)
  bytes[bytes.count / 3] ^= 1
  try bytes.write(to: folder.file("changed.pdf"))
  let verdict = try verify("changed.pdf", in: folder)
  #expect(verdict.status == 2 && verdict.output.contains("无效"))
  let told = try verify("changed.pdf", "--format", "json", in: folder)
  #expect(told.status == 2 && told.output.contains(#""isPassed":false"#))
}

@Test func passwordsAreNeitherGuessedNorTold() throws {
  let folder = try signingFolder(people: 1)
  let key = try TestAuthority.shared.get().path("employer.p12")
  let words = ["sign"] + printing + ["--as", "employer", "--key", key]
  let wrong = try Program.mingce.run(
    words,
    in: folder.url,
    environment: ["MINGCE_KEY_PASSWORD": "geheim"]
  )
  #expect(wrong.status == 1 && wrong.said.contains("密码不对") && !wrong.said.contains("geheim"))
  let none = try Program.mingce.run(words, in: folder.url)
  #expect(none.status == 64 && none.said.contains("MINGCE_KEY_PASSWORD"))
  try folder.write("\(TestAuthority.password)\n", to: "password")
  let file = try Program.mingce.run(words + ["--password-file", "password"], in: folder.url)
  #expect(file.status == 0, "\(file.said)")
}

/// Whoever sits at a terminal is asked, and what they type is not shown.
@Test(arguments: [(TestAuthority.password, Int32(0)), ("geheim", 1)])
func aPasswordIsAskedForWhereSomebodySits(_ password: String, _ status: Int32) throws {
  let folder = try signingFolder(people: 1)
  let key = try TestAuthority.shared.get().path("employer.p12")
  let (said, ended) = try Terminal.answer(
    "employer.p12”的密码：",
    with: password,
    to: .mingce,
    ["sign"] + printing + ["--as", "employer", "--key", key],
    in: folder.url
  )
  #expect(ended == status && !said.contains(password), "\(said)")
  #expect(said.contains(status == 0 ? "已签名 1 份" : "密码不对"), "\(said)")
}

@Test(arguments: [TestAuthority.Holder.employer, .employee])
func aTokenSignsAsAKeyFileDoes(_ holder: TestAuthority.Holder) throws {
  let (folder, authority) = (try signingFolder(people: 1), try TestAuthority.shared.get())
  let token = try SoftToken(of: holder, in: folder)
  let signed = try Program.mingce.run(
    ["sign"] + printing + [
      "--as", "employer", "--token", SoftToken.driver, "--token-key", token.address,
      "--certificate", authority.path("\(holder.rawValue).pem"), "--other-name",
    ],
    in: folder.url,
    environment: token.environment.merging(["MINGCE_KEY_PASSWORD": SoftToken.pin]) { $1 }
  )
  #expect(signed.status == 0, "\(signed.said)")
  let name = try folder.names(in: "out")[0]
  #expect(try verify("out/\(name)", in: folder).status == 0)
}

@Test func aWrongPINSignsNothingAndIsNotTold() throws {
  let (folder, authority) = (try signingFolder(people: 1), try TestAuthority.shared.get())
  let token = try SoftToken(of: .employer, in: folder)
  let refused = try Program.mingce.run(
    ["sign"] + printing + [
      "--as", "employer", "--token", SoftToken.driver, "--token-key", token.address,
      "--certificate", authority.path("employer.pem"),
    ],
    in: folder.url,
    environment: token.environment.merging(["MINGCE_KEY_PASSWORD": "98765432"]) { $1 }
  )
  #expect(refused.status == 1 && refused.said.contains("口令不对"))
  #expect(!refused.said.contains("98765432"))
  #expect(!FileManager.default.fileExists(atPath: folder.file("out").path))
}
