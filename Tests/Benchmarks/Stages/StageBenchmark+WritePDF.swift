import Fonts
import Forms
import Layout
import PDF
import Pages
import TestSupport

extension StageBenchmark {
  /// Pages to the bytes of a PDF, its font programs and compression included.
  static let writePDF = StageBenchmark(name: "write-pdf", unit: "bytes") {
    let sample = try StageSample()
    let fonts = try TestFonts.library()
    let pages = try sample.pages(with: fonts)
    return { try StageSample.bytes(of: pages, fonts).count }
  }
}

extension StageSample {
  /// Returns the laid-out roster.
  func pages(with fonts: FontLibrary) throws -> [Page] {
    var pages: [Page] = []
    _ = try Typesetter(fonts: fonts).layOut(try roster(), style: form.style) { pages.append($0) }
    return pages
  }

  /// Returns `pages`, set with `fonts`, as a file.
  static func bytes(of pages: [Page], _ fonts: FontLibrary) throws -> [UInt8] {
    let answers = PDFFonts(
      advance: { fonts.advance(of: $1, in: $0) },
      embed: { try fonts.embed($1, of: $0) }
    )
    var bytes: [UInt8] = []
    let writer = try PDFWriter(metadata: PDFMetadata(title: "名册"), fonts: answers) { bytes += $0 }
    for page in pages { try writer.add(page) }
    try writer.finish()
    return bytes
  }
}
