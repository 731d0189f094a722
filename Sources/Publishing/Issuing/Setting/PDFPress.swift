public import Calendar
public import Diagnostics
public import DocumentTree
public import Fonts
public import Forms
import Layout
public import PDF
import Pages
public import Styling

/// Sets documents one after another and writes them as one PDF; pages leave as they are made.
public final class PDFPress {
  private let typesetter: Typesetter
  private let writer: any PageWriting
  /// What is around the record that the file carries, if it carries one.
  private var envelope: RecordEnvelope?

  /// Called with the number of pages so far after each one.
  public var onPage: (Int) -> Void = { _ in }

  /// Where the signature is to be filled in, once the file is finished.
  var signaturePlace: SignaturePlace? { (writer as? PDFWriter)?.signaturePlace }

  /// Whether a seal found no free place beside it for its caption, once the file is finished.
  var lacksCaption: Bool { (writer as? PDFWriter)?.missingCaptions.isEmpty == false }

  /// How many pages have been made.
  public var pageCount: Int { writer.pageCount }

  /// Begins a file titled `title`, dated `date` (a day of the records, never of a clock); `write` takes its bytes.
  ///
  /// With `writesBehind` a thread of its own turns pages into bytes behind the layout, which pays for many pages;
  /// the bytes are the same, and `write` is called here all the same.
  public convenience init(
    title: String,
    date: CivilDate?,
    fonts: FontLibrary,
    choices: PaperChoices = PaperChoices(),
    writesBehind: Bool = false,
    write: @escaping ([UInt8]) throws -> Void
  ) throws(IssuingFailure) {
    let metadata = PDFMetadata(title: title, date: date)
    try self.init(metadata, choices, fonts, [], writesBehind: writesBehind, write: write)
  }

  /// Begins a file for the documents of `run`, which is told as `choices` has it; `fields` are its places for signatures.
  public convenience init(
    of run: FormRun,
    fonts: FontLibrary,
    choices: PaperChoices = PaperChoices(),
    fields: [SignatureField] = [],
    writesBehind: Bool = false,
    write: @escaping ([UInt8]) throws -> Void
  ) throws(IssuingFailure) {
    try self.init(run.metadata, choices, fonts, fields, writesBehind: writesBehind, write: write)
    if choices.embedsRecord { envelope = RecordEnvelope(of: run) }
  }

  private init(
    _ metadata: PDFMetadata,
    _ choices: PaperChoices,
    _ fonts: FontLibrary,
    _ fields: [SignatureField],
    writesBehind: Bool,
    write: @escaping ([UInt8]) throws -> Void
  ) throws(IssuingFailure) {
    typesetter = Typesetter(fonts: fonts)
    let conformance = choices.conformance
    if writesBehind,
      let line = PDFWriterLine(
        metadata: metadata,
        conformance: conformance,
        fields: fields,
        fonts: fonts,
        write: write
      )
    {
      writer = line
    } else {
      writer = try PDFPress.writer(metadata, conformance, fonts, Deflater(), fields, write)
    }
  }

  /// Begins a file for a document of `run` that is set by the `typesetter` and compressed with the `deflater` of
  /// others before it; `fields` are the places for signatures that it has.
  init(
    of run: FormRun,
    fonts: FontLibrary,
    choices: PaperChoices,
    typesetter: Typesetter,
    deflater: Deflater,
    fields: [SignatureField] = [],
    write: @escaping ([UInt8]) throws -> Void
  ) throws(IssuingFailure) {
    self.typesetter = typesetter
    writer = try PDFPress.writer(run.metadata, choices.conformance, fonts, deflater, fields, write)
    if choices.embedsRecord { envelope = RecordEnvelope(of: run) }
  }

  private static func writer(
    _ metadata: PDFMetadata,
    _ conformance: PDFConformance,
    _ fonts: FontLibrary,
    _ deflater: Deflater,
    _ fields: [SignatureField],
    _ write: @escaping ([UInt8]) throws -> Void
  ) throws(IssuingFailure) -> PDFWriter {
    do throws(PDFFailure) {
      return try PDFWriter(
        metadata: metadata,
        fonts: PDFFonts(of: fonts),
        conformance: conformance,
        fields: fields,
        deflater: deflater,
        write: write
      )
    } catch {
      throw IssuingFailure(error)
    }
  }

  /// Adds `document` with pages numbered from 1; a `bookmark` names it in the outline of a batch.
  ///
  /// - Returns: What a person should know about the layout.
  public func add(
    _ document: Document<Never>,
    style: PageStyle,
    bookmark: String? = nil
  ) throws(IssuingFailure) -> [Diagnostic] {
    try add(document, style: style, bookmark: bookmark, record: nil)
  }

  /// Adds a document, and behind each page what has been written of its `record` meanwhile.
  private func add(
    _ document: Document<Never>,
    style: PageStyle,
    bookmark: String?,
    record: RecordAhead?
  ) throws(IssuingFailure) -> [Diagnostic] {
    let firstPage = writer.pageCount
    writer.begin(title: bookmark)
    do throws(LayoutFailure) {
      let outcome = try typesetter.layOut(document, style: style) { page throws(LayoutFailure) in
        try self.handing { () throws(PDFFailure) in
          try self.writer.add(page)
          while let piece = record?.nextIfThere() { try self.writer.embed(piece) }
        }
        self.onPage(self.writer.pageCount)
      }
      for index in 0..<outcome.pageCount {
        let furniture = try outcome.furniture.furniture(onPage: index + 1)
        try handing { () throws(PDFFailure) in
          try writer.addFurniture(furniture, toPage: firstPage + index)
        }
      }
      try handing { () throws(PDFFailure) in
        try writer.addOutline(outcome.outline, firstPage: firstPage)
      }
      return outcome.diagnostics
    } catch {
      throw failure(behind: error)
    }
  }

  /// Adds a document of a form as `add` does, with what it prints of the records.
  public func add(
    _ bound: BoundForm,
    style: PageStyle,
    bookmark: String? = nil
  ) throws(IssuingFailure) -> [Diagnostic] {
    guard let opening = envelope?.separator() else {
      return try add(bound.document, style: style, bookmark: bookmark)
    }
    try embed(opening)
    let ahead = RecordAhead(of: bound)
    let diagnostics = try add(bound.document, style: style, bookmark: bookmark, record: ahead)
    guard let ahead else {
      try embedRecord(of: bound)
      return diagnostics
    }
    while let piece = try next(of: ahead) { try embed(piece) }
    return diagnostics
  }

  private func next(of record: RecordAhead) throws(IssuingFailure) -> [UInt8]? {
    do throws(RowSource.Failure) { return try record.next() } catch {
      throw .document([error.diagnostic])
    }
  }

  /// Has the file carry `record` as its source (ISO 19005-3 §6.8); a file of a run carries that of its documents.
  public func embed(_ record: [UInt8]) throws(IssuingFailure) {
    do throws(PDFFailure) { try writer.embed(record) } catch { throw IssuingFailure(error) }
  }

  private func embedRecord(of bound: BoundForm) throws(IssuingFailure) {
    var failure: IssuingFailure?
    var pieces = RecordPieces { piece in
      do throws(IssuingFailure) { try self.embed(piece) } catch { failure = error }
      return failure == nil
    }
    do throws(RowSource.Failure) {
      try bound.record.write(of: bound.document) { pieces.add($0) }
    } catch {
      throw .document([error.diagnostic])
    }
    pieces.finish()
    if let failure { throw failure }
  }

  /// Returns the failure to tell when `failure` stopped the layout: what is wrong with earlier pages goes before it.
  private func failure(behind failure: LayoutFailure) -> IssuingFailure {
    if case .sink = failure { return IssuingFailure(failure) }
    do throws(PDFFailure) {
      try writer.settle()
    } catch {
      return IssuingFailure(error).followed(by: IssuingFailure(failure))
    }
    return IssuingFailure(failure)
  }

  /// Ends the file.
  public func finish() throws(IssuingFailure) {
    do throws(PDFFailure) {
      if let envelope { try writer.embed(envelope.end()) }
      try writer.finish()
    } catch {
      throw IssuingFailure(error)
    }
  }

  /// Hands something to the writer on layout's behalf.
  private func handing(_ step: () throws(PDFFailure) -> Void) throws(LayoutFailure) {
    do throws(PDFFailure) {
      try step()
    } catch {
      throw .sink(error)
    }
  }
}

extension PDFFonts {
  /// The answers of a font library.
  public init(of fonts: FontLibrary) {
    self.init(
      advance: { font, glyph in fonts.advance(of: glyph, in: font) },
      embed: { font, glyphs in try fonts.embed(glyphs, of: font) }
    )
  }
}
