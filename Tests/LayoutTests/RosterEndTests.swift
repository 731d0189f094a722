import DocumentTree
import Layout
import Pages
import Testing

/// How a roster ends: rows, small print and the lines to be signed.
struct RosterEndTests {
  private let signatures = Block<Never>.signatures(
    SignatureBlock(
      lines: [[[.text("单位负责人（签字）：", Sample.origin)]]],
      origin: Sample.origin
    )
  )

  /// Returns the lines of the last page of a roster of `count` rows with `notes` notes before the signatures.
  private func lastPage(rows count: Int, notes: Int) throws -> [String] {
    let small = (1...notes).map { Sample.paragraph("注\($0)", .note) }
    let document = Document<Never>(
      title: "",
      body: [.table(Sample.roster(count))] + small + [signatures]
    )
    let pages = try Sample.pages(document, Sample.landscape(rowsPerPage: count))
    return try #require(pages.last).lines
  }

  @Test(arguments: [1, 2, 6])
  func aSheetWithSignaturesHoldsARowAndAllSmallPrint(_ notes: Int) throws {
    for rows in 10...30 {
      let lines = try lastPage(rows: rows, notes: notes)
      let text = lines.joined(separator: "\n")
      #expect(text.contains("签字"), "\(rows) rows")
      for number in 1...notes { #expect(text.contains("注\(number)"), "\(rows) rows") }
      #expect(lines.contains { $0.hasPrefix("\(rows)") }, "\(rows) rows, last page: \(lines)")
    }
  }

  @Test func runningTextBetweenTableAndSignaturesMayPart() throws {
    let text = Sample.paragraph(String(repeating: "正文很长。", count: 600))
    let document = Document<Never>(
      title: "",
      body: [.table(Sample.roster(3)), text, signatures]
    )
    let pages = try Sample.pages(document, Sample.landscape())
    #expect(pages.count > 1)
    #expect(try #require(pages.first).lines.contains { $0.hasPrefix("3") })
  }
}
