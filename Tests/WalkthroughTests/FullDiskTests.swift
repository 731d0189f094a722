import Foundation
import TestSupport
import Testing

/// A disk that takes no more, or a folder that takes nothing, costs nothing that was archived before.
@Suite struct FullDiskTests {
  private let bench: ArchiveBench

  init() throws {
    bench = try ArchiveBench()
  }

  /// Runs `mingce archive add` where no file may be longer than `kilobytes`; the signal of that is ignored, as it is for
  /// a full disk, so that writing fails with an error (setrlimit(2)).
  private func addWithin(_ kilobytes: Int, _ path: String) throws -> Program.Outcome {
    let script = "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$0\" archive add \"$1\""
    return try Program(path: "/bin/bash").run(
      ["-c", script, Program.mingce.path, path],
      in: bench.folder.url
    )
  }

  @Test(arguments: [0, 1, 4, 8, 12, 16, 24, 40, 64, 100])
  func aFileThatCannotGrowCostsNothing(_ kilobytes: Int) throws {
    try bench.addFile(1, to: "in/1.pdf")
    try bench.addFile(2, to: "in/2.pdf")
    #expect(try bench.run("add", "in/1.pdf").status == 0)
    let cut = try addWithin(kilobytes, "in/2.pdf")
    #expect([0, 73].contains(cut.status), "\(cut.status) \(cut.said)")
    #expect(try bench.run("verify").status == 0)
    let again = try bench.run("add", "in")
    #expect(again.status == 0, "\(again.said)")
    #expect(try bench.bags().count == 2)
    #expect(try bench.indexed() == bench.bags())
    #expect(try bench.run("verify").status == 0)
  }

  /// What an approved list names is there, or it is destroyed and registered, once there is room again.
  @Test(arguments: [0, 1, 4, 16, 40, 100])
  func aRegisterThatCannotBeWrittenDestroysNothing(_ kilobytes: Int) throws {
    let later = ["SOURCE_DATE_EPOCH": "4000000000"]
    func run(_ words: String...) throws -> Program.Outcome {
      try Program.mingce.run(["archive"] + words, in: bench.folder.url, environment: later)
    }
    for number in 1...3 { try bench.addFile(number, to: "in/\(number).pdf") }
    #expect(try bench.run("add", "in", "--retention", "1年").status == 0)
    #expect(try run("due", "-o", "清册.csv").status == 0)
    let list = try bench.folder.text(of: "清册.csv")
    let approved = list.replacing(",,,,\r\n", with: ",销毁,王示例,2096-01-05,\r\n")
    try bench.folder.write(approved, to: "清册.csv")
    let script = "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$0\" archive destroy --list 清册.csv"
    let cut = try Program(path: "/bin/bash").run(
      ["-c", script, Program.mingce.path],
      in: bench.folder.url,
      environment: later
    )
    #expect([0, 73].contains(cut.status), "\(cut.status) \(cut.said)")
    let verified = try bench.run("verify")
    #expect(verified.status == 0, "\(verified.said)")
    #expect(try [0, 3].contains(bench.bags().count) && bench.indexed() == bench.bags())
    #expect(try run("destroy", "--list", "清册.csv").status == 0)
    #expect(try bench.bags().isEmpty && bench.run("verify").status == 0)
    #expect(try bench.run("show", try bench.code(of: "in/1.pdf")).complaints.contains("王示例"))
  }

  @Test func whyItFailedIsSaid() throws {
    try bench.addFile(1, to: "1.pdf")
    let cut = try addWithin(1, "1.pdf")
    #expect(cut.status == 73 && cut.complaints.contains("文件超过系统允许的大小"), "\(cut.said)")
    #expect(cut.output.contains("已归档 0 件"))
  }

  /// A disk of a megabyte, which only a namespace of one's own can make without the system's leave.
  @Test(.enabled(if: SmallDisk.isPossible))
  func aFullDiskCostsNothing() throws {
    for number in 0..<300 { try bench.addFile(number, to: "in/\(number).pdf") }
    let script = """
      mkdir disk && mount -t tmpfs -o size=2m tmpfs disk
      "$0" archive add in --archive disk/a; echo "first $?"
      rm -f disk/none; "$0" archive verify --archive disk/a; echo "verified $?"
      """
    let run = try SmallDisk.run(script, in: bench.folder.url)
    #expect(run.output.contains("first 73") && run.complaints.contains("空间"), "\(run.said)")
    #expect(run.output.contains("verified 0"), "\(run.said)")
  }

  @Test(.enabled(if: SmallDisk.isPossible))
  func aFolderThatTakesNothingIsSaidAndRead() throws {
    try bench.addFile(1, to: "1.pdf")
    try bench.addFile(2, to: "2.pdf")
    #expect(try bench.run("add", "1.pdf").status == 0)
    let script = """
      mount --bind archive archive && mount -o remount,bind,ro archive
      "$0" archive add 2.pdf; echo "added $?"
      "$0" archive find --limit 9; echo "found $?"
      "$0" archive verify; echo "verified $?"
      """
    let run = try SmallDisk.run(script, in: bench.folder.url)
    #expect(run.output.contains("added 73") && run.complaints.contains("只读"), "\(run.said)")
    #expect(run.output.contains("列出 1 件") && run.output.contains("found 0"), "\(run.said)")
    #expect(run.output.contains("verified 0"), "\(run.said)")
  }
}
