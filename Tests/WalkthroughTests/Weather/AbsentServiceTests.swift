import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

/// Services on the web that are not there, or never answer.
@Suite struct AbsentServiceTests {
  private let project: WeatherProject
  private let authority: TestAuthority

  init() throws {
    project = try WeatherProject(people: 2)
    authority = try TestAuthority.shared.get()
  }

  private func words(tsa: String) -> [String] {
    ["sign", "--form", "letter", "a.json", "-o", "out/已签", "--as", "employer", "--no-ledger"]
      + ["--key", authority.path("employer.p12"), "--tsa", tsa]
  }

  @Test func withoutTheServiceNothingIsSignedAndItIsSaidWhy() throws {
    let run = try Program.mingce.run(
      words(tsa: "http://127.0.0.1:1/"),
      in: project.folder.url,
      environment: WeatherProject.environment
    )
    #expect(run.status == 1, "\(run.said)")
    #expect(run.complaints.contains("http://127.0.0.1:1/") && run.complaints.contains("没有签成"))
    #expect(try project.made().isEmpty)
  }

  private final class Answered: Sendable {
    let flag = Mutex(false)
  }

  /// Who waits for an answer can be interrupted at once.
  @Test(arguments: [SIGINT, SIGTERM])
  func anInterruptionDoesNotWaitForTheAnswer(_ number: Int32) throws {
    let hasAnswered = Answered()
    let server = try PlainServer { _ in
      sleep(15)
      hasAnswered.flag.withLock { $0 = true }
      return 503
    }
    let run = try Program.mingce.start(
      words(tsa: "http://127.0.0.1:\(server.port)/"),
      in: project.folder.url,
      environment: WeatherProject.environment
    )
    while run.process.isRunning, !project.folder.holds("out/已签") { usleep(500) }
    usleep(200_000)
    kill(run.process.processIdentifier, number)
    let outcome = try run.outcome()
    #expect(!hasAnswered.flag.withLock { $0 })
    #expect(run.process.terminationReason == .uncaughtSignal && outcome.status == number)
    try project.expectNothingHalf("\(number)")
    #expect(try project.made().isEmpty)
  }

  /// Renewing needs the word of the issuers before it stamps anything.
  @Test func aRenewalThatCannotBeProvedLeavesTheArchiveAsItIs() throws {
    let stamped = try SignedSample.signedByEmployer(isStamped: true)
    try Data(stamped).write(to: project.folder.file("合同.pdf"))
    let archive = ["--archive", "out/archive"]
    let added = try Program.mingce.run(
      ["archive", "add", "合同.pdf"] + archive,
      in: project.folder.url
    )
    #expect(added.status == 0, "\(added.said)")
    let before = try project.made()
    let run = try Program.mingce.run(
      ["archive", "renew", "--tsa", "http://127.0.0.1:1/", "--roots", authority.path("root.pem")]
        + ["--within", "1000000"] + archive,
      in: project.folder.url
    )
    #expect(run.status == 2 && run.complaints.contains("没有续期"), "\(run.said)")
    #expect(try project.made() == before)
    #expect(
      try Program.mingce.run(["archive", "verify"] + archive, in: project.folder.url).status == 0
    )
  }
}
