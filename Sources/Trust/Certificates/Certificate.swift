import CCrypto

/// An X.509 certificate (RFC 5280), as somebody handed it in.
@safe
public final class Certificate {
  let handle: OpaquePointer
  /// The certificate as it is encoded.
  public let encoding: [UInt8]

  /// Reads a certificate in DER.
  public convenience init(_ encoding: [UInt8]) throws(CertificateFailure) {
    let handle = unsafe decoded(encoding) { unsafe d2i_X509(nil, $0, $1) }
    guard let handle = unsafe handle else { throw .malformed }
    unsafe self.init(taking: handle)
  }

  /// Takes over a certificate of OpenSSL.
  init(taking handle: OpaquePointer) {
    unsafe self.handle = handle
    encoding = unsafe encoded { unsafe i2d_X509(handle, $0) }
  }

  deinit { unsafe X509_free(handle) }

  /// Who signed it, and its number there: what a signature names it by (RFC 5652 §10.2.4).
  public var issuerAndSerial: [UInt8] {
    let issuer = unsafe encoded { unsafe i2d_X509_NAME(X509_get_issuer_name(handle), $0) }
    let serial = unsafe encoded { unsafe i2d_ASN1_INTEGER(X509_get0_serialNumber(handle), $0) }
    return DER.sequence(issuer, serial)
  }

  /// The name of the person or unit: the common name, else the whole.
  public var subject: String { unsafe name(X509_get_subject_name(handle)) }

  /// The name of who signed it.
  public var issuer: String { unsafe name(X509_get_issuer_name(handle)) }

  /// The number at its issuer in hexadecimal digits.
  public var serial: String {
    guard let number = unsafe ASN1_INTEGER_to_BN(X509_get0_serialNumber(handle), nil) else {
      return ""
    }
    defer { unsafe BN_free(number) }
    guard let digits = unsafe BN_bn2hex(number) else { return "" }
    defer { unsafe mc_free(digits) }
    return unsafe String(cString: digits)
  }

  /// From when to when it is valid, in seconds since 1970.
  public var validity: ClosedRange<Int>? {
    guard let from = unsafe seconds(X509_get0_notBefore(handle)),
      let to = unsafe seconds(X509_get0_notAfter(handle)), from <= to
    else { return nil }
    return from...to
  }

  /// Whether it is its own issuer.
  public var isSelfIssued: Bool {
    unsafe X509_NAME_cmp(X509_get_subject_name(handle), X509_get_issuer_name(handle)) == 0
  }

  /// Whether it may sign time stamps, and nothing else (RFC 3161 §2.3).
  public var isForTimeStamps: Bool {
    unsafe X509_check_purpose(handle, X509_PURPOSE_TIMESTAMP_SIGN, 0) == 1
  }

  /// Whether it may sign documents: a certificate that says what its key is for has to name signatures
  /// (RFC 5280 §4.2.1.3).
  public var isForSignatures: Bool {
    let usage = unsafe X509_get_key_usage(handle)
    return usage & UInt32(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION) != 0
  }

  private func name(_ name: OpaquePointer?) -> String {
    let place = unsafe X509_NAME_get_index_by_NID(name, NID_commonName, -1)
    if place >= 0, let entry = unsafe X509_NAME_get_entry(name, place) {
      var text: UnsafeMutablePointer<UInt8>?
      let count = unsafe ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(entry))
      defer { unsafe mc_free(text) }
      if count >= 0, let text = unsafe text {
        return unsafe String(
          decoding: UnsafeBufferPointer(start: text, count: Int(count)),
          as: UTF8.self
        )
      }
    }
    guard let line = unsafe X509_NAME_oneline(name, nil, 0) else { return "" }
    defer { unsafe mc_free(line) }
    return unsafe String(cString: line)
  }
}

/// Returns what `read`, one of OpenSSL's `d2i` functions, makes of `bytes`.
func decoded(
  _ bytes: [UInt8],
  _ read: (UnsafeMutablePointer<UnsafePointer<UInt8>?>?, Int) -> OpaquePointer?
) -> OpaquePointer? {
  unsafe bytes.withUnsafeBufferPointer { bytes in
    var start = bytes.baseAddress
    return unsafe read(&start, bytes.count)
  }
}

/// Returns what `write`, one of OpenSSL's `i2d` functions, writes.
func encoded(
  _ write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32
) -> [UInt8] {
  var bytes: UnsafeMutablePointer<UInt8>?
  let count = unsafe write(&bytes)
  guard count > 0, let start = unsafe bytes else { return [] }
  defer { unsafe mc_free(start) }
  return unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
}

/// Returns `time` in seconds since 1970.
func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int? {
  var parts = unsafe tm()
  guard let time = unsafe time, unsafe ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
  return unsafe Moment.seconds(
    year: Int(parts.tm_year) + 1900,
    month: Int(parts.tm_mon) + 1,
    day: Int(parts.tm_mday),
    hour: Int(parts.tm_hour),
    minute: Int(parts.tm_min),
    second: Int(parts.tm_sec)
  )
}
