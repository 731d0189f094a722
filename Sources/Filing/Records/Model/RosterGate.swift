public import Calendar

/// Why a filing is left out of a roster.
public enum ExclusionReason: String, Sendable, Hashable, CaseIterable {
  /// The employer's own registration is not approved.
  case employerNotApproved = "单位基本信息尚未审核通过"
  /// The filing is of another kind.
  case otherKind = "不是本名册的业务类型"
  /// It was declared void.
  case void = "已作废"
  /// It was revoked.
  case revoked = "已撤销"
  /// Its contract state is one that nobody explains.
  case unknownState = "合同状态含义不明"
  /// Its review is not finished.
  case notReviewed = "尚未审核通过"
  /// Its review was refused.
  case rejected = "审核不通过"

  /// The reason as the summary prints it.
  public var label: String { rawValue }
}

/// Returns why `filing` may not enter a roster of `kinds`, or nothing when it may.
///
/// Only what is 审核通过 enters; a history import also when the system passed it (自动通过).
public func rosterExclusion(
  of filing: Filing,
  in batch: Batch,
  kinds: Set<FilingKind>
) -> ExclusionReason? {
  guard kinds.contains(filing.kind) else { return .otherKind }
  guard batch.employer.isApproved else { return .employerNotApproved }
  switch filing.contractState {
  case .void: return .void
  case .revoked: return .revoked
  case .undefined: return .unknownState
  default: break
  }
  if filing.voidedAt != nil { return .void }
  if filing.revokedAt != nil { return .revoked }
  switch filing.review.status {
  case .approved: return nil
  case .automatic: return filing.kind == .import ? nil : .notReviewed
  case .rejected: return .rejected
  case .void: return .void
  case .revoked: return .revoked
  default: return .notReviewed
  }
}

extension Filing {
  /// The day of approval: as recorded, or else the day the review was handled.
  public var approvalDate: CivilDate? { approvedAt ?? review.handledAt }
}
