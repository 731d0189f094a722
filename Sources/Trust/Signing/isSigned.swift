public import Certificates
import PDFFiles

/// Returns whether `bytes` are a file that the key of `certificate` signed as `role`, and that is whole up to there.
///
/// This is for going on after a run that was cut off; whether a signature can be relied on is for others to judge.
public func isSigned(
  _ bytes: [UInt8],
  as role: SigningRole,
  by certificate: Certificate
) -> Bool {
  guard let opened = try? OpenedFile(bytes),
    let field = try? opened.field(named: role.rawValue),
    let entries = try? opened.resolve(field.entries["/V"]).entries,
    let contents = entries["/Contents"]?.string,
    let range = entries["/ByteRange"]?.elements?.compactMap(\.integer), range.count == 4,
    range[0] == 0, range[1] >= 0, range[2] >= range[1], range[3] >= 0,
    range[3] <= bytes.count - range[2],
    let message = try? SignedMessage(contents)
  else { return false }
  let digest = message.digest.digest(
    of: bytes[..<range[1]],
    bytes[range[2]..<range[2] + range[3]]
  )
  return message.isIntact && message.messageDigest == digest
    && message.signer.encoding == certificate.encoding
}
