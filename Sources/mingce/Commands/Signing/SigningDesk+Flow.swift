import Diagnostics
import Digests
import Ledger
import Signing

/// Whether a file may be signed, as far as the ledger knows.
enum Admission {
  /// The ledger asks nothing of it.
  case free
  /// It is a saved roster, which nobody else has to sign.
  case roster
  /// It waits for the employee's signature.
  case document(SigningCase)
  /// It may not be signed; a person was told why.
  case refused
}

extension SigningDesk {
  /// Looks whether a file may be signed: the employer may sign any, but seal saved rosters only.
  func admit(_ bytes: [UInt8], _ file: String) throws(CommandFailure) -> Admission {
    guard role == .employee else { return try admitAsEmployer(bytes, file) }
    guard let flow else { return .free }
    guard let document = try flow.document(of: bytes) else {
      world.console.complain(stranger(file))
      return .refused
    }
    if let refusal = flow.refusal(of: document) {
      world.console.complain(refusal)
      return .refused
    }
    return .document(document)
  }

  private func admitAsEmployer(
    _ bytes: [UInt8],
    _ file: String
  ) throws(CommandFailure) -> Admission {
    guard let seal else {
      return try flow?.isRoster(Digest(of: bytes)) == true ? .roster : .free
    }
    if let refusal = try seal.refusal(of: bytes, named: file) {
      world.console.complain(refusal)
      return .refused
    }
    return .roster
  }

  /// What the ledger is to hear of a file that was there before this run.
  func entry(
    of file: [UInt8],
    _ digest: Digest,
    at target: String
  ) throws(CommandFailure) -> SignedFile.Entry {
    guard let flow else { return .nothing }
    guard role == .employee else { return opening(digest, at: target) }
    // An earlier run may have been cut off before it entered the file.
    guard let document = try flow.document(of: file), flow.refusal(of: document) == nil else {
      return .nothing
    }
    return .ending(document)
  }

  /// What the ledger is to hear of a file that was made elsewhere and that the employer has signed.
  func opening(_ file: Digest, at target: String) -> SignedFile.Entry {
    guard let flow, role == .employer else { return .nothing }
    let name = target.split(separator: "/").last.map(String.init) ?? target
    let title = name.lowercased().hasSuffix(".pdf") ? String(name.dropLast(4)) : name
    return .opening(flow.draft(file, title: title, person: flow.owner?.person ?? ""))
  }

  private func stranger(_ file: String) -> Diagnostic {
    Diagnostic(
      "signing.stranger",
      .error,
      "“\(file)”不是账本里登记的待签文书，没有签",
      found: "内容与登记的任何一份都不同",
      advice: "请用用人单位签名后的原文件；不归账本管的文件加 --no-ledger"
    )
  }
}
