import DocumentTree
import Records
import TestSupport
import Testing

@testable import mingce_bench

@Suite struct PlainDocumentTests {
  /// Returns the documents of a form over invented records, bound and plain.
  private func documents(
    _ form: String,
    _ kind: RecordFixtures.Kind
  ) throws -> [(bound: Document<Never>, plain: PlainDocument)] {
    let bytes = InventedRecords(count: 3, kinds: [kind]).bytes
    let sample = try StageSample(form: form, of: ByteSource(name: "记录", bytes: bytes))
    return try sample.documents().map { ($0, try PlainDocument($0)) }
  }

  @Test func aRosterHasItsColumnsRowsAndTheLinesAround() throws {
    let roster = try #require(try documents("roster-new", .new).first).plain
    #expect(roster.columns.count == 13)
    #expect(roster.columns.map(\.title).prefix(3) == ["序号", "姓名", "性别"])
    #expect(roster.columns[9].align == "start")
    #expect(roster.rows.count == 3 && roster.rows.allSatisfy { $0.count == 13 })
    #expect(roster.rows.map { $0[0] } == ["1", "2", "3"])
    #expect(roster.closing == "（以下空白）")
    #expect(roster.blocks.map(\.kind) == ["heading1", "fields"])
    #expect(roster.after.map(\.kind) == ["fields", "signatures"])
  }

  @Test(arguments: [("certificate", RecordFixtures.Kind.terminate), ("contract", .new)])
  func peersAreGivenEveryWordOfADocument(form: String, kind: RecordFixtures.Kind) throws {
    let all = try documents(form, kind)
    #expect(all.count == 3)
    for (bound, plain) in all {
      let texts = plain.blocks.flatMap(\.lines).flatMap { $0 }.map { $0.map(\.text).joined() }
      #expect(texts == bound.body.flatMap(cells))
    }
  }

  @Test func aFillInKeepsItsRule() throws {
    let certificate = try #require(try documents("certificate", .terminate).first).plain
    let pieces = certificate.blocks.flatMap(\.lines).flatMap { $0 }.flatMap { $0 }
    #expect(pieces.contains(PlainDocument.Piece(text: "", rule: 12)))
    #expect(pieces.contains { $0.rule == 10 && !$0.text.isEmpty })
  }

  @Test func aBlockThatPeersCannotShowIsRefused() {
    let document = Document<Never>(title: "目录", body: [.contents])
    #expect(throws: SampleFailure.self) { try PlainDocument(document) }
  }

  /// The text of every cell of a block, as the tree has it.
  private func cells(_ block: Block<Never>) -> [String] {
    switch block {
    case .heading(let heading): [heading.content.plainText]
    case .paragraph(let paragraph): [paragraph.content.plainText]
    case .fields(let fields): fields.lines.flatMap { $0.map(\.plainText) }
    case .signatures(let signatures): signatures.lines.flatMap { $0.map(\.plainText) }
    default: []
    }
  }
}
