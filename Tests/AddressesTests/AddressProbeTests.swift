import Addresses
import TestSupport
import Testing

/// A server of this machine is asked; the net is not.
@Suite struct AddressProbeTests {
  @Test func whatIsThereIsToldFromWhatIsNot() throws {
    let server = try PlainServer { path in path == "/there" ? 200 : path == "/moved" ? 302 : 404 }
    let probe = try #require(AddressProbe(patience: 5))
    let address = "http://127.0.0.1:\(server.port)"
    #expect(probe.verdict(on: address + "/there") == .there)
    #expect(probe.verdict(on: address + "/moved") == .there)
    #expect(probe.verdict(on: address + "/gone") == .refused(status: 404))
  }

  @Test(arguments: [
    "http://127.0.0.1:9/", "file:///etc/passwd", "http://", "x", "", "https://127.0.0.1:9/",
  ])
  func whatCannotBeAskedIsSilent(address: String) throws {
    let probe = try #require(AddressProbe(patience: 5))
    guard case .silent(let reason) = probe.verdict(on: address) else {
      Issue.record("\(address) answered")
      return
    }
    #expect(!reason.isEmpty)
  }
}
