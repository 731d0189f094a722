public import Certificates

/// What can be said of one signature.
public struct SignatureVerdict: Sendable {
  /// The name of its field.
  public var field: String
  /// What the field is for, in the file's own words.
  public var label: String?
  /// Whether it is a time stamp of the whole file.
  public var isTimeStamp = false
  /// Whether the signer certified the document.
  public var isCertification = false
  /// Whether it fits the bytes that it says it signs.
  public var integrity: Integrity
  /// How much of the file it signs.
  public var coverage: Coverage
  /// Who signed, by the certificate.
  public var signer: SignerFacts?
  /// When it was signed by the signer's own word, as the file spells it.
  public var claimedTime: String?
  /// When somebody else saw it, in seconds since 1970.
  public var provenTime: Int?
  /// What is wrong with its time stamp, if it has one that cannot be relied on.
  public var timeStampProblem: TimeStampProblem?
  /// Whether the signer is somebody who is trusted.
  public var trust: Trust
  /// Whether the certificate was called back.
  public var revocation: RevocationVerdict = .unknown
  /// How long it can be proved; nothing for what is no sound PAdES signature.
  public var level: SignatureLevel?
  /// What was changed in the file behind it.
  public var changes: [RevisionChange] = []
  /// Whether a certificate that nothing is known of counts against it.
  var requiresRevocation = false

  /// Whether it holds.
  public var isPassed: Bool {
    guard integrity == .intact, coverage != .partial, trust.isTrusted else { return false }
    guard timeStampProblem == nil, changes.allSatisfy(\.isAllowed) else { return false }
    switch revocation {
    case .good: return true
    case .revoked: return false
    case .unknown: return !requiresRevocation
    }
  }
}

/// Who signed, by the certificate.
public struct SignerFacts: Sendable, Hashable {
  /// The person or unit.
  public var subject: String
  /// Who vouches for that.
  public var issuer: String
  /// The certificate's number.
  public var serial: String
}

/// Whether a signature fits the bytes that it says it signs.
public enum Integrity: Sendable, Hashable {
  /// It fits.
  case intact
  /// The bytes were changed.
  case changed
  /// The signature itself is damaged, or not the signer's.
  case forged
  /// It was made with something weak, such as SHA-1.
  case weak
  /// It is no signature by its encoding.
  case malformed
}

/// How much of the file a signature signs.
public enum Coverage: Sendable, Hashable {
  /// All of it.
  case whole
  /// All of it up to the end of a revision.
  case revision(end: Int)
  /// Not what it should.
  case partial
}

/// Whether the signer is somebody who is trusted.
public enum Trust: Sendable, Hashable {
  /// By way of this root.
  case trusted(root: String)
  /// No roots were given.
  case notAsked
  /// By none of the roots.
  case untrusted(reason: ChainFault)
  /// The certificate was not valid at the time.
  case outOfDate
  /// A key or signature on the way is too weak.
  case weak
  /// The certificate is for something else.
  case wrongPurpose

  /// Whether it leads to a root.
  public var isTrusted: Bool { if case .trusted = self { true } else { false } }
}

/// What is wrong with a time stamp.
public enum TimeStampProblem: Sendable, Hashable {
  /// It is damaged, or stamps something else.
  case broken
  /// Its signer is not trusted.
  case untrusted(Trust)
  /// Its signer's certificate was called back.
  case revoked
}
