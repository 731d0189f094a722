import Archive
import Calendar
import Digests
import TestSupport
import Testing

/// Several documents in one bag, which vouch for one another as those of one do.
@Suite struct DossierTests {
  private let parts: [Bag]
  private let dossier: Bag

  init() throws {
    let roster = try holding("名册", person: "张示例") {
      ($0.title, $0.form, $0.retention) = ("终止名册", "roster-termination", .years(30))
      $0.numbers = ["ZZ-2026-0001"]
    }
    let day = try #require(CivilDate(iso: "2027-01-05"))
    let certificate = try holding("证明书", person: "李㛃") {
      ($0.title, $0.form, $0.retention) = ("解除（终止）劳动合同证明书", "certificate", .years(10))
      $0.numbers = ["JZ-2026-000002"]
      $0.day = day
      $0.stampedUntil = CivilDate(iso: "2031-06-30")
    }
    parts = [
      Bag(
        roster,
        document: document("名册"),
        record: record("220104198605040039"),
        evidence: []
      ),
      Bag(
        certificate,
        document: document("证明书"),
        record: record("220104199001010013", name: "李㛃"),
        evidence: [BagFile(path: Bag.FileName.report, bytes: Array("{}".utf8))]
      ),
    ]
    dossier = Bag(dossier: "2026年11月终止备案", of: parts)
  }

  private func findings(_ change: (inout [String: [UInt8]]) -> Void) -> [BagFinding] {
    var files = Dictionary(uniqueKeysWithValues: dossier.files.map { ($0.path, $0.bytes) })
    change(&files)
    return bagFindings(
      code: dossier.holding.code,
      found: files.mapValues { Digest(of: $0) },
      manifest: files[Bag.FileName.manifest],
      tagManifest: files[Bag.FileName.tagManifest]
    )
  }

  @Test func aDossierSaysWhatItHolds() throws {
    let shown = dossier.files.filter { !$0.path.hasSuffix(".pdf") && !$0.path.hasSuffix(".json") }
    let text = shown.map { "== \($0.path)\n" + String(decoding: $0.bytes, as: UTF8.self) }
    try expectGolden(text.joined(), "dossier.txt")
  }

  @Test func everyFileIsVouchedFor() {
    #expect(findings { _ in } == [])
    for file in dossier.files {
      let found = findings { $0[file.path]?[file.bytes.count / 2] ^= 1 }
      #expect(
        found.contains(.changed(path: file.path)) || file.path.contains("manifest"),
        "\(file.path): \(found)"
      )
      #expect(!found.isEmpty, "\(file.path)")
      let lost = findings { $0[file.path] = nil }
      #expect(lost.contains(.missing(path: file.path)), "\(file.path): \(lost)")
    }
  }

  /// The manifests may be written anew, and the name of the bag still tells what was in it.
  @Test func aDocumentThatWasPutInOrTakenOutIsTold() throws {
    let third = Bag(try holding("第三"), document: document("第三"), record: nil, evidence: [])
    let more = Bag(dossier: "同", of: parts + [third])
    for other in [more, Bag(dossier: "同", of: [parts[0], parts[0]])] {
      let files = Dictionary(uniqueKeysWithValues: other.files.map { ($0.path, $0.bytes) })
      let found = bagFindings(
        code: dossier.holding.code,
        found: files.mapValues { Digest(of: $0) },
        manifest: files[Bag.FileName.manifest],
        tagManifest: files[Bag.FileName.tagManifest]
      )
      #expect(found == [.misnamed])
    }
  }

  @Test func theNameOfABagDoesNotHangOnTheOrder() {
    let turned = Bag(dossier: "另一个题名", of: parts.reversed())
    #expect(turned.holding.code == dossier.holding.code)
    #expect(parts.allSatisfy { $0.holding.code != dossier.holding.code })
  }

  @Test func itIsKeptAsLongAsAnyOfItsDocumentsAndFallsDueWithTheLast() throws {
    #expect(dossier.holding.retention == .years(30))
    #expect(dossier.holding.disposal == CivilDate(iso: "2058-01-01"))
    #expect(dossier.holding.stampedUntil == CivilDate(iso: "2031-06-30"))
    #expect(Retention.permanent > .years(999))
  }

  @Test func metadataAreReadAsTheyWereWritten() throws {
    let metadata = try #require(dossier.files.first { $0.path == Bag.FileName.metadata })
    #expect(readMetadata(metadata.bytes) == dossier.holding)
    for (path, part) in zip(dossier.holding.paths(of: Bag.FileName.metadata), parts) {
      let file = try #require(dossier.files.first { $0.path == path })
      #expect(readMetadata(file.bytes) == part.holding)
    }
  }

  @Test(arguments: ["张示例", "李㛃", "JZ-2026-000002", "证明书", "roster-termination", "11月"])
  func itIsFoundByWhateverItsDocumentsTell(_ word: String) throws {
    let folder = try IndexFolder()
    try folder.add(dossier)
    #expect(try folder.codes { $0.words = [word] } == [dossier.holding.code])
  }

  @Test(arguments: ["220104198605040039", "220104199001010013"])
  func everyPersonIsFoundByTheWholeNumber(_ number: String) throws {
    let folder = try IndexFolder()
    try folder.add(dossier)
    #expect(try folder.codes { $0.identity = number } == [dossier.holding.code])
  }
}
