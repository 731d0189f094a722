import CCrypto

/// Returns a number that nobody can foresee, from OpenSSL's generator of keys.
public func randomNonce() -> UInt64 {
  var bytes = [UInt8](repeating: 0, count: 8)
  let done = unsafe RAND_bytes(&bytes, 8)
  precondition(done == 1, "the generator has a seed")
  return bytes.reduce(0) { $0 << 8 | UInt64($1) }
}
