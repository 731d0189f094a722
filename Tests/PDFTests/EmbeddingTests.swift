import CDeflate
import Pages
import TestSupport
import Testing

@testable import PDF

@Suite struct EmbeddingTests {
  @Test("what comes in pieces is compressed to one stream", arguments: 0..<20)
  func pieces(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var stream = StreamDeflater(Deflater())
    var whole: [UInt8] = []
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      let count = Int.random(in: 0...30_000, using: &random)
      let piece = (0..<count).map { _ in UInt8.random(in: 0..<60, using: &random) }
      whole += piece
      try stream.add(piece)
    }
    #expect(try Scanner.inflate(try stream.finish()) == whole, "seed \(seed)")
  }

  @Test("the record is an associated file, a source, with its size and day")
  func record() throws {
    let metadata = PDFMetadata(title: "名册", date: Written.metadata.date)
    let file = try Written.file(metadata: metadata, conformance: .archival) { writer in
      try writer.add(Page(number: 1, size: Written.a4))
      try writer.embed(Array(#"{"a":"#.utf8))
      try writer.embed(Array(#""b"}"#.utf8))
    }
    #expect(try complaints(about: file) == [])
    let reader = try TinyReader(file)
    let catalog = try #require(try reader.resolved(reader.trailer["Root"])?.dictionary)
    let specification = try #require(catalog["AF"]?.array?.first?.reference)
    let entries = try #require(try reader.object(specification).dictionary)
    #expect(entries["AFRelationship"]?.name == "Source")
    #expect(
      entries["F"]?.text == "mingce-record.json" && entries["UF"]?.text == "mingce-record.json"
    )
    let stream = try #require(entries["EF"]?.dictionary?["F"]?.reference)
    #expect(try reader.object(stream).dictionary?["Subtype"]?.name == "application/json")
    #expect(try reader.data(stream) == Array(#"{"a":"b"}"#.utf8))
    let names = try reader.resolved(catalog["Names"])?.dictionary?["EmbeddedFiles"]?.dictionary
    #expect(names?["Names"]?.array?.last?.reference == specification)
  }

  @Test("a file without a record has no associated files")
  func none() throws {
    let reader = try TinyReader(try Written.file(pages: [[]]))
    let catalog = try #require(try reader.resolved(reader.trailer["Root"])?.dictionary)
    #expect(catalog["AF"] == nil && catalog["Names"] == nil)
  }

  @Test("the profile of colours is a sound sRGB display profile")
  func profile() {
    let profile = ColourProfile.sRGB
    func number(_ at: Int) -> Int { profile[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(number(0) == profile.count && profile.count.isMultiple(of: 4))
    #expect(profile[8] == 4 && String(decoding: profile[12..<24], as: UTF8.self) == "mntrRGB XYZ ")
    #expect(String(decoding: profile[36..<40], as: UTF8.self) == "acsp")
    for tag in 0..<number(128) {
      let (offset, size) = (number(136 + tag * 12), number(140 + tag * 12))
      #expect(offset >= 132 + number(128) * 12 && offset + size <= profile.count)
    }
  }
}
