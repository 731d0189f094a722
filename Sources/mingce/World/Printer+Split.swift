import Diagnostics
import DocumentTree
import Fonts
import Forms
import Issuing
import Records

extension Printer {
  /// How a run of single files ended.
  struct SplitCount {
    /// Files.
    var written = 0
    /// Documents.
    var (done, failed) = (0, 0)
  }

  /// Writes every document of `run` into files of its own in `folder`; documents are made side by side.
  ///
  /// A document that cannot be made, for want of a glyph, is reported and the others are still written.
  func printEach(
    _ run: FormRun,
    into folder: String,
    as formats: [OutputFormat]
  ) throws(CommandFailure) -> SplitCount {
    try makeFolder(folder)
    let rules = "\(folder)/\(run.form.name).css"
    let stylesheet = formats.contains(.html) ? try stylesheet(of: run, in: rules) : nil
    let maker = SheetMaker(
      run: run,
      formats: formats,
      stylesheet: stylesheet,
      choices: choices,
      pictures: pictures
    )
    let progress = Progress("正在打印《\(run.title, meaning: run.title)》", on: console)
    defer { progress.finish() }
    var names = UniqueNames()
    var count = SplitCount()
    try issuing { [installed = fonts.installed] () throws(IssuingFailure) in
      try run.makeDocuments(
        workers: min(world.coreCount, run.documentCount),
        begin: { maker.begin(with: installed) }
      ) { sheet throws(IssuingFailure) in
        let name = names.take(sheet.name)
        try write(sheet, to: "\(folder)/\(name)")
        count.add(sheet)
        progress.advance(to: count.done, of: run.documentCount, unit: "份")
      }
    }
    return count
  }

  /// Writes the files of `sheet`, and tells what is to be said of it.
  private func write(_ sheet: Sheet, to stem: String) throws(IssuingFailure) {
    sheet.notices.forEach(console.complain)
    do throws(CommandFailure) {
      for file in sheet.files {
        let target = try world.newFile("\(stem)\(file.ending)")
        try target.write(file.bytes)
        // A wait for the disk takes longer than ten certificates; `commit` says what that leaves to a power cut.
        try target.commit(flushed: false)
      }
    } catch {
      throw .sink(error)
    }
    guard let failure = sheet.failure else { return }
    guard case .unfit(let diagnostics) = CommandFailure(failure) else { throw failure }
    diagnostics.forEach(console.complain)
  }
}

extension Printer.SplitCount {
  fileprivate mutating func add(_ sheet: Sheet) {
    done += 1
    if sheet.failure == nil { written += sheet.files.count } else { failed += 1 }
  }
}

/// A document made into the bytes of its files, or as far as that went.
private struct Sheet: Sendable {
  var name: String
  /// The files, by what their names add to the document's.
  var files: [(ending: String, bytes: [UInt8])] = []
  var notices: [Diagnostic] = []
  var failure: IssuingFailure?
}

/// What a thread needs to know to make documents into sheets.
private struct SheetMaker: Sendable {
  let run: FormRun
  let formats: [OutputFormat]
  let stylesheet: HTMLPress.Stylesheet?
  let choices: PaperChoices
  let pictures: PreviewChoices

  /// Returns the work of a thread, which has a press of its own.
  func begin(with installed: InstalledFonts) -> (BoundForm, Filing) -> Sheet {
    let press = SheetPress(installed, choices: choices)
    return { bound, filing in sheet(of: bound, filing, from: press) }
  }

  private func sheet(
    of bound: BoundForm,
    _ filing: Filing,
    from press: SheetPress
  ) -> Sheet {
    var sheet = Sheet(name: run.form.fileName(for: filing, batch: run.file.batch))
    do throws(IssuingFailure) {
      for format in formats {
        sheet.files += try files(of: bound, as: format, from: press) { sheet.notices += $0 }
      }
    } catch {
      sheet.failure = error
    }
    return sheet
  }

  private func files(
    of bound: BoundForm,
    as format: OutputFormat,
    from press: SheetPress,
    notice: ([Diagnostic]) -> Void
  ) throws(IssuingFailure) -> [(ending: String, bytes: [UInt8])] {
    let ending = ".\(format.rawValue)"
    if let format = format.picture {
      return try press.pictures(
        of: bound.document,
        in: run,
        format: format,
        choices: pictures,
        notice: notice
      )
      .map { ("-\($0.page)\(ending)", $0.bytes) }
    }
    if format == .html, let stylesheet {
      return [
        (ending, try press.html(of: bound.document, title: run.title, stylesheet: stylesheet))
      ]
    }
    return [(ending, try press.pdf(of: bound, in: run, notice: notice))]
  }
}
