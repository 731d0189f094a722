import Archive
import Calendar
import Certificates
import Diagnostics
import Digests
import PDFFiles
import Signing

/// The renewal of time stamps: each document becomes a further version of its own, and the version before stays.
struct Renewal {
  let archive: ArchiveFolder
  let packer: BagPacker
  let stamper: TimeStamper
  let roots: [Certificate]
  /// Now, in seconds since 1970.
  let moment: Int

  /// What became of a document.
  enum Outcome {
    case renewed(Holding)
    case refused(Diagnostic)
    /// The service that stamps does not answer: there is no use in asking it again now.
    case unanswered(Diagnostic)
  }

  /// Renews the time stamp of the document `code`.
  func renew(_ code: String) throws(CommandFailure) -> Outcome {
    let bag = archive.bag(code)
    let findings = bag.check(with: SHA256()).findings
    guard findings.isEmpty, let former = try bag.holding() else {
      return .refused(findings.first?.diagnostic(in: code) ?? refusal(code, "元数据读不出来"))
    }
    var versions: [Bag] = []
    for (path, holding) in try bag.documents(of: former) {
      guard let holding else { return .refused(refusal(code, "\(path) 的元数据读不出来")) }
      let bytes = try bag.bytes(of: path)
      guard !former.isDossier || holding.stampedUntil != nil else {
        versions.append(try repacked(bytes, holding))
        continue
      }
      let stamped: [UInt8]
      do throws(SigningFailure) {
        stamped = try renewTimeStamp(of: bytes, roots: roots, at: moment, by: stamper)
      } catch {
        let told = refusal(code, "\(error)")
        if case .key(.service(address: stamper.address, reason: _)) = error {
          return .unanswered(told)
        }
        return .refused(told)
      }
      versions.append(try repacked(stamped, holding).following(holding))
    }
    let version = former.isDossier ? Bag(dossier: former.title, of: versions) : versions[0]
    return try keep(version, behind: former)
  }

  /// Packs a document again, to be kept as long as before.
  private func repacked(_ bytes: [UInt8], _ holding: Holding) throws(CommandFailure) -> Bag {
    var packer = packer
    packer.retention = holding.retention
    return try packer.pack(bytes, named: holding.fileName).bag
  }

  /// Keeps a version, unless another process has renewed the same document meanwhile.
  private func keep(_ bag: Bag, behind former: Holding) throws(CommandFailure) -> Outcome {
    let version = bag.following(former)
    return try archive.whileLocked { () throws(CommandFailure) in
      let successor = try archive.withIndex { index throws(IndexFailure) in
        try index.successor(of: former.code)
      }
      if let successor { return .refused(refusal(former.code, "已经续期为 \(successor.code)")) }
      _ = try archive.keepLocked([version])
      return .renewed(version.holding)
    }
  }

  private func refusal(_ code: String, _ reason: Message) -> Diagnostic {
    Diagnostic("archive.renew", .error, "\(code) 没有续期：\(reason)", advice: "改正后重新运行，续过的不会再续")
  }
}
