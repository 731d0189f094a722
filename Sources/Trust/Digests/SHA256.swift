import CCrypto

/// The SHA-256 digest (FIPS 180-4) of bytes that come piece by piece.
///
/// OpenSSL does the work: it is there for signatures anyway, and hashes some ten times faster than code of ours. To
/// begin costs as much as hashing a few hundred bytes, so whoever hashes row after row keeps one and finishes it often.
@safe
public final class SHA256 {
  private let context: OpaquePointer

  /// Begins the digest of nothing yet.
  public init() {
    guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("out of memory") }
    unsafe self.context = context
    let done = unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
    precondition(done == 1, "SHA-256 is missing from the crypto library")
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Takes in `bytes`.
  public func combine(_ bytes: [UInt8]) { combine(bytes[...]) }

  /// Takes in `bytes`.
  public func combine(_ bytes: ArraySlice<UInt8>) {
    let done = unsafe bytes.withUnsafeBytes { bytes in
      unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }
    precondition(done == 1, "the digest could not go on")
  }

  /// Returns a digest of the same so far, which goes its own way from here on.
  public func copy() -> SHA256 {
    let copy = SHA256()
    let done = unsafe EVP_MD_CTX_copy_ex(copy.context, context)
    precondition(done == 1, "the digest could not be copied")
    return copy
  }

  /// Returns the digest of what was taken in, and begins anew.
  public func finish() -> Digest {
    var bytes = [UInt8](repeating: 0, count: Digest.byteCount)
    let ended = unsafe EVP_DigestFinal_ex(context, &bytes, nil)
    precondition(ended == 1, "the digest could not be ended")
    // Without a method the context keeps the one it has, which saves looking it up (EVP_DigestInit_ex(3)).
    let begun = unsafe EVP_DigestInit_ex(context, nil, nil)
    precondition(begun == 1, "the digest could not begin anew")
    return Digest(bytes)
  }

  /// Returns the digest of `bytes` alone.
  public func digest(of bytes: [UInt8]) -> Digest {
    combine(bytes)
    return finish()
  }
}
