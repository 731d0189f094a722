import Foundation
import TestSupport
import Testing

/// Several processes archive at once, beginning with an archive that none of them has made yet.
@Suite struct CrowdedArchiveTests {
  private let bench: ArchiveBench

  init() throws {
    bench = try ArchiveBench()
  }

  @Test func sixAtOnceLoseAndDoubleNothing() throws {
    for number in 0..<120 { try bench.addFile(number, to: "in/\(number / 20)/\(number).pdf") }
    let runs = try (0..<6).map { try bench.start("add", "in/\($0)") }
    let outcomes = try runs.map { try $0.outcome() }
    for outcome in outcomes { #expect(outcome.status == 0, "\(outcome.said)") }
    #expect(try bench.bags().count == 120)
    #expect(try bench.indexed() == bench.bags())
    #expect(try bench.run("verify").status == 0)
  }

  @Test func ofSixWithTheSameFilesEachIsKeptOnce() throws {
    for number in 0..<30 { try bench.addFile(number, to: "in/\(number).pdf") }
    let runs = try (0..<6).map { _ in try bench.start("add", "in") }
    let outcomes = try runs.map { try $0.outcome() }
    let kept = outcomes.compactMap { outcome in
      outcome.output.firstMatch(of: /已归档 (\d+) 件/).flatMap { Int($0.output.1) }
    }
    #expect(kept.count == 6 && kept.reduce(0, +) == 30, "\(kept)")
    #expect(try bench.bags().count == 30)
    #expect(try bench.indexed() == bench.bags())
  }

  /// Whoever finds while others write and make the index anew, finds what was there.
  @Test func findingGoesOnWhileOthersWrite() throws {
    for number in 0..<40 { try bench.addFile(number, to: "in/\(number / 20)/\(number).pdf") }
    #expect(try bench.run("add", "in/0").status == 0)
    let writers = [
      try bench.start("add", "in/1"), try bench.start("index"), try bench.start("index"),
    ]
    let readers = try (0..<6).map { _ in try bench.start("find", "--limit", "100") }
    for run in writers + readers {
      let outcome = try run.outcome()
      #expect(outcome.status == 0, "\(outcome.said)")
    }
    #expect(try bench.indexed().count == 40)
    #expect(try bench.indexed() == bench.bags())
  }
}
