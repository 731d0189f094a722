import Diagnostics
import Digests
import Fonts
import Ledger
import PDF
import Pages
import Records
import Seals

/// The seal that is put on documents as they are signed, and the ledger that hears of every use.
final class SealDesk {
  /// The seal as it stands on documents.
  let mark: SignatureMark
  /// The sides of the paper where slices of it stand across the edges; nothing for no slices.
  let seam: SealSlices.Sides?
  private let person: String
  private let place: LedgerPlace
  private let ledger: Ledger
  private let world: World
  private var seal: KeptSeal
  private let ended: EndedFilings

  /// Takes the seal that `options` name out of the ledger for a work on `records`; nothing when they name none.
  init?(
    _ options: SealOptions,
    of ledgerOptions: LedgerOptions,
    records: String,
    fonts: FontLibrary,
    in world: World
  ) throws(CommandFailure) {
    guard let number = options.seal, let user = options.person else { return nil }
    self.world = world
    person = try checkedPerson(user)
    place = LedgerPlace(ledgerOptions, records: records, in: world)
    let ledger = try place.open()
    self.ledger = ledger
    seal = try place.telling { () throws(LedgerFailure) in try ledger.seal(number) }
    ended = try place.telling { () throws(LedgerFailure) in try ledger.endedFilings() }
    mark = try SealDrawing(of: seal.facts, fonts: fonts, in: world).mark
    seam = options.seam
    guard seam == nil || SealKind(seal.facts.kind) != .personal else {
      throw .usage("名章不能作骑缝章，请用单位的印章")
    }
  }

  /// Refuses documents of `employer` when the seal is not its own, not in force, or not for this person to use.
  ///
  /// A certificate of `subject` that does not name the owner is only told of: authorities write names in ways of their own.
  func admit(_ employer: Employer, certificate subject: String) throws(CommandFailure) {
    let (ledger, number, person) = (ledger, seal.number, person)
    seal = try place.telling { () throws(LedgerFailure) in
      try ledger.usableSeal(number, by: person, for: employer.uscc, at: world.actionTime())
    }
    if !subject.contains(seal.facts.owner) {
      world.console.complain(
        Diagnostic(
          "seal.certificate",
          .warning,
          "签名的证书没有写印章的单位",
          found: subject,
          expected: "\(seal.facts.owner)",
          advice: "请核对密钥是不是本单位的"
        )
      )
    }
  }

  /// Returns whether no seal may stand on what is printed of `filing`: the review turned it down, or it was taken back.
  func refuses(_ filing: Filing, in batch: Batch) -> Bool {
    [.rejected, .void, .revoked].contains(filing.review.status) || filing.contractState == .void
      || ended.contains(filing, in: batch)
  }

  /// Enters that the seal stands on the signed `file`, which gets its name `path` afterwards.
  func record(_ file: [UInt8], at path: String) throws(CommandFailure) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let use = SealUse(
      person: person,
      file: LogText.kept(name),
      digest: Digest(of: file).hex
    )
    let (ledger, known) = (ledger, seal)
    seal = try place.telling { () throws(LedgerFailure) in
      try ledger.useSeal(known, use, at: world.actionTime())
    }
  }
}
