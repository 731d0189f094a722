public import Calendar
public import Diagnostics
public import DocumentTree
public import Fonts
import Layout
import PDF
import Pages
public import Styling

/// Sets documents one after another and writes them as one PDF; pages leave as they are made.
public final class PDFPress {
  private let typesetter: Typesetter
  private let writer: any PageWriting

  /// Called with the number of pages so far after each one.
  public var onPage: (Int) -> Void = { _ in }

  /// How many pages have been made.
  public var pageCount: Int { writer.pageCount }

  /// Begins a file titled `title`, dated `date` (a day of the records, never of a clock); `write` takes its bytes.
  ///
  /// With `writesBehind` a thread of its own turns pages into bytes behind the layout, which pays for many pages;
  /// the bytes are the same, and `write` is called here all the same.
  public init(
    title: String,
    date: CivilDate?,
    fonts: FontLibrary,
    writesBehind: Bool = false,
    write: @escaping ([UInt8]) throws -> Void
  ) throws(IssuingFailure) {
    typesetter = Typesetter(fonts: fonts)
    let metadata = PDFMetadata(title: title, date: date)
    writer =
      writesBehind
      ? PDFWriterLine(metadata: metadata, fonts: fonts, write: write)
      : try PDFPress.writer(metadata, fonts, Deflater(), write)
  }

  /// Begins a file that is set by the `typesetter` and compressed with the `deflater` of others before it.
  init(
    title: String,
    date: CivilDate?,
    fonts: FontLibrary,
    typesetter: Typesetter,
    deflater: Deflater,
    write: @escaping ([UInt8]) throws -> Void
  ) throws(IssuingFailure) {
    self.typesetter = typesetter
    writer = try PDFPress.writer(PDFMetadata(title: title, date: date), fonts, deflater, write)
  }

  private static func writer(
    _ metadata: PDFMetadata,
    _ fonts: FontLibrary,
    _ deflater: Deflater,
    _ write: @escaping ([UInt8]) throws -> Void
  ) throws(IssuingFailure) -> PDFWriter {
    let pdfFonts = PDFFonts(
      advance: { font, glyph in fonts.advance(of: glyph, in: font) },
      embed: { font, glyphs in try fonts.embed(glyphs, of: font) }
    )
    do throws(PDFFailure) {
      return try PDFWriter(
        metadata: metadata,
        fonts: pdfFonts,
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
    let firstPage = writer.pageCount
    writer.begin(title: bookmark)
    do throws(LayoutFailure) {
      let outcome = try typesetter.layOut(document, style: style) { page throws(LayoutFailure) in
        try self.handing { () throws(PDFFailure) in try self.writer.add(page) }
        self.onPage(self.writer.pageCount)
      }
      for index in 0..<outcome.pageCount {
        let items = try outcome.furniture.items(onPage: index + 1)
        try handing { () throws(PDFFailure) in
          try writer.addFurniture(items, toPage: firstPage + index)
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

  /// Returns the failure to tell when `failure` stopped the layout: one of an earlier page goes before it.
  private func failure(behind failure: LayoutFailure) -> IssuingFailure {
    if case .sink = failure { return IssuingFailure(failure) }
    do throws(PDFFailure) {
      try writer.settle()
    } catch {
      return IssuingFailure(error)
    }
    return IssuingFailure(failure)
  }

  /// Ends the file.
  public func finish() throws(IssuingFailure) {
    do throws(PDFFailure) {
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
