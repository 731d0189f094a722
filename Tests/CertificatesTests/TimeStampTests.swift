import Certificates
import Signing
import TestSupport
import Testing

private func stamp(_ bytes: [UInt8], nonce: UInt64 = 7) throws -> [UInt8] {
  let request = TimeStampRequest(of: DigestAlgorithm.sha256.digest(of: bytes[...]), nonce: nonce)
  let body = (type: "application/timestamp-query", bytes: request.encoding)
  return try request.token(of: try SignedSample.web.ask(TestAuthority.stamps, body))
}

@Test(arguments: [UInt64(0), 7, 1 << 63, .max])
func aStampIsForWhatWasAsked(_ nonce: UInt64) throws {
  let bytes = Array("签名".utf8)
  let stamp = try TimeStamp(try stamp(bytes, nonce: nonce))
  #expect(stamp.stamps(bytes[...]))
  #expect(!stamp.stamps(bytes[1...]))
  #expect(stamp.message.signer.subject == "测试时间戳")
  #expect(stamp.moment > 1_700_000_000)
}

@Test func anAnswerToAnotherRequestIsRefused() throws {
  let digest = DigestAlgorithm.sha256.digest(of: [1])
  let request = TimeStampRequest(of: digest, nonce: 1)
  let body = (type: "application/timestamp-query", bytes: request.encoding)
  let response = try SignedSample.web.ask(TestAuthority.stamps, body)
  let other = TimeStampRequest(of: digest, nonce: 2)
  #expect(throws: CertificateFailure.refused) { try other.token(of: response) }
  #expect(throws: CertificateFailure.malformed) {
    try request.token(of: Array(response.dropLast()))
  }
}

@Test func noByteOfAStampCanBeChanged() throws {
  let bytes = Array("签名".utf8)
  let token = try stamp(bytes)
  let known = try SignedSample.roots().map(\.encoding)
  for index in token.indices {
    var changed = token
    changed[index] ^= 0x01
    guard let stamp = try? TimeStamp(changed), stamp.stamps(bytes[...]) else { continue }
    // What nobody signed are the certificates behind the stamper's own, which lead nowhere then.
    let others = stamp.message.certificates.dropFirst().map(\.encoding)
    #expect(others != known, "byte \(index)")
  }
}
