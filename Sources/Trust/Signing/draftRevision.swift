public import Digests
public import PDF
import PDFFiles

/// A file that lacks nothing but a signature; until it is filled in it must not be kept.
public struct UnsignedFile: Sendable {
  /// The whole file.
  public var bytes: [UInt8]
  /// Where the signature belongs.
  public var place: SignaturePlace
  /// Whether the file has no place for the caption of its seal.
  public var lacksCaption = false

  /// Puts the signature of `signer` into its place, and returns the file with its digest.
  public consuming func signed(
    by signer: Signer
  ) throws(SigningFailure) -> (file: [UInt8], digest: Digest) {
    let digest = try fillIn(&bytes, at: place, by: signer)
    return (bytes, digest)
  }
}

/// Continues a file that is there by a revision for the signature of `role`; all earlier revisions stay as they are.
///
/// A seal needs a place that is seen; what it has `beside` it is put on pages, hence only before anybody has signed. A file without a place, such as one made elsewhere, gets places for all roles first, which are not seen.
/// Whoever signs first as the employer certifies; everybody else approves, whatever `facts` say. No key is needed yet, so
/// that revisions can be drafted side by side.
public func draftRevision(
  of bytes: [UInt8],
  as role: SigningRole,
  _ facts: SignatureFacts,
  mark: SignatureMark?,
  beside addition: SealAddition = SealAddition(),
  fonts: PDFFonts
) throws(SigningFailure) -> UnsignedFile {
  let opened = try OpenedFile(bytes)
  guard try !opened.isLocked() else { throw .locked }
  var revision = try Revision(of: opened, fonts: fonts)
  let found = try opened.field(named: role.rawValue)
  guard found?.isSigned != true else { throw .signedAlready(field: role.label) }
  let isFirst = try !opened.hasSignatures()
  guard found != nil || isFirst else { throw .noPlace(field: role.label) }
  guard mark?.isSeal != true || found?.room != nil else { throw .noSealPlace }
  var lacksCaption = false
  if let mark, mark.isSeal, let found {
    guard isFirst || addition.isEmpty else { throw .locked }
    lacksCaption = try !revision.put(addition, of: mark, in: found)
  }
  var facts = facts
  facts.kind = role == .employer && isFirst ? .certification : .approval
  if let found {
    try revision.sign(found, facts, mark: mark)
  } else {
    var missing: [SigningRole] = []
    for role in SigningRole.allCases where try opened.field(named: role.rawValue) == nil {
      missing.append(role)
    }
    let fields = try revision.addFields(missing.map { ($0.rawValue, $0.label) })
    for (other, field) in zip(missing, fields) {
      if other == role {
        try revision.sign(field, facts, mark: nil)
      } else {
        try revision.put(field.entries, as: field.reference)
      }
    }
  }
  let (file, place) = try revision.finish()
  guard let place else { preconditionFailure("a revision that is signed has a place for it") }
  return UnsignedFile(bytes: file, place: place, lacksCaption: lacksCaption)
}

extension OpenedFile {
  /// Whether anybody has signed the file yet.
  fileprivate func hasSignatures() throws(SigningFailure) -> Bool {
    for field in try fields() {
      guard let entries = try resolve(field).entries else { continue }
      if entries["/FT"] == .name("/Sig"), entries["/V"] != nil { return true }
    }
    return false
  }
}
