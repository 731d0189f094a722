import DocumentTree
import Fonts
import Styling
import TestSupport

extension StageBenchmark {
  /// Texts of cells to glyphs; the faces are open, the texts are new to them.
  static let shape = StageBenchmark(name: "shape", unit: "texts") {
    let texts = try StageSample().roster().cellTexts
    let fonts = try TestFonts.library()
    _ = try fonts.shape("名册", family: .song, weight: .regular)
    return {
      for text in texts { _ = try fonts.shape(text, family: .song, weight: .regular) }
      return texts.count
    }
  }
}

extension Document where Hole == Never {
  /// The texts of the cells of the tables, one after another.
  fileprivate var cellTexts: [String] {
    body.flatMap { block -> [String] in
      guard case .table(let table) = block, case .rows(let rows) = table.body else { return [] }
      return rows.flatMap { $0.cells.map(\.content.plainText) }
    }
  }
}
