public import Calendar
public import Digests

/// A document that is kept: what the metadata in its bag and the index tell of it.
public struct Holding: Sendable, Hashable {
  /// A signature or time stamp, as it was judged when the document was archived.
  public struct Signature: Sendable, Hashable {
    /// The person, unit or service that signed.
    public var signer: String
    /// When, by the time stamp or the signer's own word, as text for people.
    public var time: String
    /// What it was: the level of a signature such as `B-T`, or 时间戳.
    public var rule: String
    /// The serial number of the certificate, in hexadecimal digits.
    public var certificate: String

    /// The rule of a time stamp.
    public static let timeStamp = "时间戳"

    /// Creates a note.
    public init(signer: String, time: String, rule: String, certificate: String) {
      self.signer = signer
      self.time = time
      self.rule = rule
      self.certificate = certificate
    }
  }

  /// The digest of the document.
  public var digest: Digest
  /// The title, 题名.
  public var title: String
  /// The form that it was made from.
  public var form: String?
  /// Its numbers, 文件编号, the most telling first.
  public var numbers: [String] = []
  /// Who answers for it, 责任者: the employer.
  public var employer: String?
  /// The employer's USCC.
  public var employerCode: String?
  /// The persons whom it names, 人名, in their order, each once.
  public var persons: [String] = []
  /// The day that it bears, 日期.
  public var day: CivilDate
  /// The day on which it came into the archive.
  public var archivedOn: CivilDate
  /// How long it is kept, 保管期限.
  public var retention: Retention
  /// What its file was called, 计算机文件名.
  public var fileName: String
  /// How many bytes it has.
  public var byteCount: Int
  /// How many documents it is made up of; several are a dossier, 案卷.
  public var documentCount = 1
  /// What else it is looked for by, 关键词: the titles of the documents of a dossier, each once.
  public var keywords: [String] = []
  /// Its signatures and time stamps, in their order.
  public var signatures: [Signature] = []
  /// The last day on which the certificate behind the last time stamp is valid; nothing where there is no time stamp.
  public var stampedUntil: CivilDate?
  /// Which version it is, from 1.
  public var version = 1
  /// The archival code of the version before.
  public var derivedFrom: String?

  /// Creates a holding of which nothing more is known yet.
  public init(
    digest: Digest,
    title: String,
    day: CivilDate,
    archivedOn: CivilDate,
    retention: Retention,
    fileName: String,
    byteCount: Int
  ) {
    self.digest = digest
    self.title = title
    self.day = day
    self.archivedOn = archivedOn
    self.retention = retention
    self.fileName = fileName
    self.byteCount = byteCount
  }

  /// Whether it is several documents that are kept together, 案卷.
  public var isDossier: Bool { documentCount > 1 }

  /// The archival code, 档号.
  public var code: String { archivalCode(of: digest) }

  /// The first day on which it may be destroyed; nothing for what is kept for good.
  public var disposal: CivilDate? { retention.disposal(of: day) }
}

/// Returns the archival code of the document with this digest, which names its bag: the first 16 digits.
///
/// The name follows from the bytes, so that two writers at once cannot keep the same document twice: the second finds
/// the name taken.
public func archivalCode(of digest: Digest) -> String { digest.short }

/// Returns whether `text` is an archival code.
public func isArchivalCode(_ text: some StringProtocol) -> Bool {
  text.utf8.count == 16
    && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
}

/// Returns the path of the bag `code` below the archive's folder: 256 folders, none of them too long to list.
public func bagPath(_ code: String) -> String { "bags/\(code.prefix(2))/\(code)" }
