import Artworks
import Certificates
import Diagnostics
import Digests
import Fonts
import Issuing
import Ledger
import PDF
import PDFFiles
import Seals
import Signing

/// Where files are signed: the key, what is seen of its signatures, and how far they are to be proved.
struct SigningDesk {
  let role: SigningRole
  let signer: Signer
  /// Whose key signs.
  let signerName: SignerName
  let level: SignatureLevel
  let roots: [Certificate]
  /// What the ledger remembers of the documents; nothing where no ledger is kept.
  let flow: SigningFlow?
  let workshop: Workshop
  let world: World
  let fonts: FontLibrary
  let mark: SignatureMark
  /// The seal that is put on what is printed, if one is.
  let seal: SealDesk?
  /// When it is signed, in China's time.
  let stamp: String
  /// Where signed files wait to be kept.
  let tray: SigningTray

  init(
    role: SigningRole,
    signer: Signer,
    signerName: SignerName,
    level: SignatureLevel,
    roots: [Certificate],
    flow: SigningFlow?,
    seal: SealDesk?,
    handwriting: String?,
    workshop: Workshop,
    fonts: FontLibrary,
    world: World
  ) throws(CommandFailure) {
    self.role = role
    self.signer = signer
    self.signerName = signerName
    self.level = level
    self.roots = roots
    self.flow = flow
    self.workshop = workshop
    self.world = world
    self.fonts = fonts
    self.seal = seal
    tray = SigningTray(level: level, flow, seal, in: world)
    stamp = world.actionTime().stamp
    let certificate = signer.key.certificate
    if let seal {
      mark = seal.mark
    } else if let handwriting {
      mark = try SigningDesk.mark(handwriting, of: signerName, fonts, world)
    } else {
      let shown = role == .employee ? signerName.person : signerName.certificate
      mark = try SigningDesk.mark(of: certificate, shown, at: stamp, workshop, fonts)
    }
  }

  /// The words that say who signed, and when.
  private static func mark(
    of certificate: Certificate,
    _ name: String,
    at stamp: String,
    _ workshop: Workshop,
    _ fonts: FontLibrary
  ) throws(CommandFailure) -> SignatureMark {
    let lines: [String] = [
      "电子签名", name, clock(stamp), "证书 \(certificate.serial.suffix(8))",
    ]
    do throws(IssuingFailure) {
      return try signatureMark(lines, in: workshop.guideStyle, fonts: fonts)
    } catch {
      workshop.world.console.note(
        "错误：证书里签名人的名称“\(certificate.subject)”印不出来，多半是证书的编码不对，请换一份证书。"
      )
      throw CommandFailure(error)
    }
  }

  /// The name of the certificate as if written by hand, or as the person drew it in a file.
  private static func mark(
    _ handwriting: String,
    of name: SignerName,
    _ fonts: FontLibrary,
    _ world: World
  ) throws(CommandFailure) -> SignatureMark {
    let written: Handwriting
    if handwriting == "auto" {
      do throws(SealFailure) {
        written = try Handwriting(name: name.person, fonts: fonts)
      } catch {
        throw .told(error.diagnostics, .problemsFound)
      }
    } else {
      let bytes = try world.bytes(of: handwriting)
      let artwork = try Artwork(bytes, named: handwriting).fitted(into: Handwriting.room)
      written = Handwriting(size: artwork.size, paths: artwork.paths)
    }
    return SignatureMark(size: written.size, items: written.items)
  }

  /// What is printed beside a seal; a signature without one says it itself.
  var caption: [String] { seal == nil ? [] : ["电子签名", SigningDesk.clock(stamp)] }

  /// Returns the day and the time of a `stamp` as `2021-10-08 10:22:31`.
  private static func clock(_ stamp: String) -> String {
    String(stamp.prefix(19)).replacing("T", with: " ")
  }

  /// What the signature says in the clear.
  var facts: SignatureFacts { signer.facts(as: role, stamp: stamp) }

  /// Lifts a signed file, whose digest is known, to the level that was asked for.
  func lift(
    _ file: [UInt8],
    _ digest: Digest
  ) throws(SigningFailure) -> (file: [UInt8], digest: Digest) {
    guard level >= .longTerm else { return (file, digest) }
    let lifted = try extendSignature(
      of: file,
      to: level,
      roots: roots,
      at: world.seconds,
      by: signer
    )
    return (lifted, Digest(of: lifted))
  }

  /// What a person is told when `file` could not be signed.
  func failure(_ failure: SigningFailure, about file: String) -> Diagnostic {
    Diagnostic("sign.failed", .error, "“\(file)”没有签成：\(failure)", advice: "改正后重新运行，已签好的不会再签")
  }
}
