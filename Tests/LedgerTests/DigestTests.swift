import Digests
import Ledger
import Testing

/// The vectors of FIPS 180-4, and the same in base 64.
@Test(arguments: [
  (
    "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
  ),
  (
    "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
  ),
])
func aDigestIsThatOfTheStandard(_ text: String, _ hex: String, _ base64: String) {
  let digest = Digest(of: Array(text.utf8))
  #expect(digest.hex == hex)
  #expect(digest.base64 == base64)
}

@Test func piecesGiveTheDigestOfTheWhole() {
  let hash = SHA256()
  for byte in "abc".utf8 { hash.combine([byte]) }
  #expect(hash.finish() == Digest(of: Array("abc".utf8)))
  #expect(hash.finish() == Digest(of: []))
}

@Test func aCopyGoesItsOwnWay() {
  let hash = SHA256()
  hash.combine(Array("a".utf8))
  let copy = hash.copy()
  hash.combine(Array("xbcx".utf8)[1...2])
  copy.combine(Array("b".utf8))
  #expect(hash.finish() == Digest(of: Array("abc".utf8)))
  #expect(copy.finish() == Digest(of: Array("ab".utf8)))
}
