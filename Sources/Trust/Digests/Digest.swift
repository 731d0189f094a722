import CCrypto

/// A SHA-256 digest.
public struct Digest: Sendable, Hashable {
  /// How many bytes a digest has.
  public static let byteCount = 32

  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Takes the bytes of a finished digest.
  public init(_ bytes: [UInt8]) {
    precondition(bytes.count == Self.byteCount, "a digest has 32 bytes")
    self.bytes = bytes
  }

  /// Creates the digest of `bytes`.
  public init(of bytes: [UInt8]) {
    self = SHA256().digest(of: bytes)
  }

  /// The 64 digits of the digest, in lower case.
  public var hex: String { hexDigits(of: bytes) }

  /// The digest in base 64 (RFC 4648 § 4), as security policies of pages name what they allow.
  public var base64: String {
    let length = (Digest.byteCount + 2) / 3 * 4
    // The library ends the text with a zero.
    let text = unsafe [UInt8](unsafeUninitializedCapacity: length + 1) { buffer, count in
      count = unsafe Int(EVP_EncodeBlock(buffer.baseAddress, bytes, Int32(Digest.byteCount)))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The first 16 digits, which paper and lists show.
  public var short: String { String(hex.prefix(16)) }
}

/// Returns `bytes` as hexadecimal digits in lower case, two a byte.
public func hexDigits(of bytes: [UInt8]) -> String {
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
