import Archive
import Certificates
import Diagnostics
import Digests
import Fonts
import Issuing
import Ledger
import PDF
import PDFFiles
import Signing

extension SigningDesk {
  /// Signs `files` by a further revision each; what is signed already is left alone.
  ///
  /// Revisions are drafted side by side; the key stays with the caller, who fills them in as they come.
  func sign(_ files: [String], into output: String) throws(CommandFailure) -> ExitStatus {
    let place = try SigningTarget(output, for: files.count, in: world)
    let progress = Progress("正在签名", on: world.console)
    let workers = min(world.coreCount, files.count)
    let crew = drafters(workers)
    var (given, done) = (0, 0)
    while true {
      while given < files.count, crew.count < Self.draftsAhead * workers {
        let name = files[given].split(separator: "/").last.map(String.init) ?? files[given]
        let beside = try addition(to: files[given])
        crew.give(DraftJob(file: files[given], target: place.place(of: name), beside: beside))
        given += 1
      }
      guard let draft = crew.next() else { break }
      try sign(draft)
      done += 1
      progress.advance(to: done, of: files.count, unit: "份")
    }
    progress.finish()
    return try tray.finish().report(on: world.console, output: output)
  }

  /// What stands on the pages of a saved roster beside its seal.
  private func addition(to file: String) throws(CommandFailure) -> SealAddition {
    guard let seal, let check = try seal.checkCode(of: world.bytes(of: file)) else {
      return SealAddition()
    }
    do throws(IssuingFailure) {
      let caption = try signatureCaption(
        self.caption,
        number: check,
        in: workshop.guideStyle,
        fonts: fonts
      )
      return SealAddition(seam: seal.seam, caption: caption)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// How many revisions are under way for each thread; their files are in memory.
  private static let draftsAhead = 3

  private func drafters(_ workers: Int) -> Crew<DraftJob, DraftedFile> {
    let (world, role, facts, mark) = (world, role, facts, mark)
    let installed = fonts.installed
    return Crew("drafts", size: workers, capacity: Self.draftsAhead * workers) {
      let fonts = PDFFonts(of: FontLibrary(installed))
      return { job in
        DraftedFile(of: job, in: world) { bytes throws(SigningFailure) in
          try draftRevision(
            of: bytes,
            as: role,
            facts,
            mark: mark,
            beside: job.beside,
            fonts: fonts
          )
        }
      }
    }
  }

  private func sign(_ draft: DraftedFile) throws(CommandFailure) {
    let (file, target, bytes) = (draft.job.file, draft.job.target, try draft.bytes.get())
    if tray.holds(target) { try tray.settle() }
    if world.exists(target), file != target {
      let there = try world.bytes(of: target)
      guard there.starts(with: bytes), isSigned(there, as: role, by: signer.key.certificate) else {
        world.console.complain(occupied(target))
        return tray.countFailure()
      }
      let digest = Digest(of: there)
      let entry = try entry(of: there, digest, at: target)
      return try tray.put(SignedFile(there, digest, at: target, isThere: true, entry: entry))
    }
    let admission = try admit(bytes, file)
    if case .refused = admission { return tray.countFailure() }
    if let refusal = signerName.refusal(of: file, as: role, by: parties(to: draft, admission)) {
      world.console.complain(refusal)
      return tray.countFailure()
    }
    let (signed, digest): ([UInt8], Digest)
    do throws(SigningFailure) {
      let revision = try draft.revision.get()
      if revision.lacksCaption { world.console.complain(SheetPress.missingCaption) }
      SheetPress.missingSeam(draft.job.beside.seam, pages: draft.pageCount)
        .map(world.console.complain)
      let first = try revision.signed(by: signer)
      (signed, digest) = try lift(first.file, first.digest)
    } catch {
      world.console.complain(failure(error, about: file))
      return tray.countFailure()
    }
    let entry: SignedFile.Entry =
      switch admission {
      case .document(let document): .ending(document)
      case .free: opening(digest, at: target)
      case .roster, .refused: .nothing
      }
    try tray.put(SignedFile(signed, digest, at: target, entry: entry))
  }

  /// Who is to sign: the record that the file carries tells, else the filing that it was signed for.
  private func parties(to draft: DraftedFile, _ admission: Admission) -> [String] {
    switch (role, draft.record.map(RecordFacts.init), admission) {
    case (_, let facts?, _): facts.parties(to: role)
    case (.employer, nil, _): flow?.owner?.employer ?? []
    case (.employee, nil, .document(let document)):
      document.person.isEmpty ? [] : [document.person]
    case (.employee, nil, _): []
    }
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

/// A file that is to get a further revision, and where that is to stand.
private struct DraftJob: Sendable {
  let file: String
  let target: String
  let beside: SealAddition
}

/// A file with a revision behind it that still lacks its signature.
private struct DraftedFile: Sendable {
  let job: DraftJob
  let bytes: Result<[UInt8], CommandFailure>
  /// The record that it carries.
  let record: [UInt8]?
  let pageCount: Int
  let revision: Result<UnsignedFile, SigningFailure>

  init(
    of job: DraftJob,
    in world: World,
    draft: ([UInt8]) throws(SigningFailure) -> UnsignedFile
  ) {
    self.job = job
    let bytes = Result { () throws(CommandFailure) in try world.bytes(of: job.file) }
    self.bytes = bytes
    let opened = (try? bytes.get()).flatMap { try? PDFFile($0) }
    record = opened.flatMap { try? $0.record() }
    pageCount = opened.flatMap { try? $0.pageCount() } ?? 0
    revision = Result { () throws(SigningFailure) in try draft((try? bytes.get()) ?? []) }
  }
}

extension PDFFile {
  /// How many pages the file says that it has (ISO 32000-2 §7.7.3.2).
  fileprivate func pageCount() throws(PDFFileFailure) -> Int? {
    let catalog = try resolve(trailer().entries?["/Root"]).entries
    let pages = try resolve(catalog?["/Pages"]).entries
    return try resolve(pages?["/Count"]).integer
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
    if signed > 0 || failed == 0 { console.say("已签名 \(signed) 份，在“\(output)”。") }
    if there > 0 { console.note("提示：\(there) 份以前签过，没有再签。") }
    guard failed > 0 else { return .ok }
    console.note("错误：有 \(failed) 份没有签成，原因见上。")
    return .failed
  }
}
