import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct KilledRunTests {
  @Test func aKilledRunLeavesTheOldFileAsItWas() throws {
    let folder = try TemporaryFolder()
    try folder.write(RecordFixtures.jsonLines(rows: 1500), to: "a.jsonl")
    try folder.write("旧", to: "out/a.pdf")
    let run = try Program.mingce.start(
      ["render", "roster-new", "a.jsonl", "-o", "out/a.pdf"],
      in: folder.url
    )
    // The file under work has a name of its own; once it is there, the run is in the middle of its pages.
    while run.process.isRunning, try folder.names(in: "out") == ["a.pdf"] { usleep(2000) }
    kill(run.process.processIdentifier, SIGKILL)
    let outcome = try run.outcome()
    #expect(run.process.terminationReason == .uncaughtSignal, "\(outcome.said)")
    #expect(try folder.text(of: "out/a.pdf") == "旧")
  }

  /// Files by themselves are not waited for, and still none is there before it is whole.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func aKilledRunOfManyFilesLeavesWholeOnesOnly(_ seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let filings = (1...400).map { RecordFixtures.filing($0, kind: .terminate) }
    try folder.write(RecordFixtures.document(filings), to: "a.json")
    let run = try Program.mingce.start(
      ["render", "certificate", "a.json", "-o", "out", "--split", "--format", "pdf,html"],
      in: folder.url
    )
    // Other names come and go while one looks.
    func written() -> [String] {
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.file("out").path)
      return (names ?? []).filter { $0.hasSuffix(".pdf") || $0.hasSuffix(".html") }
    }
    var random = SeededGenerator(seed: seed)
    let wanted = Int.random(in: 1...150, using: &random)
    while run.process.isRunning, written().count < wanted { usleep(500) }
    kill(run.process.processIdentifier, SIGKILL)
    let outcome = try run.outcome()
    #expect(run.process.terminationReason == .uncaughtSignal, "\(outcome.said)")
    #expect(written().count >= wanted)
    for name in written() {
      let bytes = try Data(contentsOf: folder.file("out/\(name)"))
      let ending = name.hasSuffix(".pdf") ? "%%EOF\n" : "</html>\n"
      #expect(bytes.suffix(ending.utf8.count) == Data(ending.utf8), "seed \(seed): \(name)")
    }
  }
}
