import Certificates
import Diagnostics
import Digests
import Ledger
import Signing

/// A signed file that is to be kept, or that an earlier run has kept.
struct SignedFile {
  /// What the ledger is to hear of it.
  enum Entry {
    case nothing
    /// The employer has signed: it waits for the employee.
    case opening(SigningDraft)
    /// The employee has signed this document.
    case ending(SigningCase)
  }

  /// Where it stands, or is to stand.
  let target: String
  let bytes: [UInt8]
  /// Whether an earlier run has put it there.
  let isThere: Bool
  let digest: Digest
  let entry: Entry

  init(
    _ bytes: [UInt8],
    _ digest: Digest,
    at target: String,
    isThere: Bool = false,
    entry: Entry
  ) {
    (self.bytes, self.digest, self.target) = (bytes, digest, target)
    (self.isThere, self.entry) = (isThere, entry)
  }
}

/// Signed files that are kept together, so that the ledger waits for the disk once for all of them.
///
/// The order is what makes a kill harmless: the uses of a seal are entered, then the files get their names, then the
/// ledger hears of them. A kill leaves uses without their files, or files that the next run finds and enters, but
/// never a sealed file without its use, and nothing of a file but a whole one.
final class SigningTray {
  private let (world, flow, seal): (World, SigningFlow?, SealDesk?)
  /// Whether each file waits for the disk: its time stamp cannot be had again, so it is kept at once.
  private let keepsAtOnce: Bool
  private var files: [SignedFile] = []
  private var byteCount = 0
  private var tally = SigningTally()

  /// How many files are kept together, and how many bytes.
  private static let (mostFiles, mostBytes) = (50, 1 << 25)

  init(level: SignatureLevel, _ flow: SigningFlow?, _ seal: SealDesk?, in world: World) {
    (self.world, self.flow, self.seal) = (world, flow, seal)
    keepsAtOnce = level > .basic
  }

  /// Puts a file on the tray.
  func put(_ file: SignedFile) throws(CommandFailure) {
    files.append(file)
    byteCount += file.isThere ? 0 : file.bytes.count
    if keepsAtOnce || files.count == Self.mostFiles || byteCount >= Self.mostBytes { try settle() }
  }

  /// Counts a file that could not be signed.
  func countFailure() { tally.add(.failed) }

  /// Whether a file waits here for the name `target`.
  func holds(_ target: String) -> Bool { files.contains { $0.target == target } }

  /// Keeps what is left, and returns how many files were signed in all.
  func finish() throws(CommandFailure) -> SigningTally {
    try settle()
    return tally
  }

  /// Keeps all that is on the tray.
  func settle() throws(CommandFailure) {
    guard !files.isEmpty else { return }
    let files = files
    (self.files, byteCount) = ([], 0)
    // An interruption between the uses and their files would leave uses without them.
    let whole = UndividedWork()
    defer { withExtendedLifetime(whole) {} }
    try seal?.record(files.filter { !$0.isThere })
    try keepAndEnd(files)
    try keepAndOpen(files)
  }

  /// Keeps what no employee has signed as a document of the ledger, and enters what the employer has.
  private func keepAndOpen(_ files: [SignedFile]) throws(CommandFailure) {
    var drafts: [SigningDraft] = []
    for file in files {
      switch file.entry {
      case .ending: continue
      case .opening(let draft): drafts.append(draft)
      case .nothing: break
      }
      try keep(file)
    }
    try flow?.open(drafts)
  }

  /// Keeps what the employee has signed, and enters it, both or neither.
  private func keepAndEnd(_ files: [SignedFile]) throws(CommandFailure) {
    var endings: [(document: SigningCase, file: SignedFile)] = []
    for file in files {
      if case .ending(let document) = file.entry { endings.append((document, file)) }
    }
    guard let flow, !endings.isEmpty else { return }
    let documents = endings.map { ($0.document, $0.file.digest) }
    let refusals = try flow.finish(documents) { index throws(CommandFailure) in
      try keep(endings[index].file)
    }
    // Another run has signed them, or they were withdrawn, since we looked.
    for (_, refusal) in refusals.sorted(by: { $0.key < $1.key }) {
      world.console.complain(refusal)
      tally.add(.failed)
    }
  }

  /// Gives a file its name, whole or not at all, and on the disk before it has it where it is kept at once.
  private func keep(_ file: SignedFile) throws(CommandFailure) {
    guard !file.isThere else { return tally.add(.there) }
    try world.write(file.bytes, to: file.target, flushed: keepsAtOnce)
    tally.add(.signed)
  }
}
