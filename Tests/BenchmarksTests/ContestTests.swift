import Foundation
import Testing

@testable import mingce_bench

@Suite struct ContestTests {
  @Test func ourProgramRunsFirstInEveryContest() {
    #expect(Contest.all.allSatisfy { $0.racers.first?.name == "mingce" })
  }

  @Test func peersReadTheTextsAndWeTheRecords() throws {
    let contest = try #require(Contest.all.first)
    let arguments = contest.racers.map { $0.arguments("in.json", "texts.json", "out.pdf") }
    #expect(arguments.count == 3)
    #expect(arguments[0].contains("in.json") && !arguments[0].contains("texts.json"))
    #expect(
      arguments.dropFirst().allSatisfy { $0.contains("texts.json") && !$0.contains("in.json") }
    )
    #expect(arguments.allSatisfy { $0.contains("out.pdf") })
  }

  @Test func everyScriptOfAPeerIsThere() {
    for peer in Contest.all.flatMap(\.peers) {
      let script = peer.arguments("", "", "")[0]
      #expect(FileManager.default.isReadableFile(atPath: script), "\(script)")
    }
  }

  @Test func filesOfAFolderAreCountedTogether() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "made-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, size) in [("a.txt", 3), ("b.txt", 4)] {
      try Data(count: size).write(to: folder.appending(path: name))
    }
    let made = MadeFiles(at: folder)
    #expect(made.count == 2 && made.bytes == 7 && made.pages == nil)
    #expect(MadeFiles(at: folder.appending(path: "a.txt")).bytes == 3)
    #expect(MadeFiles(at: folder.appending(path: "missing")).count == 0)
  }
}
