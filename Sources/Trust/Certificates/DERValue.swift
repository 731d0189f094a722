/// A value of somebody's DER, read strictly; nothing in it is trusted, and nothing of it is copied.
///
/// Only the value itself is looked at, so reading costs no depth: whoever wants what is inside asks for its parts.
public struct DERValue: Sendable {
  /// The tag byte.
  public let tag: UInt8
  /// What it holds.
  public let content: ArraySlice<UInt8>
  /// The value as it stands, tag and length included.
  public let whole: ArraySlice<UInt8>

  /// Reads the value that `bytes` are, from the first byte to the last.
  public init(_ bytes: [UInt8]) throws(CertificateFailure) {
    var rest = bytes[...]
    self = try DERValue(from: &rest)
    guard rest.isEmpty else { throw .malformed }
  }

  /// Takes the first value of `bytes` away from them.
  public init(from bytes: inout ArraySlice<UInt8>) throws(CertificateFailure) {
    let start = bytes
    guard let tag = bytes.popFirst(), tag & 0x1F != 0x1F, let first = bytes.popFirst() else {
      throw .malformed
    }
    var length = Int(first)
    if first >= 0x80 {
      // Four bytes of length are more than any file has; none at all is BER's open end, which DER forbids.
      let count = Int(first & 0x7F)
      guard (1...4).contains(count), bytes.count >= count else { throw .malformed }
      length = bytes.prefix(count).reduce(0) { $0 << 8 | Int($1) }
      bytes = bytes.dropFirst(count)
    }
    guard bytes.count >= length else { throw .malformed }
    self.tag = tag
    content = bytes.prefix(length)
    bytes = bytes.dropFirst(length)
    whole = start[start.startIndex..<content.endIndex]
  }

  /// The values inside, in order.
  public func parts() throws(CertificateFailure) -> [DERValue] {
    guard tag & 0x20 != 0 else { throw .malformed }
    var (rest, parts) = (content, [DERValue]())
    while !rest.isEmpty { parts.append(try DERValue(from: &rest)) }
    return parts
  }

  /// The values inside, which has to be of `tag`: tags are not signed where signatures are.
  public func parts(of tag: UInt8) throws(CertificateFailure) -> [DERValue] {
    guard self.tag == tag else { throw .malformed }
    return try parts()
  }

  /// The identifier that it is, where it is a known one.
  public var identifier: ObjectIdentifier? {
    tag == 0x06 ? ObjectIdentifier(encoding: Array(content)) : nil
  }

  /// The small number that it is.
  public var smallInteger: Int? {
    guard tag == 0x02 || tag == 0x0A, (1...7).contains(content.count), content.first ?? 0 < 0x80
    else { return nil }
    return content.reduce(0) { $0 << 8 | Int($1) }
  }
}

extension [DERValue] {
  /// The value at `index`, which has to be of `tag`.
  public func value(_ index: Int, _ tag: UInt8) throws(CertificateFailure) -> DERValue {
    guard indices.contains(index), self[index].tag == tag else { throw .malformed }
    return self[index]
  }
}
