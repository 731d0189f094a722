import Certificates
public import PDF
import PDFFiles

/// Signs a file that is there by a further revision, as `role`; all earlier revisions stay as they are.
///
/// A file without a place for that, such as one made elsewhere, gets places for all roles first, which are not seen.
/// - Returns: The whole file.
public func signRevision(
  of bytes: [UInt8],
  as role: SigningRole,
  stamp: String,
  mark: SignatureMark?,
  fonts: PDFFonts,
  by signer: Signer
) throws(SigningFailure) -> [UInt8] {
  let opened = try OpenedFile(bytes)
  guard try !opened.isLocked() else { throw .locked }
  var revision = try Revision(of: opened, fonts: fonts)
  let found = try opened.field(named: role.rawValue)
  guard found?.isSigned != true else { throw .signedAlready(field: role.label) }
  let isFirst = try !opened.hasSignatures()
  guard found != nil || isFirst else { throw .noPlace(field: role.label) }
  let facts = SignatureFacts(
    kind: role == .employer && isFirst ? .certification : .approval,
    name: signer.key.certificate.subject,
    stamp: stamp,
    room: signer.room
  )
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
  var (file, place) = try revision.finish()
  if let place { try fillIn(&file, at: place, by: signer) }
  return file
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
