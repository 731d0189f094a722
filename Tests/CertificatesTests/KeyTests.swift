import Certificates
import Foundation
import Signing
import TestSupport
import Testing

private func authority() throws -> TestAuthority { try TestAuthority.shared.get() }

@Test(arguments: [TestAuthority.Holder.employer, .employee])
func aKeyFileOpensWithItsPassword(_ holder: TestAuthority.Holder) throws {
  let key = try SignedSample.key(holder)
  let own = try readCertificates(try authority().certificate(of: holder))
  #expect(key.certificate.encoding == own.first?.encoding)
  #expect(key.chain.map(\.encoding) == (try SignedSample.roots().map(\.encoding)))
}

@Test func aKeyFileWithNoOtherCertificateOpens() throws {
  let authority = try authority()
  try authority.openssl(
    "req -x509 -newkey rsa:2048 -nodes -keyout lone.key -out lone.pem -subj /CN=lone -days 9"
  )
  try authority.openssl(
    "pkcs12 -export -inkey lone.key -in lone.pem -out lone.p12 -passout pass:secret"
  )
  let file = try Array(Data(contentsOf: URL(filePath: authority.path("lone.p12"))))
  let key = try SigningKey(pkcs12: file, password: "secret")
  #expect(key.certificate.subject == "lone")
  #expect(key.chain.isEmpty)
}

@Test func aWrongPasswordIsToldApartFromADamagedFile() throws {
  let file = try authority().keyFile(of: .employer)
  #expect(throws: CertificateFailure.wrongPassword) {
    try SigningKey(pkcs12: file, password: "geheim")
  }
  #expect(throws: CertificateFailure.malformed) {
    try SigningKey(pkcs12: Array(file.dropLast(9)), password: "secret")
  }
  #expect(throws: CertificateFailure.malformed) { try SigningKey(pkcs12: [], password: "") }
}

@Test(arguments: [TestAuthority.Holder.employer, .employee])
func whatAKeySignsItsCertificateVerifies(_ holder: TestAuthority.Holder) throws {
  let key = try SignedSample.key(holder)
  let message = Array("劳动合同".utf8)
  let (signature, algorithm) = (try key.sign(message), try DERValue(key.algorithm))
  func verifies(_ certificate: Certificate, _ message: [UInt8]) throws -> Bool {
    try certificate.verifies(signature, of: message, digest: .sha256, algorithm: algorithm)
  }
  #expect(try verifies(key.certificate, message))
  #expect(try !verifies(key.certificate, message + [0]))
}

@Test func aCertificateOfAnotherKindOfKeyIsRefused() throws {
  let (key, other) = (try SignedSample.key(.employer), try SignedSample.key(.employee))
  #expect(throws: CertificateFailure.unsupportedAlgorithm) {
    try other.certificate.verifies(
      try key.sign([1]),
      of: [1],
      digest: .sha256,
      algorithm: try DERValue(key.algorithm)
    )
  }
}

@Test func aCertificateTellsWhoItIsFor() throws {
  let certificate = try SignedSample.key(.employer).certificate
  #expect(certificate.subject == RecordFixtures.employerName)
  #expect(certificate.issuer == "测试根证书-root")
  #expect(certificate.isForSignatures && !certificate.isForTimeStamps)
  #expect(certificate.validity?.contains(SignedSample.moment) == true)
  let stamper = try #require(try readCertificates(try authority().certificate(of: .stamper)).first)
  #expect(stamper.isForTimeStamps)
}

@Test func momentsOfCertificatesAreRead() throws {
  let expired = try SignedSample.key(.expired).certificate
  // 2020-01-01 and 2021-01-01, midnight of universal time.
  #expect(expired.validity == 1_577_836_800...1_609_459_200)
}

@Test func textThatIsNoCertificateIsRefused() {
  #expect(throws: CertificateFailure.malformed) { try readCertificates(Array("不是证书".utf8)) }
}
