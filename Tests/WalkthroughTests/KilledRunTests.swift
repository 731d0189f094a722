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
}
