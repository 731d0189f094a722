public import Certificates
import Fonts
import Geometry
public import PDF
import Pages
public import Signing
import Styling

/// Files that tests sign.
public enum SignedSample {
  /// When they are signed.
  public static let stamp = "2026-11-26T20:17:18+08:00"
  /// When they are judged, in seconds since 1970: later than the certificates, which are made when tests run.
  public static let moment = 2_500_000_000

  /// The exchange with the services of the test authority.
  public static let web = WebExchange { address, body throws(CertificateFailure) in
    do {
      return try TestAuthority.shared.get().answer(address, body?.bytes)
    } catch {
      throw .service(address: address, reason: "\(error)")
    }
  }

  /// The key of `holder`.
  public static func key(_ holder: TestAuthority.Holder) throws -> SigningKey {
    let file = try TestAuthority.shared.get().keyFile(of: holder)
    return try SigningKey(pkcs12: file, password: TestAuthority.password)
  }

  /// The roots of the authority.
  public static func roots() throws -> [Certificate] {
    try readCertificates(try TestAuthority.shared.get().root)
  }

  /// A signer, with stamps where asked for.
  public static func signer(
    _ holder: TestAuthority.Holder,
    isStamped: Bool = false
  ) throws -> Signer {
    Signer(
      key: try key(holder),
      timeStamps: isStamped ? TestAuthority.stamps : nil,
      web: web
    )
  }

  /// A mark without text, which needs no font.
  public static var mark: SignatureMark {
    let size = Size(width: .mm(40), height: .mm(16))
    let frame = Rectangle(x: .zero, y: .zero, width: size.width, height: .mm(1))
    return SignatureMark(size: size, items: [.fill(frame, .black)])
  }

  /// Fonts of files that show no text.
  public static var noFonts: PDFFonts {
    PDFFonts(advance: { _, _ in 0 }, embed: { _, _ in throw NoFont() })
  }

  private struct NoFont: Error {}

  /// A page with a place for each role, and one without.
  static func pages() -> [Page] {
    let paper = Size(width: .mm(210), height: .mm(297))
    let places = SigningRole.allCases.enumerated().map { index, role in
      PageItem.stampPlace(
        StampArea(
          name: role.rawValue,
          area: Rectangle(
            x: .mm(20 + 80 * Double(index)),
            y: .mm(100),
            width: .mm(40),
            height: .mm(40)
          )
        )
      )
    }
    let fill = Rectangle(x: .mm(20), y: .mm(20), width: .mm(50), height: .mm(5))
    return [
      Page(number: 1, size: paper, items: [.fill(fill, .black)] + places),
      Page(number: 2, size: paper, items: [.fill(fill, .black)]),
    ]
  }

  /// A file with places, the first of them by `role` still to be filled in.
  public static func unsigned(
    as role: SigningRole = .employer,
    by signer: Signer,
    record: String? = nil
  ) throws -> (bytes: [UInt8], place: SignaturePlace?) {
    let facts = signer.facts(as: role, stamp: stamp)
    let sink = Sink()
    let writer = try PDFWriter(
      metadata: PDFMetadata(title: "合同"),
      fonts: noFonts,
      fields: SigningRole.fields(signedBy: role, facts, mark: mark)
    ) { sink.bytes += $0 }
    for page in pages() { try writer.add(page) }
    if let record { try writer.embed(Array(record.utf8)) }
    try writer.finish()
    return (sink.bytes, writer.signaturePlace)
  }

  private final class Sink {
    var bytes: [UInt8] = []
  }

  /// A file that `holder` signed as the employer in its first revision.
  public static func signedByEmployer(
    _ holder: TestAuthority.Holder = .employer,
    isStamped: Bool = false,
    record: String? = nil
  ) throws -> [UInt8] {
    let signer = try signer(holder, isStamped: isStamped)
    var (bytes, place) = try unsigned(by: signer, record: record)
    if let place { try fillIn(&bytes, at: place, by: signer) }
    return bytes
  }

  /// A file with the employee's signature added.
  public static func signedByEmployee(
    _ bytes: [UInt8],
    isStamped: Bool = false
  ) throws -> [UInt8] {
    try signed(bytes, as: .employee, by: try signer(.employee, isStamped: isStamped))
  }

  /// A file that is there with a signature of `signer` as `role` added.
  public static func signed(
    _ bytes: [UInt8],
    as role: SigningRole,
    by signer: Signer
  ) throws -> [UInt8] {
    let facts = signer.facts(as: role, stamp: stamp)
    let draft = try draftRevision(of: bytes, as: role, facts, mark: mark, fonts: noFonts)
    return try draft.signed(by: signer).file
  }

  /// A file whose last signature, of `holder`, is lifted to `level`.
  public static func lifted(
    _ bytes: [UInt8],
    to level: SignatureLevel,
    by holder: TestAuthority.Holder
  ) throws -> [UInt8] {
    try extendSignature(
      of: bytes,
      to: level,
      roots: try roots(),
      at: moment,
      by: try signer(holder, isStamped: true)
    )
  }
}
