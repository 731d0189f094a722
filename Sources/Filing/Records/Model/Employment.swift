public import Calendar

extension Filing {
  /// Returns whether the filing shows the person at work for the employer on `day` (是否在职).
  ///
  /// The hall's query lists as 在职 all approved new and renewed contracts of the employer (Jilin manual 1.3); changed
  /// contracts and history imports are running contracts as well. One whose term is over, which has been ended, voided
  /// or revoked, or which has not begun, is none. A termination filing counts until the last day of the relation.
  public func isEmployed(on day: CivilDate) -> Bool {
    guard isInForce, contract.hireDate <= day else { return false }
    if let termination { return day <= termination.date }
    guard contractState != .ended, kind != .terminate else { return false }
    return contract.endDate.map { day <= $0 } ?? true
  }

  /// Whether the filing has passed its review and was neither voided nor revoked since.
  private var isInForce: Bool {
    guard voidedAt == nil, revokedAt == nil else { return false }
    switch contractState {
    case .void, .revoked, .undefined: return false
    case .new, .renewed, .changed, .ended: break
    }
    return review.status == .approved || review.status == .automatic
  }
}
