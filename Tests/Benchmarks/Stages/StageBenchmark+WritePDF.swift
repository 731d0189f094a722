import Fonts
import Forms
import Layout
import PDF
import Pages
import TestSupport

extension StageBenchmark {
  /// Pages to the bytes of a PDF, its font subsets included.
  static let writePDF = StageBenchmark(name: "write-pdf", unit: "bytes") {
    let sample = try StageSample()
    let fonts = try TestFonts.library()
    var pages: [Page] = []
    _ = try Typesetter(fonts: fonts).layOut(try sample.roster(), style: sample.form.style) {
      pages.append($0)
    }
    let answers = PDFFonts(
      advance: { fonts.advance(of: $1, in: $0) },
      embed: { try fonts.embed($1, of: $0) }
    )
    return {
      var count = 0
      let metadata = PDFMetadata(title: "名册")
      let writer = try PDFWriter(metadata: metadata, fonts: answers) { count += $0.count }
      for page in pages { try writer.add(page) }
      try writer.finish()
      return count
    }
  }
}
