import Calendar
import Records
import TestSupport
import Testing

/// What the manuals say of the gate, in another shape than the code's: the first line that applies decides.
private func expected(
  _ kind: FilingKind,
  _ review: ReviewStatus,
  _ state: ContractState,
  isEmployerApproved: Bool,
  kinds: Set<FilingKind>
) -> ExclusionReason? {
  if !kinds.contains(kind) { return .otherKind }
  if !isEmployerApproved { return .employerNotApproved }
  let byState: [ContractState: ExclusionReason] = [
    .void: .void, .revoked: .revoked, .undefined: .unknownState,
  ]
  if let reason = byState[state] { return reason }
  if review == .approved || (review == .automatic && kind == .import) { return nil }
  let byReview: [ReviewStatus: ExclusionReason] = [
    .rejected: .rejected, .void: .void, .revoked: .revoked,
  ]
  return byReview[review] ?? .notReviewed
}

private let gates: [Set<FilingKind>] = [
  [.new, .import], [.renew], [.terminate], [.new, .import, .renew, .change, .terminate], [],
]

@Test(arguments: [("审核通过", true), ("自动通过", true), ("未审核", false), ("审核不通过", false)])
func everyCombinationPassesTheGateOrIsToldWhyNot(_ employer: (String, Bool)) throws {
  let ending = #"{"type":"终止","reasonCode":"T44-1","date":"2026-12-31"}"#
  let prior = #"{"startDate":"2023-11-08"}"#
  var rows: [String] = []
  var cases: [(FilingKind, ReviewStatus, ContractState)] = []
  for kind in FilingKind.allCases {
    for review in ReviewStatus.allCases {
      for state in ContractState.allCases {
        cases.append((kind, review, state))
        rows.append(
          try row(
            3,
            .new,
            [
              Edit("id", "\"x\(rows.count)\""), Edit("kind", "\"\(kind.rawValue)\""),
              Edit("contractState", "\"\(state.rawValue)\""),
              Edit("review", "{\"status\":\"\(review.rawValue)\"}"),
              Edit("termination", ending), Edit("contract.prior", prior),
            ]
          )
        )
      }
    }
  }
  let text = RecordFixtures.document(rows)
    .replacingFirst(#""review":{"status":"审核通过"}"#, with: #""review":{"status":"\#(employer.0)"}"#)
  let (file, outcomes) = try open(text)
  #expect(cases.count == 385)
  for (outcome, (kind, review, state)) in zip(outcomes, cases) {
    let filing = try #require(outcome.filing, "\(outcome.said)")
    for kinds in gates {
      #expect(
        rosterExclusion(of: filing, in: file.batch, kinds: kinds)
          == expected(kind, review, state, isEmployerApproved: employer.1, kinds: kinds),
        "\(kind) \(review) \(state)"
      )
    }
  }
}

@Test(arguments: [
  ("voidedAt", ExclusionReason.void), ("revokedAt", .revoked),
])
func aDayOfVoidingOrRevokingKeepsAnApprovedFilingOut(_ vector: (String, ExclusionReason)) throws {
  let text = RecordFixtures.document([try row(3, .new, [Edit(vector.0, "\"2026-11-19\"")])])
  let (file, outcomes) = try open(text)
  let filing = try #require(outcomes.first?.filing)
  #expect(rosterExclusion(of: filing, in: file.batch, kinds: [.new]) == vector.1)
}

@Test func whetherItIsInARosterAlreadyIsNotForTheGate() throws {
  let text = RecordFixtures.document([
    try row(3, .new, [Edit("rostered", "true"), Edit("rosterNo", "\"M1\"")])
  ])
  let (file, outcomes) = try open(text)
  let filing = try #require(outcomes.first?.filing)
  #expect(rosterExclusion(of: filing, in: file.batch, kinds: [.new]) == nil)
}

@Test func theDayOfApprovalIsTheRecordsOrElseTheReviews() throws {
  let both = try filing()
  #expect(both.approvalDate?.description == "2026-11-19")
  let review = try filing(
    .new,
    Edit("approvedAt", nil),
    Edit("review.handledAt", "\"2026-11-18 08:00:00.0\"")
  )
  #expect(review.approvalDate?.description == "2026-11-18")
  let neither = try filing(.new, Edit("approvedAt", nil), Edit("review.handledAt", nil))
  #expect(neither.approvalDate == nil)
}
