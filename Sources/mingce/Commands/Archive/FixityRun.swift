import Archive
import Diagnostics
import Digests
import Issuing

/// A look at every byte of bags, several at a time.
struct FixityRun {
  let archive: ArchiveFolder
  /// The digests of the last manifests by code, as the index has them.
  let seals: [String: String]
  let console: Console

  private(set) var bagCount = 0
  private(set) var fileCount = 0
  private(set) var byteCount = 0
  private(set) var problems = 0
  /// The bags that the index does not know.
  private(set) var unknown: [String] = []
  /// The bags that somebody has taken away meanwhile.
  private(set) var vanished: [String] = []

  init(of archive: ArchiveFolder, seals: [String: String]) {
    self.archive = archive
    self.seals = seals
    console = archive.world.console
  }

  /// How many bags are handed out ahead.
  private static let ahead = 64

  /// Looks at the bags `codes`, and tells of whatever is not as it was.
  mutating func check(_ codes: [String]) {
    let progress = Progress("正在核对", on: console)
    defer { progress.finish() }
    let crew = Crew<BagFolder, BagFolder.Check>(
      "fixity",
      size: archive.world.coreCount,
      capacity: Self.ahead
    ) {
      let hash = SHA256()
      return { $0.check(with: hash) }
    }
    var given = 0
    while given < codes.count || crew.count > 0 {
      while given < codes.count, crew.count < Self.ahead {
        crew.give(archive.bag(codes[given]))
        given += 1
      }
      guard let check = crew.next() else { return }
      if !isSound(check) { progress.finish() }
      take(check)
      progress.advance(to: bagCount, of: codes.count, unit: "件")
    }
  }

  /// Tells of a problem with the archive as a whole.
  mutating func tell(_ diagnostic: Diagnostic) {
    problems += 1
    console.complain(diagnostic)
  }

  private func isSound(_ check: BagFolder.Check) -> Bool {
    check.findings.isEmpty && seals[check.code].map { $0 == check.seal?.hex } ?? true
  }

  private mutating func take(_ check: BagFolder.Check) {
    guard check.findings.isEmpty || archive.world.exists(archive.bag(check.code).path) else {
      return vanished.append(check.code)
    }
    bagCount += 1
    fileCount += check.fileCount
    byteCount += check.byteCount
    for finding in check.findings { tell(finding.diagnostic(in: check.code)) }
    guard let seal = seals[check.code] else { return unknown.append(check.code) }
    // A bag that was written anew as a whole agrees with itself; only the index remembers what it was.
    if check.findings.isEmpty, seal != check.seal?.hex { tell(resealed(check.code)) }
  }

  private func resealed(_ code: String) -> Diagnostic {
    Diagnostic(
      "fixity.resealed",
      .error,
      "数据包 \(code)：归档以后被重写过，校验值与索引里的不同",
      advice: "请保留原样，与备份比较"
    )
  }
}
