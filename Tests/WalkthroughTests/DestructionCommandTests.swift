import Archive
import Foundation
import TestSupport
import Testing

/// From the end of a term to the destruction of what an approved list names.
@Suite struct DestructionCommandTests {
  private let bench: ArchiveBench

  init() throws {
    bench = try ArchiveBench()
    for number in 1...3 { try bench.addFile(number, to: "\(number).pdf") }
    _ = try bench.run("add", "1.pdf", "2.pdf", "--retention", "1年")
    _ = try bench.run("add", "3.pdf", "--retention", "永久")
  }

  /// Runs `mingce archive` long after the terms are over.
  @discardableResult
  private func later(_ words: String...) throws -> Program.Outcome {
    try Program.mingce.run(
      ["archive"] + words,
      in: bench.folder.url,
      environment: ["SOURCE_DATE_EPOCH": "4000000000"]
    )
  }

  /// Writes the list, and fills in the row of each file as `opinions` say.
  private func approve(
    _ opinions: [String: String],
    change: (String) -> String = { $0 }
  ) throws {
    let written = try later("due", "-o", "清册.csv")
    #expect(written.status == 0, "\(written.said)")
    var lines = try bench.folder.text(of: "清册.csv").split(separator: "\r\n").map(String.init)
    for (name, opinion) in opinions {
      let code = try bench.code(of: name)
      let row = try #require(lines.firstIndex { $0.contains(code) })
      lines[row] = lines[row].trimmed + "," + opinion
    }
    try bench.folder.write(change(lines.joined(separator: "\r\n") + "\r\n"), to: "清册.csv")
  }

  @Test func nothingIsDueBeforeItsTime() throws {
    let due = try bench.run("due")
    #expect(due.status == 0 && due.output.contains("没有到期的文书"), "\(due.said)")
    let ahead = try bench.run("due", "--on", "2099-01-01")
    #expect(ahead.output.contains("到期 2 件"), "\(ahead.said)")
    #expect(ahead.output.contains(try bench.code(of: "1.pdf")))
    #expect(!ahead.output.contains(try bench.code(of: "3.pdf")))
  }

  @Test func theListCanBePrintedAndSigned() throws {
    let written = try later("due", "-o", "清册.pdf")
    #expect(written.status == 0, "\(written.said)")
    let text = try pageTexts(ofPDF: bench.folder.file("清册.pdf")).joined()
    for part in [
      "档案销毁清册", "文号", "应保管期限", "已保管期限", "销毁时间", "监销人", "批准人", "1年",
    ] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
    #expect(try later("due", "-o", "清册.txt").status == 64)
  }

  @Test func onlyWhatIsApprovedIsDestroyedAndTheRegisterStays() throws {
    try approve(["1.pdf": "销毁,王示例,2096-01-05", "2.pdf": "保留,,"])
    let (one, two) = (try bench.code(of: "1.pdf"), try bench.code(of: "2.pdf"))
    let checked = try later("destroy", "--list", "清册.csv", "--dry-run")
    #expect(checked.output.contains("可以销毁 1 件"), "\(checked.said)")
    #expect(try bench.bags().count == 3)
    let done = try later("destroy", "--list", "清册.csv")
    #expect(done.status == 0 && done.output.contains("已销毁 1 件"), "\(done.said)")
    #expect(done.complaints.contains("1 件没有批准销毁"))
    #expect(try !bench.bags().contains(one) && bench.bags().contains(two))
    #expect(try !bench.indexed().contains(one))
    let shown = try bench.run("show", one)
    for part in ["2096-10-02 销毁", "王示例于 2096-01-05 批准", "销毁清册第 1 册"] {
      #expect(shown.complaints.contains(part), "\(part) in \(shown.said)")
    }
    #expect(try bench.run("verify").status == 0)
    // The index is made of the registers too.
    #expect(try bench.run("index").status == 0)
    #expect(try bench.run("show", one).complaints.contains("销毁清册第 1 册"))
    let again = try later("destroy", "--list", "清册.csv")
    #expect(again.status == 0 && again.complaints.contains("1 件以前已经销毁"), "\(again.said)")
    let added = try later("add", "1.pdf")
    #expect(added.status == 2 && added.complaints.contains("archive.gone"), "\(added.said)")
  }

  @Test(arguments: [
    "销毁,,2096-01-05", "销毁,王示例,", "销毁,王示例,2099-01-01", "销毁,王示例,昨天", "毁掉,王示例,2096-01-05",
  ])
  func aRowThatIsNotProperlyApprovedStopsTheWholeList(_ opinion: String) throws {
    try approve(["1.pdf": "销毁,王示例,2096/1/5", "2.pdf": opinion])
    let done = try later("destroy", "--list", "清册.csv")
    #expect(done.status == 2 && done.complaints.contains("一件也没有销毁"), "\(done.said)")
    #expect(done.complaints.contains("archive.approval") && done.complaints.contains("清册.csv第"))
    #expect(try bench.bags().count == 3)
  }

  @Test func aListThatDoesNotFitTheArchiveIsRefused() throws {
    let (one, three) = (try bench.code(of: "1.pdf"), try bench.code(of: "3.pdf"))
    let approval = "销毁,王示例,2096-01-05"
    // Another document's code, one that is kept for good, and one that nobody knows.
    for code in [try bench.code(of: "2.pdf"), three, "0123456789abcdef"] {
      try approve(["1.pdf": approval]) { $0.replacing(one + ",", with: code + ",") }
      let done = try later("destroy", "--list", "清册.csv")
      #expect(done.status == 2 && done.complaints.contains("一件也没有销毁"), "\(done.said)")
    }
    try bench.folder.write("甲,乙\r\n1,2\r\n", to: "清册.csv")
    let foreign = try later("destroy", "--list", "清册.csv")
    #expect(foreign.status == 2 && foreign.complaints.contains("archive.list"), "\(foreign.said)")
    #expect(try bench.bags().count == 3)
  }

  /// Prints the list with the opinions in it, and has it signed long after the terms are over.
  private func approveBySignature(_ opinions: [String: String]) throws {
    try approve(opinions)
    let printed = try later("due", "--opinions", "清册.csv", "-o", "清册.pdf")
    #expect(printed.status == 0, "\(printed.said)")
    let key = try TestAuthority.shared.get().path("employer.p12")
    let signed = try Program.mingce.run(
      ["sign", "清册.pdf", "--as", "employer", "--key", key, "--no-ledger", "-o", "已签.pdf"],
      in: bench.folder.url,
      environment: [
        "MINGCE_KEY_PASSWORD": TestAuthority.password, "SOURCE_DATE_EPOCH": "4000000000",
      ]
    )
    #expect(signed.status == 0, "\(signed.said)")
  }

  private func root() throws -> String { try TestAuthority.shared.get().path("root.pem") }

  @Test func aSignedListIsApprovedByItsSignatures() throws {
    try approveBySignature(["1.pdf": "销毁", "2.pdf": "保留"])
    let verdict = try Program.mingce.run(
      ["verify", "已签.pdf", "--roots", root()],
      in: bench.folder.url,
      environment: ["SOURCE_DATE_EPOCH": "4000000000"]
    )
    #expect(verdict.output.contains("附带数据：与印出的文字一致"), "\(verdict.said)")
    let file = Array(try Data(contentsOf: bench.folder.file("已签.pdf")))
    let breaches = ArchivalJudge.breaches(in: file)
    #expect(breaches.isEmpty, "\(breaches)")
    let done = try later("destroy", "--list", "已签.pdf", "--roots", root())
    #expect(done.status == 0 && done.output.contains("已销毁 1 件"), "\(done.said)")
    let one = try bench.code(of: "1.pdf")
    #expect(try !bench.bags().contains(one))
    #expect(try bench.bags().contains(try bench.code(of: "2.pdf")))
    let shown = try bench.run("show", one).complaints
    #expect(shown.contains("\(RecordFixtures.employerName)于 2096-10-02 批准"), "\(shown)")
  }

  @Test func aListWhoseSignaturesDoNotHoldIsNotFollowed() throws {
    try approveBySignature(["1.pdf": "销毁", "2.pdf": "保留"])
    let (signed, plain) = (bench.folder.file("已签.pdf"), bench.folder.file("清册.pdf"))
    var bytes = try Data(contentsOf: signed)
    bytes[bytes.count / 3] ^= 1
    try bytes.write(to: bench.folder.file("改过.pdf"))
    let stranger = try TestAuthority.shared.get().path("stranger.pem")
    for words in [
      ["改过.pdf", "--roots", try root()], ["清册.pdf", "--roots", try root()], ["已签.pdf"],
      ["已签.pdf", "--roots", stranger],
    ] {
      let done = try Program.mingce.run(
        ["archive", "destroy", "--list"] + words,
        in: bench.folder.url,
        environment: ["SOURCE_DATE_EPOCH": "4000000000"]
      )
      #expect(done.status == 2 && done.complaints.contains("archive.approval"), "\(done.said)")
    }
    #expect(try Data(contentsOf: signed).starts(with: Data(contentsOf: plain)))
    #expect(try bench.bags().count == 3)
  }

  /// A signed file that is no list approves nothing.
  @Test func anotherSignedFileIsNoList() throws {
    let key = try TestAuthority.shared.get().path("employer.p12")
    for words in [
      ["forms", "certificate", "--blank", "-o", "空白.pdf"],
      ["sign", "空白.pdf", "--as", "employer", "--key", key, "--no-ledger", "-o", "别的.pdf"],
    ] {
      let run = try Program.mingce.run(
        words,
        in: bench.folder.url,
        environment: ["MINGCE_KEY_PASSWORD": TestAuthority.password]
      )
      #expect(run.status == 0, "\(run.said)")
    }
    let done = try later("destroy", "--list", "别的.pdf", "--roots", root())
    #expect(done.status == 2 && done.complaints.contains("archive.list"), "\(done.said)")
  }

  @Test func opinionsAreOnWhatIsDueOnly() throws {
    let two = try bench.code(of: "2.pdf")
    try approve(["1.pdf": "销毁"])
    let usage = try later("due", "--opinions", "清册.csv", "-o", "清册.xlsx")
    #expect(usage.status == 64, "\(usage.said)")
    try approve(["1.pdf": "销毁"]) { $0.replacing(two, with: "0123456789abcdef") }
    let strange = try later("due", "--opinions", "清册.csv", "-o", "清册.pdf")
    #expect(strange.status == 2, "\(strange.said)")
    #expect(strange.complaints.contains("archive.opinion"))
    #expect(!bench.folder.holds("清册.pdf"))
  }

  @Test func beforeTheDayNothingIsDestroyed() throws {
    try approve(["1.pdf": "销毁,王示例,2020-01-05"])
    let done = try bench.run("destroy", "--list", "清册.csv")
    #expect(done.status == 2 && done.complaints.contains("到期日期不对"), "\(done.said)")
    #expect(try bench.bags().count == 3)
  }

  @Test func whatComesBackOrIsChangedInTheRegistersIsTold() throws {
    try approve(["1.pdf": "销毁,王示例,2096-01-05", "2.pdf": "保留,,"])
    let bag = bench.bag(try bench.code(of: "1.pdf"))
    let backup = bench.folder.file("备份")
    try FileManager.default.copyItem(at: bag, to: backup)
    _ = try later("destroy", "--list", "清册.csv")
    try FileManager.default.copyItem(at: backup, to: bag)
    _ = try bench.run("index")
    let verified = try bench.run("verify")
    #expect(verified.status == 2 && verified.complaints.contains("fixity.returned"))
    // The same list takes it away again.
    #expect(try later("destroy", "--list", "清册.csv").output.contains("已销毁 1 件"))
    #expect(try bench.run("verify").status == 0)
    let first = bench.folder.file("archive/destroyed/000001.xml")
    let text = try String(contentsOf: first, encoding: .utf8)
    try text.replacing("王示例", with: "李示例").write(to: first, atomically: true, encoding: .utf8)
    let changed = try bench.run("verify")
    #expect(changed.status == 2 && changed.complaints.contains("第 1 册被改动"), "\(changed.said)")
  }
}

extension String {
  /// Without the empty cells at the end of a line of CSV.
  fileprivate var trimmed: String {
    var text = self
    while text.hasSuffix(",") { text.removeLast() }
    return text
  }
}
