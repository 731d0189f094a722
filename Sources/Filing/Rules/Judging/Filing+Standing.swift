import Calendar
import Records

extension Filing {
  /// Whether the filing is void or revoked, so that nothing rests on it any more.
  var isDead: Bool { isVoid || isRevoked }

  /// Whether it was declared void, in whichever of the three places the record says so.
  var isVoid: Bool { contractState == .void || voidedAt != nil || review.status == .void }

  /// Whether it was revoked, in whichever of the three places the record says so.
  var isRevoked: Bool {
    contractState == .revoked || revokedAt != nil || review.status == .revoked
  }

  /// Whether other filings of the same person are compared with it; a rejected one is mended and handed in again beside its
  /// old row.
  var countsForPerson: Bool { !isDead && review.status != .rejected }

  /// Whether the authority has let it pass.
  var isApproved: Bool { review.status == .approved || review.status == .automatic }

  /// Whether the authority has yet to decide on it.
  var isPending: Bool { review.status.isPending }

  /// The day that windows of submission are judged by; nothing where the authority has let the filing pass.
  ///
  /// What is recorded counts, then the day of the file for what is still to be handed in (or in again).
  func submissionDay(_ standards: Standards) -> CivilDate? {
    if let submittedAt { return submittedAt }
    return isApproved ? nil : standards.asOf
  }

  /// Whether the person works full time.
  var isFullTime: Bool { contract.employmentForm.code == EmploymentForm.fullTime.rawValue }

  /// Whether the person works part time.
  var isPartTime: Bool { contract.employmentForm.code == EmploymentForm.partTime.rawValue }
}

extension ReviewStatus {
  /// Whether the authority has yet to decide.
  var isPending: Bool {
    switch self {
    case .toSubmit, .submitted, .pending, .unconfirmed, .confirmed, .atCentre: true
    case .approved, .automatic, .rejected, .void, .revoked: false
    }
  }
}
