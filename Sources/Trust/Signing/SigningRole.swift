import Geometry
public import PDF
public import Pages

/// On whose behalf a file is signed.
public enum SigningRole: String, Sendable, Hashable, CaseIterable {
  /// The employer, who certifies the document that it made.
  case employer
  /// The employee, who signs what the employer made.
  case employee

  /// What the place is for, in words.
  public var label: String {
    switch self {
    case .employer: "用人单位签章"
    case .employee: "劳动者签名"
    }
  }

  /// The room of those who sign later: a name by hand takes at most 45 × 15 mm.
  private static let openRoom = Size(width: .mm(45), height: .mm(15))

  /// The place of a seal in a document that is printed and kept before the employer signs it, such as a saved roster.
  ///
  /// It has the middle of the stamp place as its own; a seal is put there in its true size (`Revision.sign`). Beside it
  /// room is kept for three lines that say when it was sealed (`Issuing.signatureCaption`).
  public static var openSealField: SignatureField {
    SignatureField(
      name: employer.rawValue,
      label: employer.label,
      size: Size(width: .mm(42), height: .mm(42)),
      captionRoom: Size(width: .mm(38), height: .pt(30)),
      isCentred: true
    )
  }

  /// The places of a document that both will sign, the first of them by `role` now.
  ///
  /// All of them exist from the first revision on: nobody has to add one later, and none is cut away with a signature.
  /// With a `seam` the mark, a seal, also stands across the edges of the pages.
  public static func fields(
    signedBy role: SigningRole,
    _ facts: SignatureFacts,
    mark: SignatureMark,
    seam: SealSlices.Sides? = nil
  ) -> [SignatureField] {
    allCases.map { other in
      guard other == role else {
        return SignatureField(name: other.rawValue, label: other.label, size: openRoom)
      }
      return SignatureField(
        name: other.rawValue,
        label: other.label,
        size: mark.size,
        mark: mark,
        signature: facts,
        seam: seam
      )
    }
  }
}
