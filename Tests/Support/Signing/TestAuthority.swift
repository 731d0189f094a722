import Foundation

/// A certificate authority of the tests' own, made by the `openssl` program in a folder that goes with the run.
///
/// It answers for its certificates and stamps as a service would, without a net: `answer` is what an exchange asks.
public final class TestAuthority: Sendable {
  /// The one authority of a run; making it takes a second.
  public static let shared: Result<TestAuthority, any Error> = Result { try TestAuthority() }

  /// The password of all key files.
  public static let password = "secret"
  /// Where stamps are had.
  public static let stamps = "http://stamps.example/"

  /// Where the services of all test authorities are, unless they were made for another place.
  private static let usual = (ocsp: "http://ocsp.example/", crl: "http://crl.example/")

  private let turn = NSLock()

  /// Who has a key.
  public enum Holder: String, CaseIterable, Sendable {
    /// A unit, with an elliptic curve.
    case employer
    /// A person, with RSA.
    case employee
    /// Who stamps.
    case stamper
    /// Who answers OCSP.
    case responder
    /// A unit whose certificate ended in 2021.
    case expired
    /// A unit whose certificate was called back.
    case revoked
    /// A unit's key for secrets, which signs nothing.
    case cipher

    var subject: String {
      switch self {
      case .employer: RecordFixtures.employerName
      case .employee: "张示例"
      case .stamper: "测试时间戳"
      case .responder: "测试状态应答"
      case .expired: "过期公司"
      case .revoked: "吊销公司"
      case .cipher: RecordFixtures.employerName
      }
    }

    var extensions: String {
      switch self {
      case .stamper: "stamper"
      case .responder: "responder"
      case .cipher: "cipher"
      case .employer, .employee, .expired, .revoked: "signer"
      }
    }
  }

  private let folder: URL

  /// Makes an authority whose certificates name services at `base`, such as `http://127.0.0.1:8080`: `/ocsp` and `/crl`.
  public init(at base: String? = nil) throws {
    let (ocsp, crl) = base.map { ("\($0)/ocsp", "\($0)/crl") } ?? Self.usual
    folder = FileManager.default.temporaryDirectory.appending(
      path: "mingce-ca-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let settings = configuration.replacing(Self.usual.ocsp, with: ocsp)
      .replacing(Self.usual.crl, with: crl)
    try write(Array(settings.utf8), to: "ca.cnf")
    try write([], to: "index.txt")
    for file in ["serial", "crlnumber", "tsaserial"] { try write(Array("1000\n".utf8), to: file) }
    for root in ["root", "stranger"] { try makeRoot(root) }
    for holder in Holder.allCases { try make(holder) }
    try openssl("ca -batch -config ca.cnf -revoke revoked.pem")
    try openssl("ca -batch -config ca.cnf -gencrl -out list.pem")
    try openssl("crl -in list.pem -outform DER -out list.der")
  }

  private func makeRoot(_ name: String) throws {
    try openssl(
      "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -utf8 -days 36500 -config ca.cnf"
        + " -extensions root -keyout \(name).key -out \(name).pem -subj /CN=测试根证书-\(name)"
    )
  }

  private func make(_ holder: Holder) throws {
    let name = holder.rawValue
    let kind = holder == .employee ? "rsa:2048" : "ec -pkeyopt ec_paramgen_curve:P-256"
    let days = holder == .expired ? " -startdate 20200101000000Z -enddate 20210101000000Z" : ""
    try openssl(
      "req -newkey \(kind) -nodes -utf8 -config ca.cnf -keyout \(name).key -out \(name).csr"
        + " -subj /CN=\(holder.subject)"
    )
    try openssl(
      "ca -batch -config ca.cnf -utf8 -notext -extensions \(holder.extensions) -in \(name).csr"
        + " -out \(name).pem\(days)"
    )
    try openssl(
      "pkcs12 -export -inkey \(name).key -in \(name).pem -certfile root.pem -out \(name).p12"
        + " -passout pass:\(Self.password)"
    )
  }

  // MARK: What there is

  /// The root, in PEM.
  public var root: [UInt8] { get throws { try bytes(of: "root.pem") } }

  /// A root that nobody here belongs to, in PEM.
  public var stranger: [UInt8] { get throws { try bytes(of: "stranger.pem") } }

  /// The list of revoked certificates.
  public var list: [UInt8] { get throws { try bytes(of: "list.der") } }

  /// The path of a file, such as `employer.p12`, `employer.pem` or `root.pem`.
  public func path(_ name: String) -> String { folder.appending(path: name).path }

  /// The certificate of `holder` in PEM.
  public func certificate(of holder: Holder) throws -> [UInt8] {
    try bytes(of: "\(holder.rawValue).pem")
  }

  /// The key file of `holder`.
  public func keyFile(of holder: Holder) throws -> [UInt8] {
    try bytes(of: "\(holder.rawValue).p12")
  }

  /// Answers as the services of the certificates would; an address that is no service of theirs throws.
  ///
  /// One at a time: all stamps take their number from one file.
  public func answer(_ address: String, _ body: [UInt8]?) throws -> [UInt8] {
    turn.lock()
    defer { turn.unlock() }
    return try answerAlone(address, body)
  }

  private func answerAlone(_ address: String, _ body: [UInt8]?) throws -> [UInt8] {
    let name = UUID().uuidString
    if let body { try write(body, to: name) }
    switch address {
    case Self.stamps: try openssl("ts -reply -config ca.cnf -queryfile \(name) -out \(name).answer")
    case "http://ocsp.example/":
      try openssl(
        "ocsp -index index.txt -CA root.pem -rsigner responder.pem -rkey responder.key -ndays 36500"
          + " -reqin \(name) -respout \(name).answer"
      )
    case "http://crl.example/": return try list
    default: throw NoService(address: address)
    }
    return try bytes(of: "\(name).answer")
  }

  /// Runs the `openssl` program in the folder of the authority; words are parted by spaces.
  public func openssl(_ words: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["openssl"] + words.split(separator: " ").map(String.init)
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw OpenSSLFailed(words: words) }
  }

  private func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  private struct NoService: Error {
    var address: String
  }

  private struct OpenSSLFailed: Error {
    var words: String
  }
}

/// What the authority does, in the program's own language.
private let configuration = """
  [ca]
  default_ca = authority
  [authority]
  dir = .
  new_certs_dir = .
  database = index.txt
  serial = serial
  crlnumber = crlnumber
  default_md = sha256
  default_days = 36500
  default_crl_days = 36500
  policy = anybody
  unique_subject = no
  email_in_dn = no
  certificate = root.pem
  private_key = root.key
  [anybody]
  commonName = supplied
  [root]
  basicConstraints = critical,CA:TRUE
  keyUsage = critical,keyCertSign,cRLSign
  subjectKeyIdentifier = hash
  [signer]
  basicConstraints = critical,CA:FALSE
  keyUsage = critical,digitalSignature,nonRepudiation
  authorityInfoAccess = OCSP;URI:http://ocsp.example/
  crlDistributionPoints = URI:http://crl.example/
  [cipher]
  basicConstraints = critical,CA:FALSE
  keyUsage = critical,keyEncipherment,dataEncipherment
  [stamper]
  basicConstraints = critical,CA:FALSE
  keyUsage = critical,digitalSignature
  extendedKeyUsage = critical,timeStamping
  crlDistributionPoints = URI:http://crl.example/
  [responder]
  basicConstraints = critical,CA:FALSE
  keyUsage = critical,digitalSignature
  extendedKeyUsage = OCSPSigning
  [tsa]
  default_tsa = stamps
  [stamps]
  serial = tsaserial
  signer_cert = stamper.pem
  signer_key = stamper.key
  signer_digest = sha256
  default_policy = 1.2.3.4.1
  digests = sha256
  ess_cert_id_alg = sha256
  certs = root.pem
  [req]
  distinguished_name = names
  [names]
  """
