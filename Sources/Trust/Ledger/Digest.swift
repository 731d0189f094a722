/// A SHA-256 digest.
public struct Digest: Sendable, Hashable {
  static let byteCount = 32

  /// The 32 bytes.
  let bytes: [UInt8]

  /// Takes the bytes of a finished digest.
  init(_ bytes: [UInt8]) {
    precondition(bytes.count == Self.byteCount, "a digest has 32 bytes")
    self.bytes = bytes
  }

  /// Creates the digest of `bytes`.
  public init(of bytes: [UInt8]) {
    let hash = SHA256()
    hash.combine(bytes)
    self = hash.finish()
  }

  /// Creates the digest of the canonical encoding of `fields`.
  init(of fields: [String]) {
    self.init(of: netstrings(fields))
  }

  /// The 64 digits of the digest, in lower case.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// The first 16 digits, which paper and lists show.
  public var short: String { String(hex.prefix(16)) }
}

/// Returns `fields` one after another as netstrings: the count of UTF-8 bytes, a colon, the bytes, a comma.
///
/// This is the canonical encoding of everything that the ledger hashes: whatever the fields contain, two different
/// lists never have the same bytes.
func netstrings(_ fields: [String]) -> [UInt8] {
  var bytes: [UInt8] = []
  for field in fields {
    bytes += "\(field.utf8.count):".utf8
    bytes += field.utf8
    bytes.append(UInt8(ascii: ","))
  }
  return bytes
}
