import Addresses
import TestSupport
import Testing

/// A real HTTPS server of this machine is asked, whose authority nobody knows but those who are told of it.
@Suite struct CertificateTests {
  @Test func aSoundCertificateIsTrustedByThoseWhoKnowItsRoot() throws {
    let server = try SecureServer(.sound)
    let probe = try #require(AddressProbe(patience: 60, roots: server.roots))
    let address = "https://127.0.0.1:\(server.port)"
    #expect(probe.verdict(on: address + "/there") == .there)
    #expect(probe.verdict(on: address + "/gone") == .refused(status: 404))
    let stranger = try #require(AddressProbe(patience: 60))
    #expect(stranger.verdict(on: address + "/there") == .distrusted(.unknownIssuer))
  }

  @Test(
    arguments: [
      (.expired, .expired), (.future, .notYetValid), (.other, .otherName),
      (.selfSigned, .selfSigned),
    ] as [(SecureServer.Kind, CertificateFault)]
  )
  func whatIsWrongWithACertificateIsTold(kind: SecureServer.Kind, fault: CertificateFault) throws {
    let server = try SecureServer(kind)
    let probe = try #require(AddressProbe(patience: 60, roots: server.roots))
    #expect(probe.verdict(on: "https://127.0.0.1:\(server.port)/there") == .distrusted(fault))
  }

  @Test func aServerThatSpeaksNoTLSIsSilent() throws {
    let server = try PlainServer { _ in 200 }
    let probe = try #require(AddressProbe(patience: 60))
    #expect(
      probe.verdict(on: "https://127.0.0.1:\(server.port)/") == .silent(reason: "建立不了加密连接")
    )
  }

  @Test func rootsThatCannotBeReadAreNoReasonToTrust() throws {
    let server = try SecureServer(.sound)
    let probe = try #require(AddressProbe(patience: 60, roots: "/nowhere/root.pem"))
    guard case .silent(let reason) = probe.verdict(on: "https://127.0.0.1:\(server.port)/there")
    else {
      Issue.record("the server was trusted")
      return
    }
    #expect(!reason.isEmpty)
  }
}
