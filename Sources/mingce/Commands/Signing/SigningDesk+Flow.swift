import Diagnostics
import Ledger
import Signing

/// Whether a file may be signed, as far as the ledger knows.
enum Admission {
  /// The ledger asks nothing of it.
  case free
  /// It waits for the employee's signature.
  case document(SigningCase)
  /// It may not be signed; a person was told why.
  case refused
}

extension SigningDesk {
  /// Looks whether the employee may sign a file; the employer may sign any.
  func admit(_ bytes: [UInt8], _ file: String) throws(CommandFailure) -> Admission {
    guard role == .employee, let flow else { return .free }
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

  /// Keeps a signed file and enters it, both or neither.
  func keep(
    _ signed: [UInt8],
    at target: String,
    _ admission: Admission
  ) throws(CommandFailure) -> SigningOutcome {
    guard case .document(let document) = admission, let flow else {
      try keep(signed, at: target)
      if role == .employer { try note(signed, named: target) }
      return .signed
    }
    do throws(CommandFailure) {
      try flow.finish(document, as: signed) { () throws(CommandFailure) in
        try keep(signed, at: target)
      }
      return .signed
    } catch {
      // Another run has signed it, or it was withdrawn, since we looked.
      guard case .told(let refusals, .problemsFound) = error else { throw error }
      refusals.forEach(world.console.complain)
      return .failed
    }
  }

  /// Enters a file that an earlier run has signed, in case that run was cut off before it did.
  func enterAgain(_ there: [UInt8], at target: String) throws(CommandFailure) {
    guard let flow else { return }
    guard role == .employee else { return try note(there, named: target) }
    guard let document = try flow.document(of: there), flow.refusal(of: document) == nil else {
      return
    }
    try flow.finish(document, as: there)
  }

  private func note(_ file: [UInt8], named target: String) throws(CommandFailure) {
    let name = target.split(separator: "/").last.map(String.init) ?? target
    try flow?.note(file, title: name, person: "")
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
