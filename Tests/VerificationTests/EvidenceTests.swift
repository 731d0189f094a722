import Certificates
import Signing
import TestSupport
import Testing

@testable import Verification

@Test func eachSignatureIsEvidenceByItself() throws {
  let signed = try SignedSample.signedByEmployer(isStamped: true)
  let file = try SignedSample.lifted(signed, to: .archival, by: .employer)
  let evidence = signatureEvidence(in: file)
  #expect(evidence.map(\.isTimeStamp) == [false, true])
  #expect(evidence.first?.field == "employer")
  let message = try #require(evidence.first?.message)
  #expect(try SignedMessage(message).isIntact && message.last != nil)
  let stamper = try TestAuthority.shared.get().certificate(of: .stamper)
  #expect(evidence.stampedUntil == (try readCertificates(stamper))[0].validity?.upperBound)
}

@Test func whatWasNotStampedIsProvedUntilNoDay() throws {
  #expect(signatureEvidence(in: try SignedSample.signedByEmployer()).stampedUntil == nil)
  #expect(signatureEvidence(in: Array("none".utf8)).isEmpty)
}

@Test func theLastStampOfTheFileCountsAndWhatWasSignedSince() {
  func one(_ isTimeStamp: Bool, _ end: Int?) -> SignatureEvidence {
    SignatureEvidence(field: "", isTimeStamp: isTimeStamp, message: [], stampedUntil: end)
  }
  #expect([one(false, 5), one(true, 9), one(true, 20)].stampedUntil == 20)
  #expect([one(false, 5), one(true, 9), one(false, 7), one(false, nil)].stampedUntil == 7)
  #expect([one(false, 5), one(false, 3)].stampedUntil == 3)
  #expect([SignatureEvidence]().stampedUntil == nil)
}
