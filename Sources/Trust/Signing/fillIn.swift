public import Digests
public import PDF

/// Signs the finished `file`, all but the room at `place`, and puts the signature there.
///
/// Returns the digest of the whole: what stands before the signature is hashed once for both.
@discardableResult
public func fillIn(
  _ file: inout [UInt8],
  at place: SignaturePlace,
  by signer: Signer
) throws(SigningFailure) -> Digest {
  let (whole, signed) = hashBesideRoom(&file, at: place)
  try fillIn(&file, at: place, try signer.sign(digest: signed.bytes))
  whole.combine(file[place.contents.lowerBound...])
  return whole.finish()
}

/// Writes which bytes are signed, and returns a digest of all before the room, and that of what is signed.
func hashBesideRoom(
  _ file: inout [UInt8],
  at place: SignaturePlace
) -> (before: SHA256, signed: Digest) {
  let (start, end) = (place.contents.lowerBound, place.contents.upperBound)
  let numbers = "[0 \(start) \(end) \(file.count - end)"
  let padding = String(repeating: " ", count: place.byteRange.count - numbers.utf8.count - 1)
  file.replaceSubrange(place.byteRange, with: Array((numbers + padding + "]").utf8))
  let before = SHA256()
  before.combine(file[..<start])
  let signed = before.copy()
  signed.combine(file[end...])
  return (before, signed.finish())
}

/// Puts a signature into its room, as hexadecimal digits; what is left of the room stays filled with zeros.
func fillIn(
  _ file: inout [UInt8],
  at place: SignaturePlace,
  _ signature: [UInt8]
) throws(SigningFailure) {
  let room = place.contents.count / 2 - 1
  guard signature.count <= room else {
    throw .noRoom(needed: signature.count, room: room)
  }
  let digits = Array("0123456789abcdef".utf8)
  var index = place.contents.lowerBound + 1
  for byte in signature {
    file[index] = digits[Int(byte >> 4)]
    file[index + 1] = digits[Int(byte & 0xF)]
    index += 2
  }
}
