import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

/// Time stamps are renewed while their service is away, falls silent, or nothing can be written; what is in the archive
/// stays whole, and what was renewed is kept.
@Suite struct RenewalServiceTests {
  /// The services of an authority of their own; they may fall silent after so many stamps.
  private final class Services: Sendable {
    private let authority = Mutex<TestAuthority?>(nil)
    private let stampsLeft = Mutex(Int.max)
    private let silent = Mutex(false)

    func begin(with made: TestAuthority) { authority.withLock { $0 = made } }

    func fallSilent(after stamps: Int) { stampsLeft.withLock { $0 = stamps } }

    func speakAgain() { stampsLeft.withLock { $0 = Int.max } }

    /// Whether somebody waits for an answer in vain.
    var isSilent: Bool { silent.withLock(\.self) }

    func answer(_ path: String, _ body: [UInt8]) -> (Int, [UInt8]) {
      let services = ["/stamps": TestAuthority.stamps, "/ocsp": "http://ocsp.example/"]
      let address = services[path] ?? "http://crl.example/"
      if path == "/stamps" {
        let isLeft = stampsLeft.withLock { left in
          defer { if left > 0, left < Int.max { left -= 1 } }
          return left > 0
        }
        if !isLeft { waitInVain() }
      }
      let known = authority.withLock(\.self)
      guard let answer = try? known?.answer(address, body.isEmpty ? nil : body) else {
        return (503, [])
      }
      return (200, answer)
    }

    private func waitInVain() {
      silent.withLock { $0 = true }
      while stampsLeft.withLock({ $0 == 0 }) { usleep(10_000) }
      silent.withLock { $0 = false }
    }
  }

  private let project: WeatherProject
  private let services = Services()
  private let server: PlainServer
  private let authority: TestAuthority

  init() throws {
    project = try WeatherProject(people: 4)
    server = try PlainServer { [services] path, body in services.answer(path, body) }
    authority = try TestAuthority(at: "http://127.0.0.1:\(server.port)")
    services.begin(with: authority)
    let signed = try run(
      ["sign", "--form", "letter", "a.json", "-o", "已签", "--as", "employer", "--no-ledger"]
        + ["--key", authority.path("employer.p12"), "--level", "B-LTA"] + service()
    )
    try #require(signed.status == 0, "\(signed.said)")
    let added = try run(["archive", "add", "已签"] + archive)
    try #require(added.status == 0, "\(added.said)")
  }

  private let archive = ["--archive", "out/archive"]

  private func service(_ address: String? = nil) -> [String] {
    let address = address ?? "http://127.0.0.1:\(server.port)/stamps"
    return ["--tsa", address, "--roots", authority.path("root.pem")]
  }

  private func renewal(_ address: String? = nil) -> [String] {
    ["archive", "renew", "--within", "1000000"] + service(address) + archive
  }

  private func run(_ words: [String]) throws -> Program.Outcome {
    try Program.mingce.run(
      words,
      in: project.folder.url,
      environment: WeatherProject.environment
    )
  }

  /// How many bags there are; all of them are whole.
  private func wholeBags() throws -> Int {
    try project.expectNothingHalf("renewal")
    let verdict = try run(["archive", "verify"] + archive)
    #expect(verdict.status == 0, "\(verdict.said)")
    let names = try project.made().keys
    return Set(names.compactMap { $0.firstMatch(of: /bags\/..\/[0-9a-f]{16}/)?.output }).count
  }

  @Test func aServiceThatIsAwayIsAskedOnce() throws {
    let before = try project.made()
    let away = try run(renewal("http://127.0.0.1:1/"))
    #expect(away.status == 2 && away.output.contains("已续期 0 件"), "\(away.said)")
    #expect(away.complaints.contains("时间戳服务没有应答，还有 4 件没有续期"), "\(away.said)")
    #expect(away.complaints.matches(of: /没有续期：/).count == 1, "\(away.said)")
    #expect(try project.made() == before)
    #expect(try run(renewal()).output.contains("已续期 4 件"))
    #expect(try wholeBags() == 8)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func whatWasRenewedBeforeAnInterruptionIsKept(_ number: Int32) throws {
    services.fallSilent(after: 2)
    let run = try Program.mingce.start(
      renewal(),
      in: project.folder.url,
      environment: WeatherProject.environment
    )
    while run.process.isRunning, !services.isSilent { usleep(10_000) }
    kill(run.process.processIdentifier, number)
    let outcome = try run.outcome()
    #expect(services.isSilent, "the run did not wait for the answer")
    services.speakAgain()
    #expect(run.process.terminationReason == .uncaughtSignal && outcome.status == number)
    #expect(try wholeBags() == 6)
    // Stamps of the same service end on the same day, so those that were renewed are due again here.
    let again = try self.run(renewal())
    #expect(again.status == 0 && again.output.contains("已续期 4 件"), "\(again.said)")
    #expect(try wholeBags() == 10)
  }

  @Test func aFileThatMayNotGrowIsTold() throws {
    let before = try project.made()
    let full = try Program(path: "/bin/bash").run(
      ["-c", "(ulimit -f 0; exec \"$0\" \"$@\") 2>&1 | cat; exit ${PIPESTATUS[0]}"]
        + [Program.mingce.path] + renewal(),
      in: project.folder.url,
      environment: WeatherProject.environment
    )
    #expect(full.status == 73, "\(full.said)")
    #expect(full.output.contains("文件超过系统允许的大小") || full.output.contains("写不下"), "\(full.said)")
    #expect(try project.made() == before)
    #expect(try wholeBags() == 4)
    #expect(try run(renewal()).output.contains("已续期 4 件"))
    #expect(try wholeBags() == 8)
  }

  @Test(.enabled(if: SmallDisk.isPossible))
  func aFullDiskIsTold() throws {
    let full = try SmallDisk.run(
      """
      mkdir small && mount -t tmpfs -o size=2m tmpfs small && cp -r out/archive small/ || exit 9
      head -c 9000000 /dev/zero > small/filler 2>/dev/null
      "$0" "$@"; echo "ended $?"; rm small/filler
      "$0" archive verify --archive small/archive; echo "verified $?"
      find small -name '*.part'; ls small/archive/incoming
      """,
      renewal().dropLast() + ["small/archive"],
      in: project.folder.url,
      environment: WeatherProject.environment
    )
    #expect(full.output.contains("ended 73\n"), "\(full.said)")
    #expect(full.output.contains("核对无误：4 件"), "\(full.said)")
    #expect(full.output.hasSuffix("verified 0\n"), "\(full.said)")
  }
}
