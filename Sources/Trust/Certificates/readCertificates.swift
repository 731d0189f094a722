import CCrypto

/// Reads the certificates of a file in PEM, or the one of a file in DER.
public func readCertificates(_ file: [UInt8]) throws(CertificateFailure) -> [Certificate] {
  if let certificate = try? Certificate(file) { return [certificate] }
  guard let bio = unsafe BIO_new_mem_buf(file, Int32(clamping: file.count)) else {
    preconditionFailure("out of memory")
  }
  defer { unsafe BIO_free(bio) }
  var certificates: [Certificate] = []
  while let handle = unsafe PEM_read_bio_X509(bio, nil, nil, nil) {
    certificates.append(unsafe Certificate(taking: handle))
  }
  ERR_clear_error()
  guard !certificates.isEmpty else { throw .malformed }
  return certificates
}
