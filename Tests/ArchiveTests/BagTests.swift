import Archive
import Digests
import TestSupport
import Testing

/// Bags are whole and vouch for every byte of themselves.
@Suite struct BagTests {
  private let bag: Bag

  init() throws {
    let file = BagFile(path: Bag.FileName.report, bytes: Array("{}".utf8))
    bag = Bag(
      try holding("甲"),
      document: document("甲"),
      record: record("220104198605040039"),
      evidence: [file]
    )
  }

  private func findings(
    _ code: String? = nil,
    _ change: (inout [String: [UInt8]]) -> Void
  ) -> [BagFinding] {
    var files = Dictionary(uniqueKeysWithValues: bag.files.map { ($0.path, $0.bytes) })
    change(&files)
    return bagFindings(
      code: code ?? bag.holding.code,
      found: files.mapValues { Digest(of: $0) },
      manifest: files[Bag.FileName.manifest],
      tagManifest: files[Bag.FileName.tagManifest]
    )
  }

  @Test func aBagSaysWhatItHolds() throws {
    let text = bag.files.filter { !$0.path.hasPrefix("data/") }.map { file in
      "== \(file.path)\n" + String(decoding: file.bytes, as: UTF8.self)
    }
    try expectGolden(text.joined(), "bag.txt")
  }

  @Test func aBagThatWasNotTouchedHasNoFindings() {
    #expect(findings { _ in } == [])
  }

  @Test func aChangedByteIsFoundInEveryFile() {
    for file in bag.files {
      for place in Set([0, file.bytes.count / 2, file.bytes.count - 1]) {
        let found = findings { $0[file.path]?[place] ^= 1 }
        #expect(!found.isEmpty, "\(file.path) at \(place)")
        let isManifest = file.path.contains("manifest")
        #expect(isManifest || found.contains(.changed(path: file.path)), "\(file.path) at \(place)")
      }
    }
  }

  @Test func aMissingFileIsNamedWhicheverItIs() {
    for file in bag.files {
      let found = findings { $0[file.path] = nil }
      #expect(found.contains(.missing(path: file.path)), "\(file.path): \(found)")
    }
  }

  @Test func whatNoManifestNamesIsAdded() {
    #expect(findings { $0["data/other.pdf"] = [1] } == [.added(path: "data/other.pdf")])
    #expect(findings { $0["note.txt"] = [1] } == [.added(path: "note.txt")])
  }

  @Test func aManifestCannotVouchForTheOthersFiles() {
    let line = "\(Digest(of: [1]).hex)  note.txt\n"
    let found = findings {
      $0["note.txt"] = [1]
      $0[Bag.FileName.manifest]? += Array(line.utf8)
    }
    #expect(found.contains(.added(path: "note.txt")))
  }

  @Test func aDocumentUnderAnotherNameIsMisnamed() {
    #expect(findings("0123456789abcdef") { _ in } == [.misnamed])
  }

  @Test func linesThatSayNothingAreTold() {
    let found = findings { $0[Bag.FileName.manifest]? += Array("was ist das\n".utf8) }
    #expect(found.contains(.malformed(path: Bag.FileName.manifest, line: 4)), "\(found)")
  }

  @Test func aFolderWithNothingLacksWhatEveryBagHas() {
    let found = bagFindings(code: "0", found: [:], manifest: nil, tagManifest: nil)
    #expect(found.count == 6 && found.contains(.missing(path: Bag.FileName.document)))
  }

  @Test func randomBytesAsManifestsNeverStopTheProgram() {
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
      let found = findings { $0[Bag.FileName.manifest] = bytes }
      #expect(!found.isEmpty, "seed \(seed)")
    }
  }

  @Test func aLaterVersionNamesTheFormerAndKeepsItsTerm() throws {
    let former = try holding("甲") { $0.retention = .years(10) }
    let later = Bag(try holding("乙"), document: document("乙"), record: nil, evidence: [])
      .following(former)
    #expect(later.holding.version == 2 && later.holding.derivedFrom == former.code)
    #expect(later.holding.retention == .years(10))
    let metadata = try #require(later.files.first { $0.path == Bag.FileName.metadata })
    #expect(readMetadata(metadata.bytes) == later.holding)
  }
}
