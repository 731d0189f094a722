import Foundation
import Glibc
import TestSupport
import Testing

/// A run that is interrupted ends soon, says so, leaves nothing half written, and can be repeated.
@Suite struct InterruptedRunTests {
  private let project: WeatherProject

  init() throws {
    project = try WeatherProject(people: 120)
    try project.addFiles(60)
  }

  /// The moments at which a command is interrupted: in its first file, and anywhere.
  private static let moments = 3

  @Test(arguments: WeatherProject.commands)
  func anInterruptedRunLeavesNothingHalf(_ command: WeatherProject.Command) throws {
    let start = ContinuousClock.now
    let whole = try project.run(command)
    let usual = Int((ContinuousClock.now - start) / .microseconds(1))
    #expect(whole.status == 0, "\(whole.said)")
    let expected = try project.made()
    for moment in 0..<Self.moments {
      try project.clear()
      let number = moment.isMultiple(of: 2) ? SIGINT : SIGTERM
      try interrupt(command, with: number, at: moment, usual: usual)
      try project.expectNothingHalf("\(command.testDescription), moment \(moment)")
    }
    try expectRepetition(of: command, makes: expected)
  }

  /// Who only looks leaves everything as it is, and says the same afterwards.
  @Test(arguments: WeatherProject.looking)
  func anInterruptedLookChangesNothing(_ command: WeatherProject.Command) throws {
    let start = ContinuousClock.now
    let whole = try project.run(command)
    let usual = Int((ContinuousClock.now - start) / .microseconds(1))
    #expect(whole.status == 0, "\(whole.said)")
    let before = try lasting()
    for moment in 1...3 {
      try interrupt(command, with: moment == 2 ? SIGTERM : SIGINT, at: moment, usual: usual)
      #expect(try lasting() == before, "moment \(moment)")
    }
    let again = try project.run(command)
    #expect(again.status == 0 && again.output == whole.output, "\(again.said)")
  }

  /// The files that commands look at.
  ///
  /// SQLite keeps two of its own beside a ledger that is open, and takes them up when it is opened next
  /// (sqlite.org/walformat.html).
  private func lasting() throws -> [String: Data] {
    try project.folder.contents(of: "before").filter { name, _ in
      !name.hasSuffix("-wal") && !name.hasSuffix("-shm")
    }
  }

  private func interrupt(
    _ command: WeatherProject.Command,
    with number: Int32,
    at moment: Int,
    usual: Int
  ) throws {
    let run = try Program.mingce.start(
      try project.words(of: command),
      in: project.folder.url,
      environment: WeatherProject.environment
    )
    if moment == 0 {
      while run.process.isRunning, !hasBegun { usleep(500) }
    } else {
      var random = SeededGenerator(seed: UInt64(moment))
      usleep(UInt32.random(in: 0...UInt32(usual), using: &random))
    }
    kill(run.process.processIdentifier, number)
    let outcome = try run.outcome()
    guard run.process.terminationReason == .uncaughtSignal else {
      #expect(outcome.status == 0, "\(outcome.said)")
      return
    }
    // Shells tell it as 128 and the number: 130 and 143.
    #expect(outcome.status == number)
    // A signal before the program has looked at itself ends it at once, and there is nothing to be said.
    let words = number == SIGINT ? "已经中断。" : "程序被要求结束。"
    #expect(outcome.complaints.isEmpty || outcome.complaints.contains(words), "\(outcome.said)")
    if moment == 0 { #expect(outcome.complaints.contains("请重新运行")) }
  }

  private var hasBegun: Bool {
    let names = try? FileManager.default.subpathsOfDirectory(
      atPath: project.folder.file("out").path
    )
    return !(names ?? []).isEmpty
  }

  private func expectRepetition(
    of command: WeatherProject.Command,
    makes expected: [String: Data]
  ) throws {
    let again = try project.run(command)
    if command.refusesWhatIsThere, again.status == 73, try !project.made().isEmpty {
      // The last interruption came too late.
      return
    }
    // What was saved, signed or entered before the interruption is so.
    #expect([0, 2].contains(again.status), "\(again.said)")
    let made = try project.made()
    if command.isReproducible {
      #expect(made.keys.sorted() == expected.keys.sorted())
      #expect(made == expected)
    } else if command.words[0] != "roster" {
      #expect(made.count == expected.count, "\(made.keys.sorted())")
    }
  }

  /// What a shell tells of it, which waits for its children.
  @Test func shellsAreToldTheConventionalStatus() throws {
    for (name, status) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
      let run = try Program.tool("timeout").run(
        ["--preserve-status", "-s", name, "0.3", Program.mingce.path]
          + ["render", "letter", "a.json", "-o", "out/证明", "--split", "--format", "pdf,png"],
        in: project.folder.url
      )
      #expect(run.status == status, "\(run.said)")
      try project.clear()
    }
  }

  /// A signal that the caller has arranged to be ignored, as nohup(1) does, is ignored.
  @Test func anIgnoredSignalIsIgnored() throws {
    let run = try Program(path: "/bin/bash").run(
      ["-c", "trap '' INT HUP; \"$0\" render roster a.json -o out/a.pdf & kill -INT $!; wait $!"]
        + [Program.mingce.path],
      in: project.folder.url
    )
    #expect(run.status == 0, "\(run.said)")
  }
}
