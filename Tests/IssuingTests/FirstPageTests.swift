import DocumentTree
import Issuing
import TestSupport
import Testing

@Suite struct FirstPageTests {
  @Test func theFirstPageOfARosterIsDrawnAsItIsPrinted() throws {
    let run = try run(try rosterForm(), over: RecordFixtures.batchJSON(rows: 80))
    let drawing = try #require(try firstPage(of: run, fonts: TestFonts.library())).drawing
    // A4 on its side, 297 by 210 mm, in em of 10.5 pt.
    #expect(abs(drawing.width - 297 / 25.4 * 72 / 10.5) < 0.01)
    #expect(abs(drawing.height - 210 / 25.4 * 72 / 10.5) < 0.01)
    let words = drawing.shapes.compactMap { shape -> String? in
      guard case .text(let text) = shape else { return nil }
      return text.words
    }
    #expect(words.contains("吉林名册"))
    let rows = words.count { $0.hasPrefix("f00") }
    #expect(rows > 10 && rows < 80)
    #expect(words.joined().contains("第 1 页 共"))
  }

  @Test func everyTextStandsOnThePageInTheWidthItHasInPrint() throws {
    let run = try run(try letterForm(), over: RecordFixtures.batchJSON(rows: 2))
    let drawing = try #require(try firstPage(of: run, fonts: TestFonts.library())).drawing
    var count = 0
    for case .text(let text) in drawing.shapes {
      count += 1
      let width = try #require(text.width)
      #expect(text.x >= 0 && text.x + width <= drawing.width)
      #expect(text.y >= 0 && text.y <= drawing.height)
    }
    #expect(count > 2)
  }

  @Test func theFirstPageAsPixelsHasTheSizeOfItsSheet() throws {
    let run = try run(try rosterForm(), over: RecordFixtures.batchJSON(rows: 1))
    let page = try #require(try firstPage(of: run, fonts: TestFonts.library()))
    let picture = try page.png(longerEdge: 702)
    // A4 on its side, 297 by 210 mm; the file's own size is in its header (PNG, IHDR).
    #expect((picture.width, picture.height) == (702, 497))
    #expect(Array(picture.bytes[16..<24]) == [0, 0, 2, 0xBE, 0, 0, 1, 0xF1])
    #expect(picture.bytes.count > 5_000)
  }

  @Test func nothingToPrintIsNoPicture() throws {
    let run = try run(try letterForm(kinds: "[terminate]"), over: RecordFixtures.batchJSON(rows: 1))
    let page = try firstPage(of: run, fonts: TestFonts.library())
    #expect(page?.drawing == nil)
  }
}
