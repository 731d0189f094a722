import Forms
import Layout
import TestSupport

extension StageBenchmark {
  /// A bound roster to pages; each time the fonts are looked for anew, as in a run of the program.
  static let layOut = StageBenchmark(name: "lay-out", unit: "pages") {
    let sample = try StageSample()
    let document = try sample.roster()
    return {
      let fonts = try TestFonts.library()
      return try Typesetter(fonts: fonts).layOut(document, style: sample.form.style) { _ in }
        .pageCount
    }
  }
}
