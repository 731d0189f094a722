public import Digests

/// A file of a bag: its path below the bag's folder, with slashes, and its bytes.
public struct BagFile: Sendable, Hashable {
  /// The path, such as `data/document.pdf`.
  public var path: String
  /// The content.
  public var bytes: [UInt8]

  /// Creates a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A bag that is ready to be written: files that vouch for one another (BagIt 1.0, RFC 8493).
///
/// What is kept lies below `data`; the tag files beside it say what that is, and the two manifests hold the SHA-256
/// digests of all others. Every unpacked bag can be checked with `sha256sum` alone.
public struct Bag: Sendable {
  /// The names of the files that every bag has (RFC 8493 §2.1, §2.2).
  public enum FileName {
    /// What the folder is.
    public static let declaration = "bagit.txt"
    /// What is in it, in a few words.
    public static let info = "bag-info.txt"
    /// The digests of the files below `data`.
    public static let manifest = "manifest-sha256.txt"
    /// The digests of the files beside `data`.
    public static let tagManifest = "tagmanifest-sha256.txt"
    /// What is told of the document (DA/T 46-2009).
    public static let metadata = "metadata.xml"
    /// The document itself.
    public static let document = "data/document.pdf"
    /// The record that the document carries.
    public static let record = "data/record.json"
    /// The report on its signatures when it was archived.
    public static let report = "data/evidence/verification.json"
  }

  /// What is told of the document.
  public let holding: Holding
  /// The records that the documents carry.
  public let records: [[UInt8]]
  /// All files, the manifests last.
  public let files: [BagFile]

  /// Packs a document with what belongs to it; `evidence` are further files below `data`.
  public init(_ holding: Holding, document: [UInt8], record: [UInt8]?, evidence: [BagFile]) {
    var payload = [BagFile(path: FileName.document, bytes: document)]
    if let record { payload.append(BagFile(path: FileName.record, bytes: record)) }
    self.init(holding, records: record.map { [$0] } ?? [], payload: payload + evidence)
  }

  /// Returns the same files as the version of its document that follows `former`.
  public func following(_ former: Holding) -> Bag {
    var holding = holding
    holding.version = former.version + 1
    holding.derivedFrom = former.code
    holding.retention = former.retention
    holding.day = former.day
    return Bag(holding, records: records, payload: payload)
  }

  init(_ holding: Holding, records: [[UInt8]], payload: [BagFile]) {
    self.holding = holding
    self.records = records
    let tags = [
      BagFile(path: FileName.declaration, bytes: Array(declaration.utf8)),
      BagFile(path: FileName.info, bytes: Array(bagInfo(of: holding, payload).utf8)),
      BagFile(path: FileName.metadata, bytes: Array(metadataXML(of: holding).utf8)),
      BagFile(path: FileName.manifest, bytes: manifest(of: payload)),
    ]
    files = payload + tags + [BagFile(path: FileName.tagManifest, bytes: manifest(of: tags))]
  }

  /// What is kept, without what tells of it.
  var payload: [BagFile] { files.filter { $0.path.hasPrefix("data/") } }

  /// The digest of the last manifest, on which all others rest.
  public var seal: Digest { Digest(of: files.last?.bytes ?? []) }

  /// How many bytes all files have.
  public var byteCount: Int { files.reduce(0) { $0 + $1.bytes.count } }
}

/// What says that a folder is a bag (RFC 8493 §2.1.1).
private let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

/// Returns the lines of `bag-info.txt` with the names that the standard reserves (RFC 8493 §2.2.2).
private func bagInfo(of holding: Holding, _ payload: [BagFile]) -> String {
  let octets = payload.reduce(0) { $0 + $1.bytes.count }
  var lines: [(String, String)] = []
  if let employer = holding.employer { lines.append(("Source-Organization", employer)) }
  lines += [
    ("External-Identifier", holding.code),
    ("External-Description", holding.title),
    ("Bagging-Date", "\(holding.archivedOn)"),
    ("Bag-Size", "\(octets) bytes"),
    ("Payload-Oxum", "\(octets).\(payload.count)"),
    ("Bag-Software-Agent", "mingce"),
  ]
  return lines.map { "\($0): \(oneLine($1))\n" }.joined()
}

/// Returns `text` without what would end its line.
private func oneLine(_ text: String) -> String {
  String(text.map { $0.isNewline ? " " : $0 })
}
