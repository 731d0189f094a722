import Certificates
import Verification

/// Judges bytes as a signed file; whatever they are, a verdict must come of it, and never that they hold.
func judgeFile(_ bytes: [UInt8]) {
  let verdict = Verifier(roots: [], at: 2_000_000_000).judge(bytes)
  precondition(!verdict.isPassed, "nobody is trusted")
}

/// Reads bytes as a signed message and as a time stamp.
func readSignature(_ bytes: [UInt8]) {
  if let message = try? SignedMessage(bytes) {
    precondition(!message.certificates.isEmpty, "a signer came along")
    if let token = message.timeStamp { _ = try? TimeStamp(token) }
  }
  if let stamp = try? TimeStamp(bytes) { _ = stamp.stamps([]) }
  _ = try? readCertificates(bytes)
}
