import Archive
import Calendar
import Certificates
import Diagnostics
import Digests
import Issuing
import Verification

/// Files on their way into an archive: packed side by side, kept a batch at a time.
struct Accession {
  let archive: ArchiveFolder
  let rules: RetentionRules
  let retention: Retention?
  /// The files of the roots that signatures are judged by.
  let roots: [[UInt8]]
  let world: World

  /// How many bags, and how many bytes of them, are kept at once.
  private static let (batchCount, batchBytes) = (64, 32 << 20)
  /// How many files each thread packs ahead; a roster of a hundred thousand has fifty megabytes.
  private static let ahead = 4

  /// What became of the files.
  struct Tally {
    var kept: [Holding] = []
    var there = 0
    var failed = 0
  }

  /// Adds `files`; what cannot be added is told and the others go on.
  func add(_ files: [String], to tally: inout Tally) throws(CommandFailure) {
    var batch: [Bag] = []
    try pack(files, skippingKept: true) { file, result throws(CommandFailure) in
      switch result {
      case .success(let packed?):
        batch.append(packed.bag)
        packed.notices.forEach(world.console.complain)
      case .success(nil): tally.there += 1
      case .failure(let failure): tell(failure, in: &tally)
      }
      if batch.count == Self.batchCount || batch.reduce(0, { $0 + $1.byteCount }) > Self.batchBytes
      {
        try keep(&batch, in: &tally)
      }
    }
    try keep(&batch, in: &tally)
  }

  /// Packs `files` side by side, and hands each to `take` in their order; nothing stands for one that is kept already.
  func pack(
    _ files: [String],
    skippingKept: Bool,
    take: (String, Result<BagPacker.Packed?, CommandFailure>) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    try archive.make()
    try archive.recoverIfFree()
    let progress = Progress("正在归档", on: world.console)
    defer { progress.finish() }
    let workers = min(world.coreCount, files.count)
    let crew = Crew<String, Result<BagPacker.Packed?, CommandFailure>>(
      "packer",
      size: workers,
      capacity: Self.ahead * workers,
      begin: packing(skippingKept: skippingKept)
    )
    var given = 0
    for (index, file) in files.enumerated() {
      while given < files.count, crew.count < Self.ahead * workers {
        crew.give(files[given])
        given += 1
      }
      if let result = crew.next() { try take(file, result) }
      progress.advance(to: index + 1, of: files.count, unit: "件")
    }
  }

  /// Returns what a thread works with; it makes nothing of a document that is there, if `skippingKept`.
  private func packing(
    skippingKept: Bool
  ) -> @Sendable () -> (String) -> Result<BagPacker.Packed?, CommandFailure> {
    let archive = archive
    let (rules, retention, roots) = (rules, retention, roots)
    let (moment, today) = (world.seconds, world.today)
    return {
      // Whatever is wrong with the roots was told before.
      let certificates = roots.flatMap { (try? readCertificates($0)) ?? [] }
      let packer = BagPacker(
        rules: rules,
        verifier: Verifier(roots: certificates, at: moment),
        today: today,
        retention: retention
      )
      return { path in
        Result { () throws(CommandFailure) in
          let file = try OpenFile(path)
          let bytes = try file.bytes(in: 0..<file.count)
          guard !skippingKept || !archive.holds(Digest(of: bytes)) else { return nil }
          let name = path.split(separator: "/").last.map(String.init) ?? path
          return try packer.pack(bytes, named: name)
        }
      }
    }
  }

  func keep(_ batch: inout [Bag], in tally: inout Tally) throws(CommandFailure) {
    guard !batch.isEmpty else { return }
    let outcomes = try archive.keep(batch)
    for (bag, outcome) in zip(batch, outcomes) {
      switch outcome {
      case .kept: tally.kept.append(bag.holding)
      case .there: tally.there += 1
      case .conflict:
        tally.failed += 1
        world.console.complain(conflict(bag.holding))
      case .destroyed:
        tally.failed += 1
        world.console.complain(destroyed(bag.holding))
      }
    }
    batch = []
  }

  func tell(_ failure: CommandFailure, in tally: inout Tally) {
    tally.failed += 1
    failure.lines.forEach(world.console.note)
  }

  private func destroyed(_ holding: Holding) -> Diagnostic {
    Diagnostic(
      "archive.gone",
      .error,
      "《\(holding.title)》（\(holding.fileName)）到期以后已经销毁，没有再归档",
      advice: "用 mingce archive show \(holding.code) 查看登记"
    )
  }

  private func conflict(_ holding: Holding) -> Diagnostic {
    Diagnostic(
      "archive.conflict",
      .error,
      "《\(holding.title)》（\(holding.fileName)）的档号 \(holding.code) 已经是另一件文书的，没有归档",
      advice: "请核对这两个文件的来源"
    )
  }
}
