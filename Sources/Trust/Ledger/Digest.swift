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
    self = SHA256().digest(of: bytes)
  }

  /// Creates the digest of the canonical encoding of `fields`.
  init(of fields: [String]) {
    self.init(of: netstrings(fields))
  }

  /// The 64 digits of the digest, in lower case.
  public var hex: String { hexDigits(of: bytes) }

  /// The first 16 digits, which paper and lists show.
  public var short: String { String(hex.prefix(16)) }
}

/// Returns `bytes` as hexadecimal digits in lower case, two a byte.
func hexDigits(of bytes: [UInt8]) -> String {
  func digit(_ value: UInt8) -> UInt8 {
    value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }
  var text: [UInt8] = []
  text.reserveCapacity(2 * bytes.count)
  for byte in bytes {
    text.append(digit(byte >> 4))
    text.append(digit(byte & 15))
  }
  return String(decoding: text, as: UTF8.self)
}

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
