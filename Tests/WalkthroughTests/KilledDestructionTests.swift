import Foundation
import Glibc
import TestSupport
import Testing

/// A process that destroys may be killed at any moment: what the list names is destroyed and registered, or it is there.
@Suite struct KilledDestructionTests {
  private let bench: ArchiveBench
  private static let (runs, files) = (40, 6)
  private static let later = ["SOURCE_DATE_EPOCH": "4000000000"]

  init() throws {
    bench = try ArchiveBench()
  }

  @Test func aDocumentIsDestroyedAndRegisteredOrThere() throws {
    var (killed, destroyed) = (0, Set<String>())
    for run in 0..<Self.runs {
      let codes = try archive(run)
      try approve()
      if try killARun(run) { killed += 1 }
      try checkThatNothingIsHalf()
      let there = Set(try bench.bags())
      // All of the list or none of it, and a list that was not carried out can be carried out again.
      #expect(codes.isSubset(of: there) || codes.isDisjoint(with: there), "run \(run)")
      let again = try Program.mingce.run(
        ["archive", "destroy", "--list", "清册.csv"],
        in: bench.folder.url,
        environment: Self.later
      )
      #expect(again.status == 0, "\(again.said)")
      destroyed.formUnion(codes)
      #expect(try bench.bags().isEmpty)
    }
    #expect(killed > Self.runs / 2, "only \(killed) of \(Self.runs) were killed in time")
    try checkThatNothingIsHalf()
    for code in destroyed {
      #expect(try bench.run("show", code).complaints.contains("王示例于 2096-01-05 批准"))
    }
  }

  private func archive(_ run: Int) throws -> Set<String> {
    var codes: Set<String> = []
    for number in 0..<Self.files {
      let name = "in/\(run)/\(number).pdf"
      try bench.addFile(run * Self.files + number, to: name)
      codes.insert(try bench.code(of: name))
    }
    let added = try bench.run("add", "in/\(run)", "--retention", "1年")
    #expect(added.status == 0, "\(added.said)")
    return codes
  }

  private func approve() throws {
    let written = try Program.mingce.run(
      ["archive", "due", "-o", "清册.csv"],
      in: bench.folder.url,
      environment: Self.later
    )
    #expect(written.status == 0, "\(written.said)")
    let list = try bench.folder.text(of: "清册.csv")
    let approved = list.replacing(",,,,\r\n", with: ",销毁,王示例,2096-01-05,\r\n")
    try bench.folder.write(approved, to: "清册.csv")
  }

  /// Starts a run, waits until it has begun to destroy, or now and then not so long, and kills it.
  private func killARun(_ run: Int) throws -> Bool {
    var random = SeededGenerator(seed: UInt64(run))
    let process = try Program.mingce.start(
      ["archive", "destroy", "--list", "清册.csv"],
      in: bench.folder.url,
      environment: Self.later
    )
    while process.process.isRunning, !run.isMultiple(of: 8), !hasBegun() { usleep(50) }
    usleep(UInt32.random(in: 0...(run.isMultiple(of: 2) ? 3_000 : 30_000), using: &random))
    kill(process.process.processIdentifier, SIGKILL)
    _ = try process.outcome()
    return process.process.terminationReason == .uncaughtSignal
  }

  private func hasBegun() -> Bool { bench.folder.holds("archive/incoming/order.xml") }

  private func checkThatNothingIsHalf() throws {
    let verified = try bench.run("verify")
    #expect(verified.status == 0, "\(verified.said)")
    #expect(try bench.indexed() == bench.bags())
    let path = bench.folder.file("archive/incoming").path
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
  }
}
