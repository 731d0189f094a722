import Calendar
import Foundation
import FoundationXML
import Pages
import TestSupport
import Testing

@testable import PDF

@Suite struct MetadataTests {
  private let full = PDFMetadata(
    title: "解除<终止>劳动合同 & 证明书\u{1}",
    author: "吉林市某某公司",
    subject: "证明书",
    keywords: ["劳动合同", "备案"],
    creator: "Mingce 1.0",
    date: CivilDate(year: 2026, month: 3, day: 5)
  )

  @Test("the packet says what the information dictionary says")
  func packet() throws {
    try expectGolden(full.packet(.archival) + "\n", "packet.xml")
  }

  @Test(
    "the packet is well-formed, whatever its values",
    arguments: ["a & b", "<x>", "]]>", "\u{0}\u{B}\u{1F}", "𠮷\u{FFFE}"]
  )
  func wellFormed(value: String) throws {
    let metadata = PDFMetadata(
      title: value,
      language: value,
      author: value,
      subject: value,
      keywords: [value],
      form: FormFacts(name: value, edition: value, number: value),
      creator: value
    )
    let parser = XMLParser(data: Data(metadata.packet(.archival).utf8))
    #expect(parser.parse(), "\(value.debugDescription)")
  }

  @Test("the information dictionary has the date as midnight of universal time")
  func info() throws {
    let file = try Written.file(metadata: full) { writer in
      try writer.add(Page(number: 1, size: Written.a4))
    }
    let reader = try TinyReader(file)
    let info = try #require(try reader.resolved(reader.trailer["Info"])?.dictionary)
    #expect(info["CreationDate"]?.text == "D:20260305000000Z")
    #expect(info["ModDate"]?.text == "D:20260305000000Z")
    #expect(info["Title"]?.text == "解除<终止>劳动合同 & 证明书")
    #expect(info["Producer"]?.text == "Mingce")
    #expect(info["Author"]?.text == "吉林市某某公司")
    #expect(info["Keywords"]?.text == "劳动合同, 备案")
    let catalog = try #require(try reader.resolved(reader.trailer["Root"])?.dictionary)
    #expect(catalog["Lang"]?.text == "zh-CN")
    #expect(catalog["ViewerPreferences"]?.dictionary?["DisplayDocTitle"] == .word("true"))
    let packet = try reader.data(try #require(catalog["Metadata"]?.reference))
    #expect(String(decoding: packet, as: UTF8.self) == full.packet(.plain))
  }

  @Test("without a date there is none: the writer has no clock")
  func noDate() {
    let bare = PDFMetadata(title: "a")
    #expect(!bare.packet(.plain).contains("CreateDate"))
  }
}
