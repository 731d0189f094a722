import Calendar
import Diagnostics
import DocumentTree
import Fonts
import Forms
import Foundation
import Issuing
import PDF
import Records
import Site
import Styling

/// Writes the documents of a form run into files: whole or not at all, with progress.
struct Printer {
  let fonts: FontLibrary
  private let workshop: Workshop
  private let isStandalone: Bool
  let world: World
  let choices: PaperChoices
  let pictures: PreviewChoices

  var console: Console { world.console }

  /// Creates a printer with the fonts and looks of `workshop`.
  init(
    _ workshop: Workshop,
    isStandalone: Bool,
    choices: PaperChoices = PaperChoices(),
    pictures: PreviewChoices = PreviewChoices(),
    in world: World
  ) throws(CommandFailure) {
    fonts = try workshop.fonts()
    self.choices = choices
    self.pictures = pictures
    self.workshop = workshop
    self.isStandalone = isStandalone
    self.world = world
  }

  /// What was written: the files, and what they hold, such as `3 页`.
  struct Printed {
    var files: [String]
    var content: Message

    /// The first and the last of the files in quotation marks.
    var names: Message {
      let ends = files.count > 1 ? [files[0], files[files.count - 1]] : files
      return ends.map { "“\($0)”" as Message }.joined(separator: "至")
    }
  }

  /// Writes all documents of `run` into the file `stem` with the ending of `format`, or a picture of each page; the ending
  /// may be spelt otherwise.
  func print(
    _ run: FormRun,
    to stem: String,
    as format: OutputFormat,
    ending: String? = nil
  ) throws(CommandFailure) -> Printed {
    let ending = ending ?? format.rawValue
    if let picture = format.picture {
      return try printPictures(of: run, to: stem, as: picture, ending: ending)
    }
    let path = "\(stem).\(ending)"
    if format == .html {
      try printHTML(run, to: path)
      return Printed(files: [path], content: "\(run.documentCount) 份")
    }
    return Printed(files: [path], content: "\(try printPDF(run, to: path)) 页")
  }

  /// Returns the first page of `run`; nothing when it prints nothing.
  func firstPage(of run: FormRun) throws(CommandFailure) -> FirstPage? {
    try issuing { () throws(IssuingFailure) in try Issuing.firstPage(of: run, fonts: fonts) }
  }

  /// Writes `guide` as one PDF at `path`, with pictures of `documents`; returns the number of its pages.
  func print(
    _ guide: Guide,
    documents: [DocumentLink],
    style: PageStyle,
    to path: String
  ) throws(CommandFailure) -> Int {
    let document = guideDocument(guide, documents: documents)
    return try print(document, dated: guide.updated, style: style, to: path)
  }

  /// Writes `document` as a PDF at `path` that carries `record`, if there is one; returns the number of its pages.
  func print(
    _ document: Document<Never>,
    record: [UInt8]? = nil,
    dated date: CivilDate?,
    style: PageStyle,
    to path: String
  ) throws(CommandFailure) -> Int {
    let file = try world.newFile(path)
    let pageCount = try writePDF(titled: document.title, dated: date) {
      try file.write($0)
    } fill: { press throws(IssuingFailure) in
      try press.add(document, style: style).forEach(console.complain)
      if let record { try press.embed(record) }
    }
    try file.commit()
    return pageCount
  }

  /// Writes all documents of `run` as one PDF at `path`; returns the number of its pages.
  func printPDF(_ run: FormRun, to path: String) throws(CommandFailure) -> Int {
    let file = try world.newFile(path)
    let pageCount = try printPDF(run) { try file.write($0) }
    try file.commit()
    return pageCount
  }

  /// Hands all documents of `run` to `write` as one PDF with `fields` for signatures; returns the number of its pages.
  func printPDF(
    _ run: FormRun,
    fields: [SignatureField] = [],
    write: @escaping ([UInt8]) throws -> Void
  ) throws(CommandFailure) -> Int {
    let progress = Progress("正在排版《\(run.title, meaning: run.title)》", on: console)
    defer { progress.finish() }
    // Below so many people a thread costs more than it gains.
    let writesBehind = run.selection.rows.count > 50
    return try issuing { () throws(IssuingFailure) in
      let press = try PDFPress(
        of: run,
        fonts: fonts,
        choices: choices,
        fields: fields,
        writesBehind: writesBehind,
        write: write
      )
      press.onPage = { progress.advance(to: $0, unit: "页") }
      try run.forEachBound { bound, filing throws(IssuingFailure) in
        let bookmark = filing.flatMap { run.form.bookmark(for: $0, batch: run.file.batch) }
        let notices = try press.add(bound, style: run.form.style, bookmark: bookmark)
        notices.forEach(console.complain)
      }
      try press.finish()
      return press.pageCount
    }
  }

  private func printHTML(_ run: FormRun, to path: String) throws(CommandFailure) {
    let progress = Progress("正在写《\(run.title, meaning: run.title)》", on: console)
    defer { progress.finish() }
    let stylesheet = try stylesheet(of: run, in: path.dropLast(5) + ".css")
    try writeHTML(titled: run.title, stylesheet, to: path) { press throws(IssuingFailure) in
      var count = 0
      try run.forEachDocument { document, _ throws(IssuingFailure) in
        try press.add(document)
        count += 1
        progress.advance(to: count, of: run.documentCount, unit: "份")
      }
    }
  }

  /// Writes one PDF whose documents `fill` adds; returns the number of its pages.
  func writePDF(
    titled title: String,
    dated date: CivilDate?,
    writesBehind: Bool = false,
    write: @escaping ([UInt8]) throws -> Void,
    fill: (PDFPress) throws(IssuingFailure) -> Void
  ) throws(CommandFailure) -> Int {
    try issuing { () throws(IssuingFailure) in
      let press = try PDFPress(
        title: title,
        date: date,
        fonts: fonts,
        writesBehind: writesBehind,
        write: write
      )
      try fill(press)
      try press.finish()
      return press.pageCount
    }
  }

  /// Writes one web page whose documents `fill` adds.
  private func writeHTML(
    titled title: String,
    _ stylesheet: HTMLPress.Stylesheet,
    to path: String,
    fill: (HTMLPress) throws(IssuingFailure) -> Void
  ) throws(CommandFailure) {
    let file = try world.newFile(path)
    try issuing { () throws(IssuingFailure) in
      let press = try HTMLPress(title: title, stylesheet: stylesheet) { try file.write($0) }
      try fill(press)
      try press.finish()
    }
    try file.commit()
  }

  /// Returns the rules of the run's pages: within the page when it stands alone, otherwise in the file `path`.
  ///
  /// A page has a stylesheet of its own name, since another run of the same form may need other widths.
  func stylesheet(
    of run: FormRun,
    in path: String
  ) throws(CommandFailure) -> HTMLPress.Stylesheet {
    let theme = try workshop.documentCSS()
    let css = try issuing { () throws(IssuingFailure) in try run.css(theme: theme) }
    if isStandalone { return .inline(css: css) }
    let file = try world.newFile(path)
    try file.write(css)
    try file.commit()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let address = name.addingPercentEncoding(withAllowedCharacters: .urlHostAllowed)
    return .linked(href: address ?? name)
  }

  /// Turns a failure of issuing into one of the command; a failure of our own files comes back as it was.
  func issuing<Value>(
    _ body: () throws(IssuingFailure) -> Value
  ) throws(CommandFailure) -> Value {
    do throws(IssuingFailure) {
      return try body()
    } catch {
      throw CommandFailure(error)
    }
  }
}
