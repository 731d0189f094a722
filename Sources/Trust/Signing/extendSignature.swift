public import Certificates
import Digests
import PDF
import PDFFiles

/// Adds to a signed file what lifts its last signature to `level` (ETSI EN 319 142-1 §6): validation data, then a
/// stamp of the whole file.
///
/// Paths may end at `roots`, and at those that come along with the key; `moment` is now, in seconds since 1970. What
/// comes back is the whole file.
public func extendSignature(
  of bytes: [UInt8],
  to level: SignatureLevel,
  roots: [Certificate],
  at moment: Int,
  by signer: Signer
) throws(SigningFailure) -> [UInt8] {
  var bytes = bytes
  guard level >= .longTerm else { return bytes }
  var data = ValidationData()
  let (key, web) = (signer.key, signer.web)
  try data.gather(key.certificate, others: key.chain, roots: roots, at: moment, over: web)
  for stamp in try stamps(in: bytes) {
    let (certificate, others) = (stamp.message.signer, stamp.message.certificates + key.chain)
    try data.gather(certificate, others: others, roots: roots, at: moment, over: web)
  }
  bytes = try addValidationData(data, to: bytes)
  guard level == .archival, let stamper = signer.stamper else { return bytes }
  return try addTimeStamp(to: bytes, by: stamper)
}

/// Stamps a file anew before the certificate behind its last time stamp ends (ETSI EN 319 142-1 §5.4.3): first what
/// proves the stamps that are there, then a stamp of the whole file.
///
/// No key is needed, since nobody signs. What comes back begins with `bytes` as they are.
/// - Throws: `noTimeStamp` where there is none to be renewed, and whatever keeps the proofs from being had.
public func renewTimeStamp(
  of bytes: [UInt8],
  roots: [Certificate],
  at moment: Int,
  by stamper: TimeStamper
) throws(SigningFailure) -> [UInt8] {
  let there = try stamps(in: bytes)
  guard !there.isEmpty else { throw .noTimeStamp }
  var data = ValidationData()
  for stamp in there {
    try data.gather(
      stamp.message.signer,
      others: stamp.message.certificates,
      roots: roots,
      at: moment,
      over: stamper.web
    )
  }
  return try addTimeStamp(to: try addValidationData(data, to: bytes), by: stamper)
}

/// Writes a revision with validation data beside what the file has of them (ETSI EN 319 142-1 §5.4.2).
private func addValidationData(
  _ data: ValidationData,
  to bytes: [UInt8]
) throws(SigningFailure) -> [UInt8] {
  let opened = try OpenedFile(bytes)
  var revision = try Revision(of: opened, fonts: .none)
  var store = try opened.resolve(opened.catalog["/DSS"]).entries ?? [:]
  for (key, streams) in [
    ("/Certs", data.certificates), ("/OCSPs", data.evidence.answers),
    ("/CRLs", data.evidence.lists),
  ] where !streams.isEmpty {
    let there = try opened.resolve(store[key]).elements ?? []
    store[key] = .array(there + (try revision.add(streams)))
  }
  store["/Type"] = .name("/DSS")
  revision.setCatalog("/DSS", .dictionary(store))
  return try revision.finish().file
}

/// Writes a revision with a stamp of the whole file (ETSI EN 319 142-1 §5.4.3).
private func addTimeStamp(
  to bytes: [UInt8],
  by stamper: TimeStamper
) throws(SigningFailure) -> [UInt8] {
  let opened = try OpenedFile(bytes)
  var revision = try Revision(of: opened, fonts: .none)
  let count = try opened.fields().count
  let fields = try revision.addFields([("timestamp-\(count)", "时间戳")])
  let facts = SignatureFacts(kind: .documentTimeStamp, room: TimeStamper.room)
  for field in fields { try revision.sign(field, facts, mark: nil) }
  var (file, place) = try revision.finish()
  guard let place else { return file }
  let digest = hashBesideRoom(&file, at: place).signed.bytes
  let token: [UInt8]
  do throws(CertificateFailure) {
    token = try stamper.stamp(digest: digest)
  } catch {
    throw .key(error)
  }
  try fillIn(&file, at: place, token)
  return file
}

/// The time stamps of the signatures of a file.
private func stamps(in bytes: [UInt8]) throws(SigningFailure) -> [TimeStamp] {
  let opened = try OpenedFile(bytes)
  var stamps: [TimeStamp] = []
  for field in try opened.fields() {
    guard let entries = try opened.resolve(field).entries,
      let contents = try opened.resolve(entries["/V"]).entries?["/Contents"]?.string,
      let message = try? SignedMessage(contents)
    else { continue }
    if message.contentType == .timeStampInfo, let stamp = try? TimeStamp(contents) {
      stamps.append(stamp)
    } else if let token = message.timeStamp, let stamp = try? TimeStamp(token) {
      stamps.append(stamp)
    }
  }
  return stamps
}

extension PDFFonts {
  /// No fonts, for revisions that show nothing.
  fileprivate static var none: PDFFonts {
    PDFFonts(
      advance: { _, _ in 0 },
      embed: { _, _ in preconditionFailure("a revision that shows nothing needs no font") }
    )
  }
}
