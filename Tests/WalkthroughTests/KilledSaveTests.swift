import Foundation
import Glibc
import Ledger
import TestSupport
import Testing

/// A process that saves a roster may be killed at any moment: the roster is saved as a whole or not at all.
@Suite struct KilledSaveTests {
  private let project: RosterProject

  /// How many processes are to be killed, how many are started at most, how many of them run side by side, and how many
  /// people each roster has.
  private static let (goal, count, crews, people) = (200, 400, 2, 3)

  init() throws {
    project = try RosterProject()
    for index in 0..<Self.count { try project.write(Self.numbers(index), to: "\(index).json") }
  }

  private static func numbers(_ index: Int) -> ClosedRange<Int> {
    (index * people + 1)...(index * people + people)
  }

  /// What was seen of one process.
  private struct Seen: Sendable {
    var index: Int
    var wasKilled: Bool
    var hasEnded: Bool
  }

  @Test func nothingIsLostDoubledOrHalfWritten() async throws {
    let usual = try timeOfASave()
    let project = project
    let seen = try await withThrowingTaskGroup(of: [Seen].self) { group in
      for crew in 0..<Self.crews {
        group.addTask {
          var seen: [Seen] = []
          for index in stride(from: crew, to: Self.count, by: Self.crews) {
            seen.append(try Self.killASave(index, of: project, usual: usual))
            if seen.count(where: \.wasKilled) * Self.crews >= Self.goal { break }
          }
          return seen
        }
      }
      return try await group.reduce(into: [Seen]()) { $0 += $1 }
    }
    let killed = seen.count { $0.wasKilled }
    #expect(killed >= Self.goal, "only \(killed) of \(seen.count) were killed in time")
    #expect(try project.findings() == [])
    try checkRosters(seen)
    try checkFiles()
    try checkTheRestCanBeSaved()
  }

  /// The first save of a project makes the ledger, under a name of its own until it is whole.
  @Test func aLedgerIsThereAsAWholeOrNotAtAll() throws {
    try project.write(1...2, to: "first.json")
    for seed in 0..<25 {
      var random = SeededGenerator(seed: UInt64(seed))
      let run = try Program.mingce.start(
        ["roster", "save", "roster", "first.json", "-o", "a.pdf", "--ledger", "\(seed).sqlite"],
        in: project.folder.url
      )
      let part = "\(seed).sqlite.\(run.process.processIdentifier).part"
      while run.process.isRunning, !project.folder.holds(part) { usleep(200) }
      usleep(UInt32.random(in: 0...15_000, using: &random))
      kill(run.process.processIdentifier, SIGKILL)
      _ = try run.outcome()
      guard project.folder.holds("\(seed).sqlite") else { continue }
      let ledger = try Ledger(at: project.folder.file("\(seed).sqlite").path)
      _ = try ledger.verify { Issue.record("seed \(seed): \($0)") }
    }
  }

  /// Returns how many microseconds a save takes that nobody disturbs; it is the first roster of the ledger.
  private func timeOfASave() throws -> Int {
    try project.write(900_001...900_003, to: "first.json")
    let start = ContinuousClock.now
    let run = try project.run("roster", "save", "roster", "first.json", "-o", "out/first.pdf")
    #expect(run.status == 0, "\(run.said)")
    return Int((ContinuousClock.now - start) / .microseconds(1))
  }

  /// Starts a save and kills it: half of them at any moment, half while the file is being made or just after.
  private static func killASave(
    _ index: Int,
    of project: RosterProject,
    usual: Int
  ) throws -> Seen {
    var random = SeededGenerator(seed: UInt64(index))
    let run = try Program.mingce.start(
      ["roster", "save", "roster", "\(index).json", "-o", "out/\(index).pdf"],
      in: project.folder.url
    )
    let pid = run.process.processIdentifier
    if (index / Self.crews).isMultiple(of: 2) {
      usleep(UInt32.random(in: 0...UInt32(usual * 5 / 4), using: &random))
    } else {
      let part = "out/\(index).pdf.\(pid).part"
      while run.process.isRunning, !project.folder.holds(part) { usleep(200) }
      usleep(UInt32.random(in: 0...30_000, using: &random))
    }
    kill(pid, SIGKILL)
    let outcome = try run.outcome()
    let wasKilled = run.process.terminationReason == .uncaughtSignal
    return Seen(index: index, wasKilled: wasKilled, hasEnded: !wasKilled && outcome.status == 0)
  }

  private func checkRosters(_ seen: [Seen]) throws {
    let rosters = try project.rosters()
    let numbers = rosters.map(\.roster.number)
    #expect(numbers == (1...numbers.count).map { Self.number($0) })
    let ids = rosters.flatMap(\.ids)
    #expect(Set(ids).count == ids.count, "a filing is in two rosters")
    #expect(rosters.allSatisfy { $0.ids.count == Self.people && $0.roster.count == Self.people })
    // Whatever has told its caller of success is there.
    for one in seen where one.hasEnded {
      #expect(
        ids.contains(Self.id(Self.numbers(one.index).lowerBound)),
        "roster \(one.index) is lost"
      )
    }
  }

  /// A file under its name is that of a saved roster, whole; a roster without its file is printed again.
  private func checkFiles() throws {
    let rosters = try project.rosters()
    let hashes = Set(rosters.map(\.roster.file))
    let files = try project.folder.names(in: "out").filter { $0.hasSuffix(".pdf") }
    for file in files { #expect(try hashes.contains(project.hash(of: "out/\(file)")), "\(file)") }
    let found = try Set(files.map { try project.hash(of: "out/\($0)") })
    let missing = rosters.filter { !found.contains($0.roster.file) }
    for (roster, _) in missing + rosters.prefix(3) {
      let run = try project.run("roster", "reprint", roster.number, "-o", "again.pdf")
      #expect(run.status == 0, "\(run.said)")
      #expect(try project.hash(of: "again.pdf") == roster.file, "\(roster.number)")
    }
  }

  /// What was not saved is as free as if its process had never been.
  private func checkTheRestCanBeSaved() throws {
    let saved = Set(try project.rosters().flatMap(\.ids))
    let indices = 0..<Self.count
    let isSaved = indices.map { saved.contains(Self.id(Self.numbers($0).lowerBound)) }
    for (index, isSaved) in zip(indices, isSaved).prefix(6) {
      let run = try project.run("roster", "save", "roster", "\(index).json", "-o", "rest.pdf")
      #expect(run.status == (isSaved ? 2 : 0), "\(run.said)")
      #expect(run.complaints.contains("V-62") == isSaved)
    }
    #expect(try project.findings() == [])
  }

  private static func id(_ number: Int) -> String { "f" + padded(number, 7) }
  private static func number(_ ordinal: Int) -> String { "XQ-2026-" + padded(ordinal, 4) }
  private static func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: width - String(number).count) + String(number)
  }
}
