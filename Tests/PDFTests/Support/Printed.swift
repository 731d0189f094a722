import Calendar
import DocumentTree
import Fonts
import Geometry
import Layout
import Pages
import Styling
import TestSupport

@testable import PDF

/// Documents printed with the fonts that operators have.
struct Printed {
  let pages: [Page]
  let file: [UInt8]

  /// Prints `document` as an archival file, `record` inside, with faces for Chinese and Latin or for `allScripts`.
  init(
    _ document: Document<Never>,
    allScripts: Bool = false,
    style: PageStyle = Printed.style,
    form: ObjectFile.Form = .compact,
    record: String? = nil
  ) throws {
    let library = try allScripts ? TestFonts.libraryOfAllScripts() : TestFonts.library()
    let fonts = PDFFonts(
      advance: { font, glyph in library.advance(of: glyph, in: font) },
      embed: { font, glyphs in try library.embed(glyphs, of: font) }
    )
    let pages = Pages()
    let outcome = try Typesetter(fonts: library).layOut(document, style: style) { page in
      pages.all.append(page)
    }
    self.pages = pages.all
    var metadata = Written.metadata
    metadata.date = CivilDate(year: 2026, month: 11, day: 20)
    file = try Written.file(
      form: form,
      metadata: metadata,
      fonts: fonts,
      conformance: .archival
    ) { writer in
      writer.begin(title: document.title)
      for page in pages.all { try writer.add(page) }
      try writer.addOutline(outcome.outline, firstPage: 0)
      if let record { try writer.embed(Array(record.utf8)) }
    }
  }

  /// Keeps the pages that layout lets go.
  private final class Pages {
    var all: [Page] = []
  }

  /// A small upright sheet, on which even short tables reach over several pages.
  static let style = PageStyle(
    paper: Size(width: .mm(148), height: .mm(105)),
    margins: Insets(top: .mm(10), left: .mm(12), bottom: .mm(10), right: .mm(12)),
    roles: [
      .body: TextStyle(size: .pt(10.5), linePitch: .pt(16), alignment: .justified),
      .title: TextStyle(family: .hei, weight: .bold, size: .pt(15), linePitch: .pt(22)),
      .note: TextStyle(family: .kai, size: .pt(9), linePitch: .pt(14)),
    ],
    table: TableStyle(),
    footerBaseline: .mm(5)
  )
}
