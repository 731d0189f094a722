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
  }

  /// Renews the time stamp of the document `code`.
  func renew(_ code: String) throws(CommandFailure) -> Outcome {
    let bag = archive.bag(code)
    let findings = bag.check(with: SHA256()).findings
    guard findings.isEmpty, let former = try bag.holding() else {
      return .refused(findings.first?.diagnostic(in: code) ?? refusal(code, "元数据读不出来"))
    }
    let stamped: [UInt8]
    do throws(SigningFailure) {
      stamped = try renewTimeStamp(
        of: try document(of: bag),
        roots: roots,
        at: moment,
        by: stamper
      )
    } catch {
      return .refused(refusal(code, "\(error)"))
    }
    return try keep(try packer.pack(stamped, named: former.fileName).bag, behind: former)
  }

  private func document(of bag: BagFolder) throws(SigningFailure) -> [UInt8] {
    do throws(CommandFailure) {
      return try bag.bytes(of: Bag.FileName.document)
    } catch {
      throw .file(.unreadable(reason: error.reason))
    }
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

  private func refusal(_ code: String, _ reason: String) -> Diagnostic {
    Diagnostic("archive.renew", .error, "\(code) 没有续期：\(reason)", advice: "改正后重新运行，续过的不会再续")
  }
}
