import DocumentTree
import Foundation
import Geometry
import HTML
import Styling
import TestSupport
import Testing

@Suite struct DocumentStylesheetTests {
  @Test func theSheetCarriesThePaperTheRolesAndTheWidths() throws {
    try expectGolden(documentCSS(for: everything(), style: landscape), "everything.css")
  }

  @Test func theThemeStandsBetweenTheFamiliesAndThePaper() throws {
    let css = documentCSS(for: everything(), style: landscape, theme: "p { color: red; }\n")
    let theme = try #require(css.range(of: "p { color: red; }"))
    let families = try #require(css.range(of: "--song:"))
    let paper = try #require(css.range(of: ".sheet {"))
    #expect(families.upperBound < theme.lowerBound && theme.upperBound < paper.lowerBound)
  }

  @Test func theFooterIsPrintedInTheMarginWithCounters() {
    let css = documentCSS(for: everything(), style: landscape)
    let centre = "@bottom-center { content: \"第 \" counter(page) \" 页 共 \" counter(pages) \" 页\";"
    #expect(css.contains(centre))
    #expect(!css.contains("@bottom-right"))
  }

  @Test func textFromRecordsCanNotEndAStringNorTheElement() {
    let css = documentCSS(for: everything(), style: landscape)
    #expect(css.contains("\"名册编号 \\22 XC\\22 \\3c /style\\3e \""))
    #expect(!css.contains("</"))
  }

  @Test func everyMeasuredClassOfThePageHasItsRule() throws {
    let html = try htmlBlocks(everything().body, title: "")
    let css = documentCSS(for: everything(), style: landscape)
    for piece in html.components(separatedBy: "\"") where piece.hasPrefix("w-") {
      #expect(css.contains(".\(piece) {"))
    }
    #expect(html.contains("class=\"fill fill-125\""))
    #expect(css.contains(".fill-125 { min-width: 12.5em; }"))
    #expect(html.contains("<col class=\"w-250\"><col class=\"w-500\"><col class=\"w-250\">"))
    #expect(css.contains(".w-250 { width: 25%; }"))
  }

  @Test func aFormWithoutARowLimitForcesNoBreak() {
    var style = landscape
    style.table.rowsPerPage = nil
    let document = Document<Never>(title: "", body: [])
    #expect(!documentCSS(for: document, style: style).contains("nth-child"))
    #expect(documentCSS(for: document, style: landscape).contains("nth-child(15n)"))
  }
}
