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

  /// Where the filing stands in a roster.
  public var rosterOrder: RosterOrder {
    RosterOrder(approvedAt: approvalDate, name: employee.name, id: id)
  }
}

/// The order of a roster's rows: by approval, then by name in code point order, then by id.
public struct RosterOrder: Sendable, Hashable, Comparable {
  /// The day of approval; rows without one come last.
  public let approvedAt: CivilDate?
  /// The person's name.
  public let name: String
  /// The filing's id.
  public let id: String

  /// Creates the place of a row.
  public init(approvedAt: CivilDate?, name: String, id: String) {
    self.approvedAt = approvedAt
    self.name = name
    self.id = id
  }

  /// Returns whether `lhs` stands before `rhs`.
  public static func < (lhs: RosterOrder, rhs: RosterOrder) -> Bool {
    if lhs.approvedAt != rhs.approvedAt {
      guard let left = lhs.approvedAt else { return false }
      guard let right = rhs.approvedAt else { return true }
      return left < right
    }
    if lhs.name != rhs.name { return precedes(lhs.name, rhs.name) }
    return precedes(lhs.id, rhs.id)
  }

  /// UTF-8 keeps the order of code points.
  private static func precedes(_ lhs: String, _ rhs: String) -> Bool {
    lhs.utf8.lexicographicallyPrecedes(rhs.utf8)
  }
}
