import Diagnostics

/// The seals as the trail tells of them, entry by entry; there are no tables beside it that could say something else.
struct SealRegistry {
  /// All seals in the order of their numbers, void ones too.
  private(set) var seals: [KeptSeal] = []

  /// The actions that change what is known of a seal; uses do not, and there may be very many of them.
  static let changes = [TrailAction.newSeal, .authoriseSeal, .revokeSeal, .voidSeal]
    .map { "'\($0.rawValue)'" }.joined(separator: ", ")

  /// The number of the next seal.
  var nextNumber: String {
    let digits = String(seals.count + 1)
    return "YZ-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Takes in `entry`; returns whether it can follow what was before.
  mutating func apply(_ entry: TrailEntry) -> Bool {
    guard let action = TrailAction(rawValue: entry.action) else { return false }
    if action == .newSeal { return enter(entry) }
    guard let index = seals.firstIndex(where: { $0.number == entry.subject }),
      seals[index].voidReason == nil
    else { return false }
    return seals[index].apply(action, entry)
  }

  private mutating func enter(_ entry: TrailEntry) -> Bool {
    guard let facts = readPayload(entry.payload, as: SealFacts.self), entry.subject == nextNumber
    else { return false }
    seals.append(KeptSeal(number: entry.subject, facts: facts))
    return true
  }
}

extension KeptSeal {
  fileprivate mutating func apply(_ action: TrailAction, _ entry: TrailEntry) -> Bool {
    switch action {
    case .authoriseSeal:
      guard let given = readPayload(entry.payload, as: SealAuthorisation.self) else { return false }
      if let index = authorisations.firstIndex(where: { $0.person == given.person }) {
        authorisations[index] = given
      } else {
        authorisations.append(given)
      }
    case .revokeSeal:
      guard let taken = readPayload(entry.payload, as: SealRevocation.self),
        let index = authorisations.firstIndex(where: { $0.person == taken.person })
      else { return false }
      authorisations.remove(at: index)
    case .voidSeal:
      guard let end = readPayload(entry.payload, as: SealVoid.self) else { return false }
      voidReason = end.reason
    case .useSeal:
      guard let use = readPayload(entry.payload, as: SealUse.self),
        refusal(of: use.person, for: facts.ownerCode, on: entry.day) == nil
      else { return false }
    default: return false
    }
    return true
  }
}
