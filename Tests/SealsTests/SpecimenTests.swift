import Geometry
import PDF
import Pages
import Seals
import Styling
import TestSupport
import Testing

@Suite struct SpecimenTests {
  private func sheet() throws -> Page {
    let fonts = try TestFonts.library()
    let seal = try drawSeal(SealDesign(kind: .company, name: "长春示例公司"), fonts: fonts)
    return try seal.specimenSheet(titled: "长春示例公司公章（样章）", fonts: fonts)
  }

  @Test func nothingOfASpecimenHasTheStrengthOfASeal() throws {
    let inks = try sheet().inked.compactMap { item in
      if case .shape(_, let ink) = item { ink } else { nil }
    }
    #expect(!inks.contains(.sealRed))
    #expect(inks.suffix(2) == [Ink(grey: 90), Ink(grey: 90)])
  }

  @Test func theWordsCrossTheSealAndStayOnTheSheet() throws {
    let sheet = try sheet()
    let paper = Rectangle(x: .zero, y: .zero, width: sheet.size.width, height: sheet.size.height)
    let boxes = sheet.inked.compactMap { item in
      if case .shape(let path, _) = item { path.bounds } else { nil }
    }
    #expect(boxes.allSatisfy(paper.contains))
    let words = boxes.suffix(2)
    #expect(try #require(words.first).left < .mm(12) && #require(words.last).right > .mm(36))
  }

  @Test func aSpecimenAsPDFIsForArchivesAndForThoseWhoListen() throws {
    let sink = Sink()
    let noText = PDFFonts(advance: { _, _ in 0 }, embed: { _, _ in throw NoFont() })
    let writer = try PDFWriter(metadata: PDFMetadata(title: "样章"), fonts: noText) {
      sink.bytes += $0
    }
    try writer.add(try sheet())
    try writer.finish()
    #expect(ArchivalJudge.breaches(in: sink.bytes).isEmpty)
  }

  private struct NoFont: Error {}

  private final class Sink {
    var bytes: [UInt8] = []
  }
}

@Test(arguments: ["赵示例", "阿卜杜热合曼·买买提江"])
func aNameByHandIsBlackAndFitsItsRoom(_ name: String) throws {
  let written = try Handwriting(name: name, fonts: try TestFonts.library())
  #expect(written.size.width <= .mm(45) && written.size.height <= .mm(15))
  let area = Rectangle(
    x: .zero,
    y: .zero,
    width: written.size.width,
    height: written.size.height
  )
  for item in written.items {
    guard case .shape(let path, let ink) = item else { continue }
    #expect(ink == .black)
    #expect(try area.contains(#require(path.bounds)), "\(name)")
  }
  #expect(written.items.count == name.count)
}
