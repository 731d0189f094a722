import Diagnostics
import Records

/// The rows of a file by what rosters call them, in twenty-four bytes a row.
struct RosterMembers {
  /// A row with hashes of its id and of the number of its roster.
  private struct Member {
    let id: UInt64
    let roster: UInt64
    let row: UInt32
    let kind: FilingKind
  }

  private var members: [Member] = []

  /// Takes notice of a filing.
  mutating func take(_ filing: Filing) {
    members.append(
      Member(
        id: PersonKey.hash(filing.id),
        roster: filing.rosterNo.map(PersonKey.hash) ?? 0,
        row: UInt32(clamping: filing.row),
        kind: filing.kind
      )
    )
  }

  /// Returns the rows that `roster` holds, in the order of the file, with what they do.
  func rows(of roster: PastRoster) -> [(row: Int, kind: FilingKind)] {
    let (number, ids) = (PersonKey.hash(roster.no), Set(roster.filingIDs.map(PersonKey.hash)))
    return members.filter { $0.roster == number || ids.contains($0.id) }
      .map { (Int($0.row), $0.kind) }
  }
}

extension FileFindings {
  /// Says which filings stand in rosters of another kind.
  mutating func compare(_ members: RosterMembers, with rosters: [PastRoster]) {
    for roster in rosters {
      guard let kinds = roster.kinds else { continue }
      for (row, kind) in members.rows(of: roster) where !kinds.contains(kind) {
        add(
          .rosterNumber,
          row,
          "f.rosterNo",
          "第\(row)行的业务与所在名册的类型不一致",
          found:
            "\(term: kind.label)，在\(MaskedText.shown(roster.kind))\(MaskedText.shown(roster.no))中",
          expected: "在这份名册里的只能是\(kinds.map { Message(term: $0.label) }.joined(separator: "、"))",
          advice: "请核对名册编号、业务类型和名册类型，改正其中一项"
        )
      }
    }
  }
}

extension PastRoster {
  /// What manuals and halls call rosters of each kind of filing.
  private static let words: KeyValuePairs<FilingKind, [String]> = [
    .new: ["new", "新签", "新订", "新增", "新参保", "签订", "增员", "增减"],
    .renew: ["renew", "续签", "续订", "续保", "增员", "增减"],
    .change: ["change", "变更"],
    .terminate: ["terminate", "解除", "终止", "停保", "减员", "增减"],
  ]

  /// The kinds of filings that may stand in it; nothing where its kind is called as no manual calls one.
  fileprivate var kinds: [FilingKind]? {
    let named = Self.words.filter { $0.value.contains(where: kind.contains) }.map(\.key)
    guard !named.isEmpty else { return nil }
    // An old contract that is entered afterwards stands among the new ones (花名册 of 新参保).
    return named.contains(.new) ? named + [.import] : named
  }
}
