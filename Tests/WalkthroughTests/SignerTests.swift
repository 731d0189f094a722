import Diagnostics
import Foundation
import Signing
import TestSupport
import Testing

@testable import mingce

/// Authorities put numbers and purposes beside a name, and spell points and brackets in their ways.
@Test(arguments: [
  ("张示例", "张示例"), ("051@张示例@22010219900101001X@1", "张示例"), ("张示例22010219900101001X", "张示例"),
  ("张 示 例", "张示例"), ("阿卜杜拉•买买提", "阿卜杜拉·买买提"), ("Zhang Shili", "ZHANG SHILI"),
  ("长春示例（中国）有限公司", "长春示例(中国)有限公司"), ("长春示例公司(合同专用章)", "长春示例公司"),
])
func aCertificateNamesWhoeverItWasIssuedTo(_ certificate: String, _ party: String) {
  let name = SignerName(certificate: certificate, isVouchedFor: false)
  #expect(name.refusal(of: "a.pdf", as: .employee, by: ["王示例", party]) == nil)
}

@Test(arguments: [
  ("李示例", "张示例"), ("张示例丰", "张示例"), ("小张示例", "张示例"), ("阿卜杜拉·买买提", "买买提"), ("张*", "张示例"),
  ("长春示例公司长春分公司", "长春示例公司"), ("东长春示例公司", "长春示例公司"), ("Zhang Shili", "张示例"), ("", "张示例"),
])
func aLongerNameOrAnotherIsSomebodyElses(_ certificate: String, _ party: String) {
  let name = SignerName(certificate: certificate, isVouchedFor: false)
  #expect(name.refusal(of: "a.pdf", as: .employee, by: [party])?.code == "sign.name")
  // Nobody can say who signs what names nobody; and a person may know better.
  #expect(name.refusal(of: "a.pdf", as: .employee, by: []) == nil)
  let vouched = SignerName(certificate: certificate, isVouchedFor: true)
  #expect(vouched.refusal(of: "a.pdf", as: .employee, by: [party]) == nil)
}

/// What is drawn of a signature is a name, and no number.
@Test(arguments: [
  ("051@张示例@22010219900101001X@1", "张示例"), ("张示例 22010219900101001X", "张示例"), ("张示例", "张示例"),
  ("阿卜杜拉·买买提（1）", "阿卜杜拉·买买提"), ("Zhang Shili", "Zhang Shili"), ("0042", "0042"),
])
func aPersonsNameIsShownWithoutNumbers(_ certificate: String, _ shown: String) {
  #expect(SignerName(certificate: certificate, isVouchedFor: false).person == shown)
}

/// Who may sign what, as an operator meets it.
@Suite struct SignerTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let filings = ["张示例", "李示例"].enumerated().map { RecordFixtures.filing($0 + 1, name: $1) }
    try folder.write(RecordFixtures.document(filings), to: "a.json")
  }

  private func sign(
    _ words: String...,
    as role: String,
    with holder: TestAuthority.Holder
  ) throws -> Program.Outcome {
    try sign(words, as: role, with: holder)
  }

  private func sign(
    _ words: [String],
    as role: String,
    with holder: TestAuthority.Holder
  ) throws -> Program.Outcome {
    let key = try TestAuthority.shared.get().path("\(holder.rawValue).p12")
    return try Program.mingce.run(
      ["sign"] + words + ["--as", role, "--key", key],
      in: folder.url,
      environment: ["MINGCE_KEY_PASSWORD": TestAuthority.password]
    )
  }

  /// The unit signs the contracts of all records with the key of `holder`.
  private func signContracts(with holder: TestAuthority.Holder) throws -> Program.Outcome {
    try sign("--form", "contract", "a.json", "-o", "合同", as: "employer", with: holder)
  }

  private func printContracts() throws {
    let signed = try signContracts(with: .employer)
    #expect(signed.status == 0, "\(signed.said)")
  }

  /// The contract that `name` is to sign.
  private func contract(of name: String) throws -> String {
    let names = try folder.names(in: "合同")
    return "合同/" + (try #require(names.first { $0.contains(name) }, "\(names)"))
  }

  @Test func nobodySignsForAnotherPerson() throws {
    try printContracts()
    let theirs = try contract(of: "李示例")
    let refused = try sign(theirs, "-o", "已签", as: "employee", with: .employee)
    #expect(refused.status == 1, "\(refused.said)")
    #expect(refused.complaints.contains("要由劳动者本人签"), "\(refused.said)")
    #expect(refused.complaints.contains("现为“张示例”；应为李示例"), "\(refused.said)")
    #expect(try folder.names(in: "已签").isEmpty)
    let own = try sign(try contract(of: "张示例"), "-o", "已签", as: "employee", with: .employee)
    #expect(own.status == 0, "\(own.said)")
    let known = try sign(theirs, "-o", "已签", "--other-name", as: "employee", with: .employee)
    #expect(known.status == 0, "\(known.said)")
  }

  /// Whether two names are the same party's only a person knows, so it is told and changes no verdict.
  @Test func verifyingTellsOfANameThatIsNotTheDocuments() throws {
    try printContracts()
    let root = try TestAuthority.shared.get().path("root.pem")
    for (name, isOther) in [("李示例", true), ("张示例", false)] {
      let file = try contract(of: name)
      let words = [file, "-o", "\(name).pdf", "--other-name"]
      #expect(try sign(words, as: "employee", with: .employee).status == 0)
      let verify = ["verify", "--roots", root, "\(name).pdf"]
      let verdict = try Program.mingce.run(verify, in: folder.url)
      #expect(verdict.status == 0, "\(verdict.said)")
      let told = verdict.output.contains("证书上的名称不是文书上的“李示例”，请核对")
      #expect(told == isOther, "\(verdict.said)")
      #expect(!verdict.output.contains("不是文书上的“\(RecordFixtures.employerName)"))
      let json = try Program.mingce.run(verify + ["--format", "json"], in: folder.url)
      #expect(json.output.contains(#""expectedSigner":["李示例"]"#) == isOther, "\(json.said)")
    }
  }

  @Test func nobodySignsForAnotherUnit() throws {
    for holder in [TestAuthority.Holder.employee, .revoked] {
      let refused = try signContracts(with: holder)
      #expect(refused.status == 2, "\(refused.said)")
      #expect(refused.complaints.contains("要由用人单位签"), "\(refused.said)")
      #expect(refused.complaints.contains(RecordFixtures.employerName), "\(refused.said)")
    }
    #expect(!folder.holds("合同"))
    // A file that is there says by its record whose it is.
    let words = ["render", "contract", "a.json", "-o", "印好.pdf"]
    #expect(try Program.mingce.run(words, in: folder.url).status == 0)
    let there = try sign("印好.pdf", "-o", "签.pdf", as: "employer", with: .revoked)
    #expect(there.status == 1 && there.said.contains("要由用人单位签"), "\(there.said)")
    #expect(!folder.holds("签.pdf"))
    #expect(try sign("印好.pdf", "-o", "签.pdf", as: "employer", with: .employer).status == 0)
  }

  /// What has no record belongs to whom the operator named when the unit signed it.
  @Test func supplementsAreForThePersonOfTheirFiling() throws {
    try Data(
      plainPDF(
        [
          "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        ].map { Array($0.utf8) }
      )
    )
    .write(to: folder.file("补充.pdf"))
    for (number, name) in [("f0000001", "张"), ("f0000002", "李")] {
      let signed = try sign(
        "补充.pdf",
        "-o",
        "补充-\(name).pdf",
        "--filing",
        number,
        "--records",
        "a.json",
        as: "employer",
        with: .employer
      )
      #expect(signed.status == 0, "\(signed.said)")
    }
    let status = try Program.mingce.run(["status", "--mask", "M0"], in: folder.url)
    #expect(status.output.contains("李示例"), "\(status.said)")
    let other = try sign("补充-李.pdf", "-o", "已签", as: "employee", with: .employee)
    #expect(other.status == 1 && other.said.contains("应为李示例"), "\(other.said)")
    #expect(try sign("补充-张.pdf", "-o", "已签", as: "employee", with: .employee).status == 0)
  }

  /// What it would sign nobody could accept.
  @Test func aCertificateThatIsOverSignsNothing() throws {
    let refused = try signContracts(with: .expired)
    #expect(refused.status == 2 && refused.said.contains("不在有效期内"), "\(refused.said)")
    #expect(refused.said.contains("2020-01-01") && !folder.holds("合同"), "\(refused.said)")
    let cipher = try signContracts(with: .cipher)
    #expect(cipher.status == 2 && cipher.said.contains("不是用来签名的"), "\(cipher.said)")
  }

  /// What a path means follows from its spelling: one that ends in .pdf is a file, any other a folder.
  @Test func oneNameTakesOneDocument() throws {
    let both = try sign(
      "--form",
      "contract",
      "a.json",
      "-o",
      "合同.pdf",
      as: "employer",
      with: .employer
    )
    #expect(both.status == 64 && both.said.contains("-o 应为文件夹"), "\(both.said)")
    #expect(!folder.holds("合同.pdf"))
    try folder.write(RecordFixtures.document([RecordFixtures.filing(1)]), to: "b.json")
    let one = try sign(
      "--form",
      "contract",
      "b.json",
      "-o",
      "合同.pdf",
      as: "employer",
      with: .employer
    )
    #expect(one.status == 0 && one.output.contains("“合同.pdf”"), "\(one.said)")
    #expect(try Data(contentsOf: folder.file("合同.pdf")).starts(with: Data("%PDF".utf8)))
    #expect(try sign("合同.pdf", "-o", "已签", as: "employee", with: .employee).status == 0)
    #expect(try folder.names(in: "已签") == ["合同.pdf"])
    let more = try sign("合同.pdf", "合同.pdf", "-o", "x.pdf", as: "employee", with: .employee)
    #expect(more.status == 64, "\(more.said)")
  }
}
