public import Calendar
public import Digests
import GRDB

/// How far the signing of a document has come (电子签名的流程状态).
public enum SigningState: String, Sendable, Hashable, CaseIterable {
  /// The employer has signed; the employee has not yet.
  case pending
  /// Both have signed.
  case signed
  /// The employee refuses to sign.
  case refused
  /// The employer has withdrawn the document.
  case void
  /// The day has passed by which the employee was to sign.
  case expired

  /// The word that lists print.
  public var label: String {
    switch self {
    case .pending: "待签名"
    case .signed: "已签名"
    case .refused: "拒签"
    case .void: "已撤回"
    case .expired: "已过期"
    }
  }
}

/// A document that the employer has signed, to be entered for the employee's signature.
public struct SigningDraft: Sendable {
  /// What the document is, such as 劳动合同书.
  public var title: String
  /// Whose it is; empty where nobody knows.
  public var person: String
  /// The filing that it belongs to, where it belongs to one.
  public var filing: FilingTrace?
  /// The last day on which the employee may sign.
  public var deadline: CivilDate
  /// The hash of the file as the employer has signed it.
  public var file: Digest

  /// Creates a draft.
  public init(
    title: String,
    person: String,
    filing: FilingTrace?,
    deadline: CivilDate,
    file: Digest
  ) {
    self.title = title
    self.person = person
    self.filing = filing
    self.deadline = deadline
    self.file = file
  }
}

/// A document in the course of being signed.
public struct SigningCase: Sendable, Hashable {
  /// The number.
  public let number: String
  /// What the document is.
  public let title: String
  /// Whose it is, in ledgers of old the name of the file; empty where nobody knows.
  public let person: String
  /// The day on which the employer signed.
  public let day: String
  /// The last day on which the employee may sign.
  public let deadline: String
  /// The hash of the file as the employer has signed it.
  public let file: Digest
  /// The hash of the file as both have signed it.
  public let signedFile: Digest?
  /// The salted key of its filing.
  let filing: TraceKey?
  private let end: SigningState?

  /// How far it has come on `today`.
  public func state(on today: CivilDate) -> SigningState {
    end ?? (deadline < today.description ? .expired : .pending)
  }

  /// The salted key of its filing, as `FilingTrace.key`; nothing where it belongs to none.
  public var filingKey: String? { filing?.hex }

  /// Whether `bytes` are the file that was entered last, to the last byte.
  public func accounts(for bytes: [UInt8]) -> Bool { standing(of: bytes) == .current }

  /// What `bytes`, which begin with the file that the employer signed, are beside what was entered.
  public func standing(of bytes: [UInt8]) -> SigningStanding {
    switch Digest(of: bytes) {
    case signedFile ?? file: .current
    case file: .former
    default: .continued
    }
  }

  init(_ row: Row) {
    (number, title, person) = (row["number"], row["title"], row["person"])
    (day, deadline, file) = (row["day"], row["deadline"], row.digest("file"))
    filing = row.key("filing")
    end = (row["state"] as String?).flatMap(SigningState.init)
    signedFile = (row["signedFile"] as DatabaseValue).isNull ? nil : row.digest("signedFile")
  }

  /// Asks for cases with the columns that make one.
  static let query = """
    SELECT signing.*, signingEnd.state, signingEnd.file AS signedFile
    FROM signing LEFT JOIN signingEnd ON signingEnd.signing = signing.number
    """
}

/// What a file is that has grown out of one that the employer has signed.
public enum SigningStanding: Sendable {
  /// The file that was entered last, to the last byte.
  case current
  /// The file as the employer has signed it, though the employee's signature was entered since.
  case former
  /// A file with a revision behind it that was never entered.
  case continued
}

/// What the entry of a document that the employer has signed holds.
struct OpenSigningPayload: Codable, Equatable {
  var number, series: String
  var ordinal: Int
  var title, person: String
  /// The salted key of the filing, or nothing.
  var filing: String
  var deadline: String
  /// The hash of the file.
  var file: String
}

/// What the entry of the end of a signing holds.
struct EndSigningPayload: Codable, Equatable {
  /// The hash of the file that both have signed; empty where there is none.
  var file: String
  var reason: String
}
