import Archive
import Foundation
import TestSupport
import Testing

/// A roster with its certificates in one bag.
@Suite struct DossierCommandTests {
  private let bench: ArchiveBench

  init() throws {
    bench = try ArchiveBench()
    let filings = zip(1...2, ["张示例", "李㛃"]).map {
      RecordFixtures.filing($0, kind: .terminate, name: $1)
    }
    try bench.folder.write(RecordFixtures.document(filings), to: "a.json")
    for words in [
      ["certificate", "a.json", "-o", "证明书", "--split"],
      ["roster-termination", "a.json", "-o", "名册.pdf"],
    ] {
      let printed = try Program.mingce.run(["render"] + words, in: bench.folder.url)
      #expect(printed.status == 0, "\(printed.said)")
    }
  }

  private func add() throws -> Program.Outcome {
    try bench.run("add", "名册.pdf", "证明书", "--dossier", "十一月终止备案")
  }

  @Test func allOfItIsOneBagThatIsFoundByEveryPerson() throws {
    let added = try add()
    #expect(added.status == 0 && added.output.contains("案卷，3件"), "\(added.said)")
    #expect(added.output.contains("已归档 1 件") && added.output.contains("30年"), "\(added.said)")
    #expect(try bench.bags().count == 1)
    for word in ["张示例", "李㛃", "终止备案", "证明书"] {
      let found = try bench.run("find", word)
      #expect(found.output.contains("列出 1 件"), "\(word): \(found.said)")
    }
    let code = try #require(try bench.bags().first)
    let shown = try bench.run("show", code)
    for part in ["案卷：3 件", "data/0001/document.pdf", "data/0003/record.json", "JZ-2026-000001"] {
      #expect(shown.output.contains(part), "\(part) in \(shown.output)")
    }
    #expect(try bench.run("verify").status == 0)
    #expect(try add().complaints.contains("1 件以前归档过"))
    #expect(try bench.run("index").output.contains("1 件") && bench.indexed() == [code])
  }

  @Test func itCanBeCheckedWithoutThisProgramAndExported() throws {
    _ = try add()
    let code = try #require(try bench.bags().first)
    let check = try Program.tool("sha256sum").run(
      ["--check", "--strict", "manifest-sha256.txt"],
      in: bench.bag(code)
    )
    #expect(check.status == 0, "\(check.said)")
    let exported = try bench.run("export", code, "-o", "移交")
    #expect(exported.status == 0, "\(exported.said)")
    try Data([1]).write(to: bench.bag(code).appending(path: "data/0002/document.pdf"))
    let verified = try bench.run("verify")
    #expect(verified.complaints.contains("data/0002/document.pdf 被改动"), "\(verified.said)")
  }

  @Test func oneBadFileLeavesNothingBehind() throws {
    try bench.folder.write("不是", to: "证明书/坏.pdf")
    let added = try add()
    #expect(added.status == 2 && added.complaints.contains("整卷没有归档"), "\(added.said)")
    #expect(try bench.bags().isEmpty)
    let alone = try bench.run("add", "名册.pdf", "名册.pdf", "--dossier", "一件")
    #expect(alone.status == 2 && alone.complaints.contains("archive.dossier"), "\(alone.said)")
    #expect(try bench.run("add", "名册.pdf", "--dossier", " ").status == 64)
  }
}
