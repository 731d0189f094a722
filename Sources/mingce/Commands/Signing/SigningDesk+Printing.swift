import Certificates
import Diagnostics
import Digests
import Fonts
import Forms
import Issuing
import Ledger
import PDF
import PDFFiles
import Records
import Signing

extension SigningDesk {
  /// Prints a form from a record file and signs every document before it reaches the disk.
  func printAndSign(
    _ name: String,
    _ records: String,
    into output: String
  ) throws(CommandFailure) -> ExitStatus {
    let form = try workshop.form(name)
    if case .line = form.scope { throw .usage("表单“\(name)”一行一份，不能直接签名；请先打印，再签 PDF") }
    let shelf = try world.ruleShelf(of: workshop.project)
    var report = RecordReport(world: world, shelf: shelf, showsNotices: false)
    var builder = SelectionBuilder(form)
    var refused = 0
    let file = try report.readForDocuments(records) { row, batch in
      if let seal, case .accepted(let filing) = row.outcome, seal.refuses(filing, in: batch) {
        refused += 1
      } else {
        builder.visit(row, in: batch)
      }
    }
    guard let file else { return .problemsFound }
    let employer = file.batch.employer
    if role == .employer,
      let refusal = signerName.refusal(of: records, as: role, by: [employer.name, employer.uscc])
    {
      throw .told([refusal], .problemsFound)
    }
    if refused > 0 { world.console.note("警告：\(refused) 条备案审核不通过、已作废或者已撤销，不盖章，没有打印。") }
    try seal?.admit(employer.uscc)
    let run = FormRun(form, of: file, selection: builder.finish())
    guard !run.isEmpty else {
      world.console.note("错误：没有可以打印的内容，未生成文件。")
      return .problemsFound
    }
    let place = try SigningTarget(output, for: run.documentCount, in: world)
    if form.scope == .roster {
      try signWhole(run, to: place.place(of: "\(form.fileTitle(for: file.batch.profile)).pdf"))
    } else {
      try signEach(run, into: place)
    }
    let status = try tray.finish().report(on: world.console, output: output)
    return status == .ok && report.hasErrors ? .problemsFound : status
  }

  /// Prints and signs the one document of `run`.
  private func signWhole(_ run: FormRun, to target: String) throws(CommandFailure) {
    let press = SheetPress(fonts.installed)
    try issuing { () throws(IssuingFailure) in
      try run.forEachBound { bound, _ throws(IssuingFailure) in
        let sheet = UnsignedSheet(name: target, of: bound, in: run, fields, caption, from: press)
        do throws(CommandFailure) {
          try sign(sheet, to: target, for: nil, in: run)
        } catch {
          throw .sink(error)
        }
      }
    }
  }

  /// Prints the documents of `run` side by side, and signs each as it comes.
  private func signEach(_ run: FormRun, into place: SigningTarget) throws(CommandFailure) {
    let progress = Progress("正在签《\(run.title, meaning: run.title)》", on: world.console)
    defer { progress.finish() }
    var (names, count) = (UniqueNames(), 0)
    let (installed, fields, caption) = (fonts.installed, fields, caption)
    try issuing { () throws(IssuingFailure) in
      try run.makeDocuments(
        workers: min(world.coreCount, run.documentCount),
        begin: {
          let press = SheetPress(installed)
          return { bound, filing in
            let name = run.form.fileName(for: filing, batch: run.file.batch)
            let sheet = UnsignedSheet(name: name, of: bound, in: run, fields, caption, from: press)
            return (sheet, filing)
          }
        }
      ) { sheet, filing throws(IssuingFailure) in
        do throws(CommandFailure) {
          let target = place.place(of: "\(names.take(sheet.name)).pdf")
          try sign(sheet, to: target, for: filing, in: run)
        } catch {
          throw .sink(error)
        }
        count += 1
        progress.advance(to: count, of: run.documentCount, unit: "份")
      }
    }
  }

  private var fields: [SignatureField] {
    SigningRole.fields(
      signedBy: role,
      facts,
      mark: mark,
      seam: seal?.seam
    )
  }

  private func sign(
    _ sheet: UnsignedSheet,
    to target: String,
    for filing: Filing?,
    in run: FormRun
  ) throws(CommandFailure) {
    sheet.notices.forEach(world.console.complain)
    if let failure = sheet.failure {
      guard case .unfit(let diagnostics) = CommandFailure(failure) else {
        throw CommandFailure(failure)
      }
      diagnostics.forEach(world.console.complain)
      return tray.countFailure()
    }
    if role == .employee, let filing,
      let refusal = signerName.refusal(of: target, as: role, by: [filing.employee.name])
    {
      world.console.complain(refusal)
      return tray.countFailure()
    }
    let isThere = world.exists(target)
    guard
      let (file, digest) = isThere ? try earlier(sheet, at: target) : filledIn(sheet, for: target)
    else { return tray.countFailure() }
    var entry = SignedFile.Entry.nothing
    if let flow, role == .employer {
      let trace = filing.map { flow.traces.trace(of: $0, in: run.file.batch) }
      let person = filing?.employee.name ?? ""
      entry = .opening(flow.draft(digest, title: run.title, person: person, filing: trace))
    }
    try tray.put(SignedFile(file, digest, at: target, isThere: isThere, entry: entry))
  }

  /// Returns the file of `sheet` with its signature, and its digest; tells why there is none.
  private func filledIn(
    _ sheet: UnsignedSheet,
    for target: String
  ) -> (file: [UInt8], digest: Digest)? {
    var file = sheet.bytes
    do throws(SigningFailure) {
      guard let place = sheet.place else { return try lift(file, Digest(of: file)) }
      let digest = try fillIn(&file, at: place, by: signer)
      return try lift(file, digest)
    } catch {
      world.console.complain(failure(error, about: target))
      return nil
    }
  }

  /// Returns a file that is there, if this key signed it and it carries the same record: an earlier run made it.
  private func earlier(
    _ sheet: UnsignedSheet,
    at target: String
  ) throws(CommandFailure) -> (file: [UInt8], digest: Digest)? {
    let there = try world.bytes(of: target)
    let isSame = try? PDFFile(there).record() == PDFFile(sheet.bytes).record()
    guard isSame == true, isSigned(there, as: role, by: signer.key.certificate) else {
      world.console.complain(occupied(target))
      return nil
    }
    return (there, Digest(of: there))
  }

  private func issuing(
    _ body: () throws(IssuingFailure) -> Void
  ) throws(CommandFailure) {
    do throws(IssuingFailure) { try body() } catch { throw CommandFailure(error) }
  }
}

/// A document that is ready to be signed; it never reaches the disk as it is.
private struct UnsignedSheet: Sendable {
  var name: String
  var bytes: [UInt8] = []
  var place: SignaturePlace?
  var notices: [Diagnostic] = []
  var failure: IssuingFailure?

  init(
    name: String,
    of bound: BoundForm,
    in run: FormRun,
    _ fields: [SignatureField],
    _ caption: [String],
    from press: SheetPress
  ) {
    self.name = name
    do throws(IssuingFailure) {
      (bytes, place) = try press.pdf(of: bound, in: run, fields: fields, caption: caption) {
        notices += $0
      }
    } catch {
      failure = error
    }
  }
}
