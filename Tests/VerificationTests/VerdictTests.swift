import Certificates
import Signing
import TestSupport
import Testing
import Verification

func judge(
  _ bytes: [UInt8],
  roots: [Certificate]? = nil,
  online: Bool = false,
  requiresRevocation: Bool = false
) throws -> FileVerdict {
  Verifier(
    roots: try roots ?? SignedSample.roots(),
    at: SignedSample.moment,
    web: online ? SignedSample.web : nil,
    requiresRevocation: requiresRevocation
  ).judge(bytes)
}

@Test func aSignatureOfTheEmployerHolds() throws {
  let verdict = try judge(try SignedSample.signedByEmployer())
  #expect(verdict.isPassed)
  let signature = try #require(verdict.signatures.first)
  #expect(signature.field == "employer" && signature.label == "用人单位签章")
  #expect(signature.coverage == .whole && signature.isCertification)
  #expect(signature.signer?.subject == RecordFixtures.employerName)
  #expect(signature.trust == .trusted(root: "测试根证书-root"))
  #expect(signature.level == .basic && signature.changes.isEmpty)
}

@Test func theSecondSignatureLeavesTheFirstStanding() throws {
  let first = try SignedSample.signedByEmployer()
  let verdict = try judge(try SignedSample.signedByEmployee(first))
  #expect(verdict.isPassed)
  #expect(verdict.signatures.map(\.field) == ["employer", "employee"])
  #expect(verdict.signatures.map(\.coverage) == [.revision(end: first.count), .whole])
  #expect(verdict.signatures.map(\.changes) == [[.signed(field: "employee")], []])
}

@Test(arguments: SignatureLevel.allCases)
func theLevelThatWasMadeIsTheLevelThatIsTold(_ level: SignatureLevel) throws {
  let signed = try SignedSample.signedByEmployer(isStamped: level > .basic)
  let verdict = try judge(try SignedSample.lifted(signed, to: level, by: .employer))
  #expect(verdict.isPassed)
  let signature = try #require(verdict.signatures.first)
  #expect(signature.level == level)
  #expect((signature.provenTime == nil) == (level == .basic))
  #expect(signature.revocation == (level < .longTerm ? .unknown : .good))
  #expect(verdict.signatures.count == (level == .archival ? 2 : 1))
}

@Test func bothSignaturesCanBeProvedForLong() throws {
  let one = try SignedSample.lifted(
    try SignedSample.signedByEmployer(isStamped: true),
    to: .archival,
    by: .employer
  )
  let both = try SignedSample.lifted(
    try SignedSample.signedByEmployee(one, isStamped: true),
    to: .archival,
    by: .employee
  )
  let verdict = try judge(both, requiresRevocation: true)
  #expect(verdict.isPassed)
  #expect(verdict.signatures.filter { !$0.isTimeStamp }.map(\.level) == [.archival, .archival])
}

@Test func withoutRootsNobodyIsTrusted() throws {
  let verdict = try judge(try SignedSample.signedByEmployer(), roots: [])
  #expect(!verdict.isPassed && verdict.signatures.first?.integrity == .intact)
  #expect(verdict.signatures.first?.trust == .notAsked)
}

@Test func aChainToAnotherRootIsNoChain() throws {
  let stranger = try readCertificates(try TestAuthority.shared.get().stranger)
  let verdict = try judge(try SignedSample.signedByEmployer(), roots: stranger)
  guard case .untrusted? = verdict.signatures.first?.trust else {
    Issue.record("nobody vouches for it")
    return
  }
  #expect(!verdict.isPassed)
}

@Test func anExpiredCertificateSignsNothing() throws {
  let verdict = try judge(try SignedSample.signedByEmployer(.expired))
  #expect(!verdict.isPassed && verdict.signatures.first?.trust == .outOfDate)
}

@Test func aRevokedCertificateIsFoundOutByAsking() throws {
  let file = try SignedSample.signedByEmployer(.revoked)
  #expect(try judge(file).isPassed)
  #expect(try !judge(file, requiresRevocation: true).isPassed)
  let verdict = try judge(file, online: true)
  guard case .revoked? = verdict.signatures.first?.revocation else {
    Issue.record("the issuer says so")
    return
  }
  #expect(!verdict.isPassed)
}

@Test func aFileWithoutSignaturesDoesNotHold() throws {
  let signer = try SignedSample.signer(.employer)
  let unsigned = try SignedSample.unsigned(by: signer).bytes
  let verdict = try judge(unsigned)
  #expect(!verdict.isPassed && verdict.signatures.first?.integrity == .malformed)
}
