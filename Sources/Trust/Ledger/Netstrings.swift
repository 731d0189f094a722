import Digests

/// Returns `fields` one after another as netstrings: the count of UTF-8 bytes, a colon, the bytes, a comma.
///
/// This is the canonical encoding of everything that the ledger hashes: whatever the fields contain, two different
/// lists never have the same bytes.
func netstrings(_ fields: [String]) -> [UInt8] {
  var bytes: [UInt8] = []
  // Row after row is hashed, so room is made once.
  bytes.reserveCapacity(fields.reduce(0) { $0 + $1.utf8.count + 6 })
  for field in fields {
    bytes += String(field.utf8.count).utf8
    bytes.append(UInt8(ascii: ":"))
    bytes += field.utf8
    bytes.append(UInt8(ascii: ","))
  }
  return bytes
}

extension Digest {
  /// Creates the digest of the canonical encoding of `fields`.
  init(of fields: [String]) {
    self.init(of: netstrings(fields))
  }
}
