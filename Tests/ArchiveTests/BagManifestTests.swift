import Testing

@testable import Archive

/// Between a digest and its path stands white space of any length (RFC 8493 §2.1.3).
@Test(arguments: [" ", "  ", "\t", " \t "])
func aManifestPartsItsColumnsByWhiteSpaceOfAnyLength(gap: String) {
  let digits = String(repeating: "0a", count: 32)
  let manifest = BagManifest(Array("\(digits)\(gap)data/甲 1.pdf\r\n".utf8))
  #expect(manifest.badLines.isEmpty)
  #expect(manifest.digests.keys.map { $0 } == ["data/甲 1.pdf"])
}

@Test(arguments: ["", " ", "data/a.pdf"])
func aLineWithoutAGapOrAPathIsToldByItsNumber(rest: String) {
  let digits = String(repeating: "0a", count: 32)
  #expect(BagManifest(Array("\(digits)\(rest)\n".utf8)).badLines == [1])
}
