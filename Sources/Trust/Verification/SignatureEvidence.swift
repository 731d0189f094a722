import Certificates
import PDFFiles

/// A signature or time stamp of a file by itself, to be kept beside it.
public struct SignatureEvidence: Sendable, Hashable {
  /// The name of its field.
  public var field: String
  /// Whether it is a time stamp of the whole file.
  public var isTimeStamp: Bool
  /// The signed message in DER (CMS, RFC 5652), without the zeros that fill its place up.
  public var message: [UInt8]
  /// When the certificate behind its time stamp ends, in seconds since 1970; nothing where it has none.
  public var stampedUntil: Int?
}

/// Returns the signatures and time stamps of the file that `bytes` are, in the order in which they were made; those that
/// cannot be read are left to the verdict.
public func signatureEvidence(in bytes: [UInt8]) -> [SignatureEvidence] {
  guard let file = try? PDFFile(bytes, isStrict: true), let found = try? file.signatures() else {
    return []
  }
  return found.compactMap { signature in
    var rest = signature.contents[...]
    guard let message = try? DERValue(from: &rest) else { return nil }
    return SignatureEvidence(
      field: signature.field,
      isTimeStamp: signature.isTimeStamp,
      message: Array(message.whole),
      stampedUntil: stampEnd(of: signature)
    )
  }
}

extension [SignatureEvidence] {
  /// Until when the time stamps prove the file, in seconds since 1970; nothing where it has none.
  ///
  /// A stamp of the whole file vouches for all before it, so what counts is the last of these and what was signed since.
  public var stampedUntil: Int? {
    let last = lastIndex(where: \.isTimeStamp) ?? startIndex
    return self[last...].compactMap(\.stampedUntil).min()
  }
}

private func stampEnd(of signature: FoundSignature) -> Int? {
  let token =
    signature.isTimeStamp
    ? signature.contents : (try? SignedMessage(signature.contents))?.timeStamp
  guard let token, let stamp = try? TimeStamp(token) else { return nil }
  return stamp.message.signer.validity?.upperBound
}
