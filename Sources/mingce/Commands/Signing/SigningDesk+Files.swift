import Certificates
import Diagnostics
import Issuing
import PDF
import Signing

extension SigningDesk {
  /// Signs `files` by a further revision each; what is signed already is left alone.
  func sign(_ files: [String], into output: String) throws(CommandFailure) -> ExitStatus {
    let isFolder = files.count > 1 || output.hasSuffix("/") || world.isFolder(output)
    if isFolder { try makeFolder(output) }
    let progress = Progress("正在签名", on: world.console)
    var tally = SigningTally()
    for (index, file) in files.enumerated() {
      let name = file.split(separator: "/").last.map(String.init) ?? file
      let target = isFolder ? "\(output)/\(name)" : output
      tally.add(try sign(file, to: target))
      progress.advance(to: index + 1, of: files.count, unit: "份")
    }
    progress.finish()
    try flow?.settle()
    return tally.report(on: world.console, output: output)
  }

  private func sign(_ file: String, to target: String) throws(CommandFailure) -> SigningOutcome {
    let bytes = try world.bytes(of: file)
    if world.exists(target), file != target {
      let there = try world.bytes(of: target)
      guard there.starts(with: bytes), isSigned(there, as: role, by: signer.key.certificate) else {
        world.console.complain(occupied(target))
        return .failed
      }
      try enterAgain(there, at: target)
      return .there
    }
    let admission = try admit(bytes, file)
    if case .refused = admission { return .failed }
    let signed: [UInt8]
    do throws(SigningFailure) {
      signed = try lift(
        try signRevision(
          of: bytes,
          as: role,
          stamp: stamp,
          mark: mark,
          fonts: PDFFonts(of: fonts),
          by: signer
        )
      )
    } catch {
      world.console.complain(failure(error, about: file))
      return .failed
    }
    return try keep(signed, at: target, admission)
  }

  func occupied(_ target: String) -> Diagnostic {
    Diagnostic(
      "sign.occupied",
      .error,
      "“\(target)”已经存在，不是这次要签的内容，没有覆盖",
      advice: "请另选输出位置，或者核对后移走这个文件"
    )
  }
}

/// What became of a file.
enum SigningOutcome {
  case signed, there, failed
}

/// How many files were signed.
struct SigningTally {
  private var signed = 0
  private var there = 0
  private var failed = 0

  mutating func add(_ outcome: SigningOutcome) {
    switch outcome {
    case .signed: signed += 1
    case .there: there += 1
    case .failed: failed += 1
    }
  }

  /// Tells how it went, and returns how the command ends.
  func report(on console: Console, output: String) -> ExitStatus {
    console.say("已签名 \(signed) 份，在“\(output)”。")
    if there > 0 { console.note("提示：\(there) 份以前签过，没有再签。") }
    guard failed > 0 else { return .ok }
    console.note("错误：有 \(failed) 份没有签成，原因见上。")
    return .failed
  }
}
