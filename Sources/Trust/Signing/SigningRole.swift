public import PDF

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

  /// The places of a document that both will sign, the first of them by `role` now.
  ///
  /// All of them exist from the first revision on: nobody has to add one later, and none is cut away with a signature.
  public static func fields(
    signedBy role: SigningRole,
    _ facts: SignatureFacts,
    mark: SignatureMark
  ) -> [SignatureField] {
    allCases.map { other in
      other == role
        ? SignatureField(
          name: other.rawValue,
          label: other.label,
          size: mark.size,
          mark: mark,
          signature: facts
        )
        : SignatureField(name: other.rawValue, label: other.label, size: mark.size)
    }
  }
}
