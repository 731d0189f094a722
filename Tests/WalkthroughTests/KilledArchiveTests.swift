import Foundation
import Glibc
import TestSupport
import Testing

/// A process that archives may be killed at any moment: every bag is there whole or not at all, and none is lost that
/// somebody was told of.
@Suite struct KilledArchiveTests {
  private let bench: ArchiveBench

  /// How many processes are to be killed, how many are started at most, and how many files each archives.
  private static let (goal, most, files) = (200, 800, 3)

  init() throws {
    bench = try ArchiveBench()
  }

  @Test func nothingIsLostDoubledOrHalfWritten() throws {
    var (killed, started, ended) = (0, 0, [Int]())
    let usual = try timeOfARun()
    while killed < Self.goal, started < Self.most {
      if try killARun(started, usual: usual) { killed += 1 } else { ended.append(started) }
      started += 1
    }
    #expect(killed >= Self.goal, "only \(killed) of \(started) were killed in time")
    try checkNothingIsHalf()
    for run in ended {
      for name in Self.names(run) { #expect(try bench.bags().contains(bench.code(of: name))) }
    }
    try checkTheRestCanBeAdded(started)
  }

  private static func names(_ run: Int) -> [String] {
    (0..<files).map { "in/\(run)/\($0).pdf" }
  }

  private func timeOfARun() throws -> Int {
    try bench.addFile(-1, to: "first.pdf")
    let start = ContinuousClock.now
    #expect(try bench.run("add", "first.pdf").status == 0)
    return Int((ContinuousClock.now - start) / .microseconds(1))
  }

  /// Starts a run and kills it: a quarter of them at any moment, the others while bags are written, moved or indexed.
  ///
  /// By measurement a third of these leaves bags half written, and half moved ones that are in no index.
  private func killARun(_ run: Int, usual: Int) throws -> Bool {
    for (index, name) in Self.names(run).enumerated() {
      try bench.addFile(run * Self.files + index, to: name)
    }
    var random = SeededGenerator(seed: UInt64(run))
    let process = try bench.start("add", "in/\(run)")
    if run.isMultiple(of: 4) {
      usleep(UInt32.random(in: 0...UInt32(usual * 5 / 4), using: &random))
    } else {
      // One of its bags has begun: on a busy machine that tells more than time. Now and then the index is waited for.
      let name = Self.names(run).randomElement(using: &random) ?? ""
      let code = try bench.code(of: name)
      while process.process.isRunning, !bench.holds(code) { usleep(100) }
      usleep(UInt32.random(in: 0...(run.isMultiple(of: 3) ? 50_000 : 3_000), using: &random))
    }
    kill(process.process.processIdentifier, SIGKILL)
    let outcome = try process.outcome()
    if process.process.terminationReason == .uncaughtSignal { return true }
    #expect(outcome.status == 0, "\(outcome.said)")
    return false
  }

  private func isWriting() throws -> Bool {
    let path = bench.folder.file("archive/incoming").path
    return try !FileManager.default.contentsOfDirectory(atPath: path).isEmpty
  }

  private func checkNothingIsHalf() throws {
    let verified = try bench.run("verify")
    #expect(verified.status == 0, "\(verified.said)")
    #expect(try bench.indexed() == bench.bags())
    #expect(try !isWriting(), "what a killed process left is still there")
  }

  private func checkTheRestCanBeAdded(_ count: Int) throws {
    let added = try bench.run("add", "in")
    #expect(added.status == 0, "\(added.said)")
    let all = (0..<count).flatMap(Self.names) + ["first.pdf"]
    #expect(try bench.bags() == all.map { try bench.code(of: $0) }.sorted())
    try checkNothingIsHalf()
  }

  /// A search that is killed while it makes the index anew leaves the next one to do so.
  @Test func anIndexIsThereAsAWholeOrMadeAnew() throws {
    for number in 0..<20 { try bench.addFile(number, to: "in/\(number).pdf") }
    #expect(try bench.run("add", "in").status == 0)
    for seed in 0..<20 as Range<UInt64> {
      for name in try bench.folder.names(in: "archive") where name.hasPrefix("index-") {
        try FileManager.default.removeItem(at: bench.folder.file("archive/\(name)"))
      }
      var random = SeededGenerator(seed: seed)
      let run = try bench.start("find", "0")
      usleep(UInt32.random(in: 0...60_000, using: &random))
      kill(run.process.processIdentifier, SIGKILL)
      _ = try run.outcome()
      #expect(try bench.indexed().count == 20, "seed \(seed)")
    }
  }

  /// What lies in the archive beside what belongs there, and more than one index.
  private func strays() throws -> [String] {
    let known = ["bags", "destroyed", "incoming", "lock", "README.txt"]
    let names = try FileManager.default.contentsOfDirectory(
      atPath: bench.folder.file("archive").path
    ).filter { !known.contains($0) }.sorted()
    let waiting = try bench.folder.names(in: "archive/incoming")
    return names.filter { !$0.hasSuffix(".sqlite") } + names.dropFirst() + waiting
  }

  /// A process that is killed while it makes the index anew leaves nothing that the next one does not take away.
  @Test func nothingIsLeftOfAnIndexThatWasBegun() throws {
    for number in 0..<40 { try bench.addFile(number, to: "in/\(number).pdf") }
    #expect(try bench.run("add", "in").status == 0)
    var (killed, untidy) = (0, 0)
    for seed in 0..<60 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let run = try bench.start("index")
      // Once the new index has begun, most of the time.
      if !seed.isMultiple(of: 4) {
        while run.process.isRunning, !bench.folder.holds("archive/incoming/index.sqlite") {
          usleep(50)
        }
      }
      usleep(UInt32.random(in: 0...10_000, using: &random))
      kill(run.process.processIdentifier, SIGKILL)
      _ = try run.outcome()
      if run.process.terminationReason == .uncaughtSignal { killed += 1 }
      if try !strays().isEmpty { untidy += 1 }
      #expect(try bench.indexed().count == 40, "seed \(seed)")
      #expect(try strays() == [], "seed \(seed)")
    }
    #expect(killed > 30 && untidy > 10, "\(killed) were killed, \(untidy) left something")
  }

  /// Whoever takes away an index by hand may leave the journal of a killed process: its name is not used again.
  @Test func theJournalOfAnIndexThatIsGoneSpoilsNone() throws {
    try bench.addFile(0, to: "in/0.pdf")
    #expect(try bench.run("add", "in").status == 0)
    let name = try #require(try bench.folder.names(in: "archive").first { $0.hasPrefix("index-") })
    try FileManager.default.moveItem(
      at: bench.folder.file("archive/\(name)"),
      to: bench.folder.file("archive/\(name)-journal")
    )
    #expect(try bench.indexed().count == 1)
    #expect(try strays() == [])
    #expect(!bench.folder.holds("archive/\(name)"))
  }
}
