import DocumentTree
import Fonts
import Forms
import Issuing
import TestSupport

extension StageBenchmark {
  /// Bound certificates to the bytes of a file each, on one thread with one set of fonts.
  static let issueBatch = StageBenchmark(name: "issue-batch", unit: "files") {
    let batch = try StageSample(form: "certificate", of: StageSample.endings)
    let documents = try batch.boundForms()
    let installed = try TestFonts.library().installed
    return {
      let press = SheetPress(installed)
      for document in documents {
        _ = try press.pdf(of: document, in: batch.run) { _ in }
      }
      return documents.count
    }
  }
}
