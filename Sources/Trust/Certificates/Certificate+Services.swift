import CCrypto

extension Certificate {
  /// Where its issuer answers questions about it (RFC 5280 §4.2.2.1).
  var statusAddresses: [String] {
    guard let list = unsafe X509_get1_ocsp(handle) else { return [] }
    defer { unsafe X509_email_free(list) }
    return (0..<(unsafe mc_sk_string_num(list))).compactMap { index in
      unsafe mc_sk_string_value(list, index).map { unsafe String(cString: $0) }
    }
  }

  /// Where its issuer's lists lie (RFC 5280 §4.2.1.13).
  var listAddresses: [String] {
    guard
      let found = unsafe X509_get_ext_d2i(handle, NID_crl_distribution_points, nil, nil)
    else { return [] }
    let points = OpaquePointer(found)
    defer { unsafe CRL_DIST_POINTS_free(points) }
    return (0..<(unsafe mc_sk_point_num(points))).flatMap { index -> [String] in
      guard let point = unsafe mc_sk_point_value(points, index),
        let name = unsafe point.pointee.distpoint, unsafe name.pointee.type == 0
      else { return [] }
      return unsafe addresses(in: name.pointee.name.fullname)
    }
  }

  private func addresses(in names: OpaquePointer?) -> [String] {
    (0..<(unsafe mc_sk_name_num(names))).compactMap { index in
      var kind: Int32 = 0
      guard let name = unsafe mc_sk_name_value(names, index),
        let value = unsafe GENERAL_NAME_get0_value(name, &kind), kind == GEN_URI
      else { return nil }
      let text = unsafe value.assumingMemoryBound(to: ASN1_STRING.self)
      let count = Int(unsafe ASN1_STRING_length(text))
      guard let start = unsafe ASN1_STRING_get0_data(text) else { return nil }
      return unsafe String(
        decoding: UnsafeBufferPointer(start: start, count: count),
        as: UTF8.self
      )
    }
  }
}

/// Asks the issuers of the certificates of `chain`, which leads from its first to its last, what became of them.
///
/// OCSP is asked first, lists where it gives no answer. The last certificate answers for itself.
public func fetchRevocation(
  of chain: [Certificate],
  over web: WebExchange
) -> RevocationEvidence {
  var evidence = RevocationEvidence()
  for (certificate, issuer) in zip(chain, chain.dropFirst()) {
    if let answer = answer(about: certificate, of: issuer, over: web) {
      evidence.add(RevocationEvidence(answers: [answer]))
      continue
    }
    for address in certificate.listAddresses where address.hasPrefix("http://") {
      if let list = try? web.ask(address, nil) {
        evidence.add(RevocationEvidence(lists: [list]))
        break
      }
    }
  }
  return evidence
}

/// Returns the first answer of OCSP that tells of `certificate`.
private func answer(
  about certificate: Certificate,
  of issuer: Certificate,
  over web: WebExchange
) -> [UInt8]? {
  guard let request = statusRequest(for: certificate, of: issuer) else { return nil }
  for address in certificate.statusAddresses {
    guard let answer = try? web.ask(address, (type: "application/ocsp-request", bytes: request))
    else { continue }
    let evidence = RevocationEvidence(answers: [answer])
    if evidence.verdict(on: certificate, of: issuer, at: .max) != .unknown { return answer }
  }
  return nil
}

/// Returns the question about `certificate` (RFC 6960 §4.1).
private func statusRequest(for certificate: Certificate, of issuer: Certificate) -> [UInt8]? {
  guard let request = unsafe OCSP_REQUEST_new(),
    let name = unsafe OCSP_cert_to_id(EVP_sha1(), certificate.handle, issuer.handle)
  else { return nil }
  defer { unsafe OCSP_REQUEST_free(request) }
  guard unsafe OCSP_request_add0_id(request, name) != nil else {
    unsafe OCSP_CERTID_free(name)
    return nil
  }
  return unsafe encoded { unsafe i2d_OCSP_REQUEST(request, $0) }
}
