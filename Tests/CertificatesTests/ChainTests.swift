import Signing
import TestSupport
import Testing

@testable import Certificates

private func verdict(
  _ holder: TestAuthority.Holder,
  roots: [Certificate],
  at moment: Int = SignedSample.moment
) throws -> ChainVerdict {
  followChain(of: try SignedSample.key(holder).certificate, through: [], to: roots, at: moment)
}

@Test func aChainLeadsFromTheCertificateToItsRoot() throws {
  guard case .trusted(let path) = try verdict(.employer, roots: try SignedSample.roots()) else {
    Issue.record("the certificate is of this authority")
    return
  }
  #expect(path.map(\.subject) == [RecordFixtures.employerName, "测试根证书-root"])
}

@Test func anotherRootIsNoRoot() throws {
  let stranger = try readCertificates(try TestAuthority.shared.get().stranger)
  guard case .untrusted = try verdict(.employer, roots: stranger) else {
    Issue.record("nobody vouches for it")
    return
  }
}

@Test func aCertificateCountsOnlyWhileItIsValid() throws {
  let roots = try SignedSample.roots()
  guard case .outOfDate = try verdict(.expired, roots: roots) else {
    Issue.record("it ended in 2021")
    return
  }
}

@Test func theListSaysWhoWasCalledBack() throws {
  let evidence = RevocationEvidence(lists: [try TestAuthority.shared.get().list])
  let root = try SignedSample.roots()[0]
  let (good, revoked) = (try SignedSample.key(.employer), try SignedSample.key(.revoked))
  #expect(evidence.verdict(on: good.certificate, of: root, at: .max) == .good)
  guard
    case .revoked(let moment) = evidence.verdict(on: revoked.certificate, of: root, at: .max)
  else {
    Issue.record("it is on the list")
    return
  }
  #expect(evidence.verdict(on: revoked.certificate, of: root, at: moment - 1) == .good)
}

@Test(arguments: [TestAuthority.Holder.employer, .revoked])
func anAnswerIsFetchedFromTheIssuer(_ holder: TestAuthority.Holder) throws {
  let (certificate, root) = (try SignedSample.key(holder).certificate, try SignedSample.roots()[0])
  let evidence = fetchRevocation(of: [certificate, root], over: SignedSample.web)
  #expect(evidence.answers.count == 1 && evidence.lists.isEmpty)
  let verdict = evidence.verdict(on: certificate, of: root, at: .max)
  if holder == .employer { #expect(verdict == .good) } else { #expect(verdict != .good) }
}

@Test func aListIsFetchedWhereNobodyAnswers() throws {
  let (certificate, root) = (
    try SignedSample.key(.employer).certificate, try SignedSample.roots()[0]
  )
  let listsOnly = WebExchange { address, body throws(CertificateFailure) in
    guard body == nil else { throw .service(address: address, reason: "down") }
    return try SignedSample.web.ask(address, nil)
  }
  let evidence = fetchRevocation(of: [certificate, root], over: listsOnly)
  #expect(evidence.answers.isEmpty && evidence.lists.count == 1)
}

@Test func whatSomebodyElseSignedSaysNothing() throws {
  let (certificate, root) = (
    try SignedSample.key(.employer).certificate, try SignedSample.roots()[0]
  )
  var list = try TestAuthority.shared.get().list
  list[list.count - 1] ^= 1
  for evidence in [
    RevocationEvidence(lists: [list]), RevocationEvidence(answers: [list]), RevocationEvidence(),
  ] {
    #expect(evidence.verdict(on: certificate, of: root, at: .max) == .unknown)
  }
}

/// Where the way ends is said in our words, of rare reasons in those of OpenSSL.
@Test func whyNobodyVouchesIsSaid() throws {
  let roots = try readCertificates(try TestAuthority.shared.get().stranger)
  let (signer, root) = (try SignedSample.key(.employer).certificate, try SignedSample.roots()[0])
  func reason(of certificate: Certificate, through others: [Certificate] = []) -> String? {
    let verdict = followChain(
      of: certificate,
      through: others,
      to: roots,
      at: SignedSample.moment
    )
    guard case .untrusted(let reason) = verdict else { return nil }
    return "\(reason)"
  }
  #expect(reason(of: signer) == "缺少签发机构的证书")
  #expect(reason(of: signer, through: [root]) == "最上面的证书不在根证书里")
  #expect(reason(of: root) == "证书是自己签发的，不在根证书里")
  // X509_V_ERR_INVALID_NON_CA.
  #expect("\(ChainFault(code: 37))".hasPrefix("其他原因：invalid non-CA certificate"))
}
