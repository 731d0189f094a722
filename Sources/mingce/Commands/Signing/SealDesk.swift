import Diagnostics
import Digests
import Fonts
import Ledger
import PDF
import Pages
import Records
import Seals
import Signing

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
  /// Whose key signs.
  private let signerName: SignerName
  /// The employer whose documents were admitted last.
  private var admittedOwner: String?
  private let ended: EndedFilings

  /// Takes the seal that `options` name out of the ledger for a work on `records`; nothing when they name none.
  init?(
    _ options: SealOptions,
    of ledgerOptions: LedgerOptions,
    records: String?,
    signerName: SignerName,
    fonts: FontLibrary,
    in world: World
  ) throws(CommandFailure) {
    guard let number = options.seal, let user = options.person else { return nil }
    self.world = world
    self.signerName = signerName
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

  /// Refuses documents of the employer `owner`, a credit code, when the seal is not its own, not in force, or not for this person to use.
  func admit(_ owner: String) throws(CommandFailure) {
    let (ledger, number, person) = (ledger, seal.number, person)
    seal = try place.telling { () throws(LedgerFailure) in
      try ledger.usableSeal(number, by: person, for: owner, at: world.actionTime())
    }
    if let refusal = signerName.refusal(
      of: seal.facts.name,
      as: .employer,
      by: [seal.facts.owner, owner]
    ) {
      throw .told([refusal], .problemsFound)
    }
    admittedOwner = owner
  }

  /// Returns why a file that is there cannot be sealed: it has to be a saved roster, as the ledger knows it.
  ///
  /// Everything else gets its seal as it is printed: only then it is known what the seal stands on.
  func refusal(of file: [UInt8], named name: String) throws(CommandFailure) -> Diagnostic? {
    let ledger = ledger
    let roster = try place.telling { () throws(LedgerFailure) in
      try ledger.roster(ofFile: Digest(of: file))
    }
    guard let roster else {
      return Diagnostic(
        "seal.file",
        .error,
        "“\(name)”不是账本里保存的名册，不能盖章，没有签",
        found: "内容与登记的任何一份名册都不同",
        advice: "其他文书请在打印的同时盖章（写 --form）；名册请用 mingce roster reprint 重印后再签"
      )
    }
    guard !roster.isVoid else {
      return Diagnostic(
        "seal.file",
        .error,
        "名册\(roster.number)已经作废，不能盖章，没有签",
        advice: "用 mingce roster list 查看"
      )
    }
    let owner = try place.telling { () throws(LedgerFailure) in
      try ledger.employerCode(of: roster)
    }
    if owner != admittedOwner { try admit(owner) }
    return nil
  }

  /// Returns the check code that the saved roster `file` shows; nothing when it is none.
  func checkCode(of file: [UInt8]) throws(CommandFailure) -> String? {
    let ledger = ledger
    return try place.telling { () throws(LedgerFailure) in
      try ledger.roster(ofFile: Digest(of: file))?.check
    }
  }

  /// Returns whether no seal may stand on what is printed of `filing`: the review turned it down, or it was taken back.
  func refuses(_ filing: Filing, in batch: Batch) -> Bool {
    [.rejected, .void, .revoked].contains(filing.review.status) || filing.contractState == .void
      || ended.contains(filing, in: batch)
  }

  /// Enters that the seal stands on the signed `files`, which get their names afterwards.
  func record(_ files: [SignedFile]) throws(CommandFailure) {
    guard !files.isEmpty else { return }
    let uses = files.map { file in
      let name = file.target.split(separator: "/").last.map(String.init) ?? file.target
      return SealUse(person: person, file: LogText.kept(name), digest: file.digest.hex)
    }
    let (ledger, known) = (ledger, seal)
    seal = try place.telling { () throws(LedgerFailure) in
      try ledger.useSeal(known, uses, at: world.actionTime())
    }
  }
}
