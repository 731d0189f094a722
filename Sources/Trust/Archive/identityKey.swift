import Digests

/// Returns the key under which a person's number is found: the first four bytes of the digest of a salt and the number.
///
/// The index holds no identity number, not even masked, and still answers whoever knows the whole of one. A digest
/// alone would be no secret: all numbers that can be are some hundred thousand million, which a machine tries in a day.
/// Of those, some twenty share each key of 32 bits, so the key says little even to whoever has the salt beside it; that
/// two of a hundred thousand documents share one by chance is rare, and told apart by the record in the bag.
func identityKey(of number: String, salt: String) -> UInt32 {
  let text = number.uppercased()
  let digest = Digest(of: Array("\(salt.utf8.count):\(salt),\(text.utf8.count):\(text),".utf8))
  return digest.bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
}
