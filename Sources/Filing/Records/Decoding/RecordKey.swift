import JSON

/// The names that members of records have.
enum RecordKey: UInt8, CaseIterable, Sendable {
  case id = 1, kind, contractState, review, rostered, rosterNo, submittedAt, approvedAt, voidedAt
  case revokedAt, remark, employee, contract, termination, attachments, name, idType, idNumber
  case sex, birthDate, nationality, ethnicity, education, hukouType, hukouAddress, residence
  case phone, retirementCategory, workStartDate, specialWork, personalNos, bank, idValidFrom
  case idValidTo, no, templateCode, employmentForm, termType, hireDate, startDate, endDate, task
  case taskEndCondition, probation, position, jobCategory, duties, workLocation, workTime, wage
  case insuranceKinds, dispatch, clauses, signDate, signMode, copies, sequence, prior, hazards
  case system, cycle, approvalNo, type, monthly, hourly, pieceRate, base, performanceRule, other
  case payDay, has, hostUnit, hostUscc, start, end, post, text, contractNo, reasonCode, reasonText
  case basis, date, noticeDate, noticeForm, handoverDone, unionNotifiedDate, serviceStart
  case serviceYears, serviceMonths, compensation, personCategory, certificate, serviceYearsText
  case payable, paid, months, baseWage, amount, noticePay, paidDate, issueDate, deliveredDate
  case delivery, receiver, schema, profile, asOf, config, employer, authority, seals, signatures
  case filings, insuranceChanges, wages, injuryClaims, rosters, documents, uploads, audit
  case sealUses, infoChanges, uscc, orgCode, nature, affiliation, economicType, ownership
  case industry, division, legalRep, registeredCapital, addresses, postalCode, contact, agent
  case reviewOrg, ssUnitNo, ssRegNo, superior, stats, registered, business, mailing, status
  case opinion, handledAt, handler, mobile, validFrom, validTo, canManageAgents, code, label
  case account, protections, hallGrantedAt, uploaded, staff, male, female, onDuty, offDuty, migrant
  case shouldSign, signed, signRate, taskContracts, under3y, from3to10y, over10yOrOpen
  case wageTotalLastYear, avgMonthlyWageLastYear, arrearsTotal, arrearsPeople, vacancies, bankCode
  case useSsCard, injuryProofs, contributionBases, balances, benefits
  case plannedRetirement, required, pages, file, archiveTransferredDate, insuranceTransferredDate
  case unemploymentReportedDate, sha256, uploadedAt

  /// The name itself.
  var spelling: String { "\(self)" }

  /// All names, each at the place of its number, which the JSON reader counts from 1.
  static let names = allCases.map(\.spelling)
}

/// The members that an object may have.
struct KnownKeys: Sendable, ExpressibleByArrayLiteral {
  /// A bit for each number of a name.
  private var bits: SIMD4<UInt64> = .zero
  /// The names in the order in which they were listed.
  let names: [String]

  init(arrayLiteral keys: RecordKey...) {
    names = keys.map(\.spelling)
    for key in keys { bits[Int(key.rawValue) / 64] |= 1 << (key.rawValue % 64) }
  }

  /// Returns whether the object may have the member whose name has the number `name`; 0 is none of the names.
  func contains(_ name: UInt8) -> Bool { bits[Int(name) / 64] >> (name % 64) & 1 != 0 }
}

extension JSONTree {
  /// Returns the first member of the object `value` whose name is `key`.
  func member(_ key: RecordKey, of value: Int) -> Int? { member(key.rawValue, of: value) }
}
