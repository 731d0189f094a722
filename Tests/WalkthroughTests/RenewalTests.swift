import Archive
import Certificates
import Diagnostics
import Digests
import Foundation
import Signing
import TestSupport
import Testing
import Verification

@testable import mingce

/// Time stamps in an archive are renewed as further versions; what was there stays as it was.
@Suite struct RenewalTests {
  private let bench: ArchiveBench
  private let archive: ArchiveFolder

  init() throws {
    bench = try ArchiveBench()
    let world = World(environment: ["SOURCE_DATE_EPOCH": "\(SignedSample.moment)"])
    archive = ArchiveFolder(path: bench.folder.file("archive").path, world: world)
  }

  private func renewal() throws -> Renewal {
    let roots = try SignedSample.roots()
    let (rules, _) = readRetentionRules("default: 30年", file: "archive.yaml")
    return Renewal(
      archive: archive,
      packer: BagPacker(
        rules: try #require(rules),
        verifier: Verifier(roots: roots, at: SignedSample.moment),
        today: archive.world.today
      ),
      stamper: TimeStamper(address: TestAuthority.stamps, web: SignedSample.web),
      roots: roots,
      moment: SignedSample.moment
    )
  }

  /// Archives a file that the employer signed, and returns its code.
  private func archive(_ level: SignatureLevel) throws -> String {
    let signed = try SignedSample.signedByEmployer(isStamped: level > .basic)
    let file = try SignedSample.lifted(signed, to: level, by: .employer)
    let bag = try renewal().packer.pack(file, named: "合同.pdf").bag
    try archive.make()
    _ = try archive.keep([bag])
    return bag.holding.code
  }

  @Test func aRenewedDocumentIsAVersionThatBeginsWithTheFormer() throws {
    let code = try archive(.archival)
    let former = try archive.bag(code).bytes(of: Bag.FileName.document)
    guard case .renewed(let holding) = try renewal().renew(code) else {
      Issue.record("not renewed")
      return
    }
    #expect(holding.version == 2 && holding.derivedFrom == code)
    #expect(holding.signatures.map(\.rule) == ["B-LTA", "时间戳", "时间戳"])
    let later = try archive.bag(holding.code).bytes(of: Bag.FileName.document)
    #expect(later.starts(with: former) && later.count > former.count)
    #expect(try archive.bag(code).bytes(of: Bag.FileName.document) == former)
    let verdict = Verifier(roots: try SignedSample.roots(), at: SignedSample.moment).judge(later)
    #expect(verdict.isPassed && verdict.signatures.count == 3)
    #expect(try bench.bags() == [code, holding.code].sorted())
  }

  @Test func theEvidenceLiesBesideTheDocument() throws {
    let code = try archive(.archival)
    let files = try FolderWalk(archive.bag(code).path).files.filter { $0.contains("evidence") }
    #expect(
      files == [
        "data/evidence/1-signature.p7s", "data/evidence/2-timestamp.tsr",
        "data/evidence/verification.json",
      ]
    )
    let message = try archive.bag(code).bytes(of: files[0])
    #expect(try SignedMessage(message).isIntact)
    #expect(try TimeStamp(try archive.bag(code).bytes(of: files[1])).moment > 0)
  }

  @Test func aDocumentIsRenewedOnce() throws {
    let code = try archive(.timeStamped)
    guard case .renewed = try renewal().renew(code) else { throw CocoaError(.featureUnsupported) }
    guard case .refused(let diagnostic) = try renewal().renew(code) else {
      Issue.record("renewed twice")
      return
    }
    #expect(diagnostic.message.contains("已经续期"))
    #expect(try bench.bags().count == 2)
  }

  /// Of a dossier only what has a time stamp gets a further one, and all of it becomes the next version.
  @Test func aDossierIsRenewedAsAWhole() throws {
    var bags: [Bag] = []
    for level in [SignatureLevel.basic, .archival] {
      let signed = try SignedSample.signedByEmployer(isStamped: level > .basic)
      let file = try SignedSample.lifted(signed, to: level, by: .employer)
      bags.append(try renewal().packer.pack(file, named: "合同.pdf").bag)
    }
    let former = Bag(dossier: "两份合同", of: bags)
    try archive.make()
    _ = try archive.keep([former])
    guard case .renewed(let holding) = try renewal().renew(former.holding.code) else {
      Issue.record("not renewed")
      return
    }
    #expect(holding.version == 2 && holding.derivedFrom == former.holding.code)
    #expect(holding.documentCount == 2 && holding.title == "两份合同")
    let later = try archive.bag(holding.code).documents(of: holding)
    let documents = try later.map { try archive.bag(holding.code).bytes(of: $0.path) }
    for (document, bag) in zip(documents, bags) {
      let before = try #require(bag.files.first { $0.path == Bag.FileName.document }).bytes
      #expect(document.starts(with: before))
      #expect((document == before) == (bag.holding.stampedUntil == nil))
    }
    #expect(archive.bag(holding.code).check(with: SHA256()).findings == [])
    #expect(later.map { $0.holding?.derivedFrom } == [nil, bags[1].holding.code])
  }

  @Test func whatHasNoTimeStampOrWasChangedIsRefused() throws {
    let code = try archive(.basic)
    guard case .refused(let diagnostic) = try renewal().renew(code) else {
      Issue.record("renewed")
      return
    }
    #expect(diagnostic.message.contains("没有时间戳"))
    let stamped = try archive(.timeStamped)
    try Data([1]).write(to: bench.bag(stamped).appending(path: "data/document.pdf"))
    guard case .refused(let other) = try renewal().renew(stamped) else {
      Issue.record("renewed")
      return
    }
    #expect(other.message.contains("被改动"))
  }

  @Test func stampsThatEndSoonAreToldAndFound() throws {
    let code = try archive(.archival)
    let soon = try Program.mingce.run(
      ["archive", "verify", "--within", "100000"],
      in: bench.folder.url
    )
    #expect(soon.status == 0 && soon.complaints.contains("\(code)（合同）的时间戳"), "\(soon.said)")
    let later = try Program.mingce.run(["archive", "verify"], in: bench.folder.url)
    #expect(later.status == 0 && !later.complaints.contains("时间戳"), "\(later.said)")
  }
}
