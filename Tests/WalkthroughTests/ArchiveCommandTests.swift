import Archive
import Foundation
import TestSupport
import Testing

/// What an operator does with an archive, from the first document to its renewal.
@Suite struct ArchiveCommandTests {
  private let bench: ArchiveBench

  init() throws {
    bench = try ArchiveBench()
  }

  /// Prints the certificates of some people into `out`.
  private func printCertificates(_ people: ClosedRange<Int> = 1...2) throws {
    let names = ["张示例", "李㛃"]
    let filings = people.map {
      RecordFixtures.filing($0, kind: .terminate, name: names[$0 - 1])
    }
    try bench.folder.write(RecordFixtures.document(filings), to: "a.json")
    let printed = try Program.mingce.run(
      ["render", "certificate", "a.json", "-o", "out", "--split"],
      in: bench.folder.url
    )
    #expect(printed.status == 0, "\(printed.said)")
  }

  private func aBag() throws -> URL { bench.bag(try #require(try bench.bags().first)) }

  @Test func aDocumentIsArchivedFoundAndShown() throws {
    try printCertificates()
    let added = try bench.run("add", "out")
    #expect(added.status == 0, "\(added.said)")
    #expect(added.output.contains("已归档 2 件") && added.output.contains("10年"))
    let found = try bench.run(
      "find",
      "张示",
      "--unit",
      "精密",
      "--kind",
      "证明书",
      "--from",
      "2026-11-01"
    )
    #expect(
      found.output.contains("列出 1 件") && found.output.contains("JZ-2026-000001"),
      "\(found.said)"
    )
    #expect(!found.output.contains("张示例") && found.output.contains("张*"))
    let shown = try bench.run("show", String(try #require(bench.codes(in: found).first).prefix(6)))
    #expect(shown.status == 0, "\(shown.said)")
    for part in ["保管期限：10年", "data/document.pdf", "data/record.json", "JZ-2026-000001"] {
      #expect(shown.output.contains(part), "\(part) in \(shown.output)")
    }
    #expect(!shown.output.contains("张示例"))
    let open = try bench.run("find", "张示", "--mask", "M0")
    #expect(open.output.contains("张示例"))
  }

  /// A signer is a person like those whom the document names; the employer is none.
  @Test func whoSignedIsShownAsOthersAre() throws {
    try bench.folder.write(RecordFixtures.document([RecordFixtures.filing(1)]), to: "a.json")
    let authority = try TestAuthority.shared.get()
    for (role, words) in [
      ("employer", ["--form", "contract", "a.json", "-o", "一.pdf"]),
      ("employee", ["一.pdf", "-o", "二.pdf"]),
    ] {
      let signed = try Program.mingce.run(
        ["sign", "--no-ledger", "--as", role, "--key", authority.path("\(role).p12")] + words,
        in: bench.folder.url,
        environment: ["MINGCE_KEY_PASSWORD": TestAuthority.password]
      )
      #expect(signed.status == 0, "\(signed.said)")
    }
    _ = try bench.run("add", "二.pdf")
    let code = try #require(try bench.bags().first)
    let shown = try bench.run("show", code).output
    #expect(!shown.contains("张示例") && shown.contains("B-B　张**　"), "\(shown)")
    #expect(shown.contains("B-B　\(RecordFixtures.employerName)　"), "\(shown)")
    #expect(try bench.run("show", code, "--mask", "M0").output.contains("B-B　张示例　"))
  }

  @Test func aPersonIsFoundByTheWholeNumberThatIsNeverShown() throws {
    try printCertificates()
    _ = try bench.run("add", "out")
    let record = try bench.folder.text(of: "a.json")
    let match = try #require(record.firstMatch(of: /"idNumber":"(\d{17}[\dX])","sex"/))
    let number = String(match.output.1)
    let found = try bench.run("find", "--id", number)
    #expect(found.output.contains("列出 1 件"), "\(found.said)")
    let code = try #require(bench.codes(in: found).first)
    for said in [found.said, try bench.run("show", code, "--mask", "M0").said] {
      #expect(!said.contains(number))
    }
  }

  @Test func whatIsThereIsToldAndNotKeptAgain() throws {
    try bench.addFile(1, to: "1.pdf")
    try bench.addFile(1, to: "同.pdf")
    let first = try bench.run("add", "1.pdf", "同.pdf")
    #expect(first.output.contains("已归档 1 件") && first.complaints.contains("1 件以前归档过"))
    let again = try bench.run("add", "1.pdf")
    #expect(again.status == 0 && again.output.contains("已归档 0 件"))
    #expect(try bench.bags().count == 1)
  }

  @Test func whatIsNoSoundDocumentIsRefusedAndTheOthersGoOn() throws {
    try bench.addFile(1, to: "in/1.pdf")
    try bench.folder.write("不是", to: "in/2.pdf")
    try bench.folder.write("", to: "in/3.PDF")
    try bench.folder.write("文字", to: "in/4.txt")
    let added = try bench.run("add", "in", "没有.pdf")
    #expect(added.status == 2, "\(added.said)")
    for part in ["“2.pdf”不是完好的 PDF 文件", "“3.PDF”", "另有 1 个文件不是 PDF", "没有.pdf", "有 3 个文件没有归档"] {
      #expect(added.complaints.contains(part), "\(part) in \(added.complaints)")
    }
    #expect(try bench.bags().count == 1)
  }

  @Test func aBagCanBeCheckedWithoutThisProgram() throws {
    try printCertificates(1...1)
    _ = try bench.run("add", "out")
    for manifest in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
      let check = try Program.tool("sha256sum").run(
        ["--check", "--strict", manifest],
        in: try aBag()
      )
      #expect(check.status == 0, "\(check.said)")
    }
  }

  @Test func aChangedByteInAnyFileIsFoundAndNamed() throws {
    try printCertificates(1...1)
    _ = try bench.run("add", "out")
    let bag = try aBag()
    for (name, bytes) in try fileContents(below: bag) {
      var changed = bytes
      changed[changed.count / 2] ^= 1
      try changed.write(to: bag.appending(path: name))
      let verified = try bench.run("verify")
      #expect(verified.status == 2, "\(name): \(verified.said)")
      #expect(
        name.hasPrefix("tag") || verified.complaints.contains(name),
        "\(name): \(verified.said)"
      )
      try bytes.write(to: bag.appending(path: name))
    }
    #expect(try bench.run("verify").status == 0)
  }

  @Test func whatIsMissingAddedOrLostIsTold() throws {
    for number in 1...3 { try bench.addFile(number, to: "\(number).pdf") }
    _ = try bench.run("add", "1.pdf", "2.pdf", "3.pdf")
    let codes = try bench.bags()
    let files = FileManager.default
    try files.removeItem(at: bench.bag(codes[0]).appending(path: "data/document.pdf"))
    try Data([1]).write(to: bench.bag(codes[1]).appending(path: "data/x"))
    try files.createSymbolicLink(
      at: bench.bag(codes[1]).appending(path: "link"),
      withDestinationURL: URL(filePath: "/etc/passwd")
    )
    try files.removeItem(at: bench.bag(codes[2]))
    try bench.folder.write("", to: "archive/bags/zz")
    let verified = try bench.run("verify")
    #expect(verified.status == 2)
    for part in [
      "\(codes[0])：缺少文件 data/document.pdf", "\(codes[1])：多出文件 data/x",
      "\(codes[1])：link 读不出来", "\(codes[2])：整个不见了", "bags/zz 不是数据包", "发现 5 处问题",
    ] {
      #expect(verified.said.contains(part), "\(part) in \(verified.said)")
    }
  }

  @Test func aBagThatWasWrittenAnewIsFoundByTheIndex() throws {
    try bench.addFile(1, to: "1.pdf")
    _ = try bench.run("add", "1.pdf")
    let bag = try aBag()
    let script = """
      sed -i s/mingce/mancer/ bag-info.txt
      sha256sum bag-info.txt bagit.txt manifest-sha256.txt metadata.xml > tagmanifest-sha256.txt
      """
    _ = try Program(path: "/bin/bash").run(["-c", script], in: bag)
    let verified = try bench.run("verify")
    #expect(verified.status == 2 && verified.complaints.contains("重写过"), "\(verified.said)")
  }

  @Test func aMissingOrDamagedIndexIsMadeAnewByItself() throws {
    for number in 1...3 { try bench.addFile(number, to: "\(number).pdf") }
    _ = try bench.run("add", "1.pdf", "2.pdf", "3.pdf")
    let before = try bench.indexed()
    func index() throws -> URL {
      let names = try bench.folder.names(in: "archive").filter { $0.hasPrefix("index-") }
      #expect(names.count == 1, "\(names)")
      return bench.folder.file("archive/\(names[0])")
    }
    let bytes = try Data(contentsOf: index())
    for damaged in [Data(), bytes.prefix(5000), Data(repeating: 1, count: 9000)] {
      try damaged.write(to: index())
      #expect(try bench.indexed() == before)
    }
    try FileManager.default.removeItem(at: index())
    #expect(try bench.indexed() == before)
    #expect(try bench.run("index").output.contains("已重建索引：3 件"))
    #expect(try bench.indexed() == before)
  }

  @Test func aBagIsExportedWholeAndNothingIsReplaced() throws {
    try bench.addFile(1, to: "1.pdf")
    _ = try bench.run("add", "1.pdf")
    let code = try bench.code(of: "1.pdf")
    let exported = try bench.run("export", code, "-o", "移交")
    #expect(exported.status == 0, "\(exported.said)")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: bench.folder.file("移交").path).first
    )
    #expect(name.hasSuffix("_\(code)_v1") && name.allSatisfy(\.isASCII))
    #expect(
      try fileContents(below: bench.folder.file("移交/\(name)")) == fileContents(below: try aBag())
    )
    let again = try bench.run("export", code, "-o", "移交")
    #expect(again.status == 73 && again.complaints.contains("已有同名的文件"), "\(again.said)")
    try Data([1]).write(to: try aBag().appending(path: "data/document.pdf"))
    let broken = try bench.run("export", code, "-o", "别处")
    #expect(
      broken.status == 2 && broken.complaints.contains("data/document.pdf 被改动"),
      "\(broken.said)"
    )
    #expect(try bench.folder.names(in: "别处").isEmpty)
  }

  @Test func termsThatAreOverAreListed() throws {
    for number in 1...2 { try bench.addFile(number, to: "\(number).pdf") }
    _ = try bench.run("add", "1.pdf", "--retention", "1年")
    _ = try bench.run("add", "2.pdf", "--retention", "永久")
    let later = try Program.mingce.run(
      ["archive", "find", "--expired"],
      in: bench.folder.url,
      environment: ["SOURCE_DATE_EPOCH": "4000000000"]
    )
    #expect(later.output.contains("列出 1 件"), "\(later.said)")
    #expect(later.output.contains(try bench.code(of: "1.pdf")))
    #expect(try bench.run("find", "--expired").output.contains("列出 0 件"))
  }

  @Test func whatIsAskedForInVainIsSaid() throws {
    let none = try bench.run("find", "张三")
    #expect(none.status == 66 && none.complaints.contains("没有档案库"), "\(none.said)")
    try bench.addFile(1, to: "1.pdf")
    _ = try bench.run("add", "1.pdf")
    let unknown = try bench.run("show", "zz")
    #expect(unknown.status == 66 && unknown.complaints.contains("没有档号“zz”"), "\(unknown.said)")
    let term = try bench.run("add", "1.pdf", "--retention", "很久")
    #expect(term.status == 64, "\(term.said)")
  }
}
