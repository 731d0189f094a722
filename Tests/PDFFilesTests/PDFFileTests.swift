import CZlib
import TestSupport
import Testing

@testable import PDFFiles

/// Files that somebody hands in: read, or refused with a reason, whatever they are.
@Suite struct PDFFileTests {
  /// A file with an attachment of `bytes` under `filter`.
  private func file(_ bytes: [UInt8], filter: String = "", packet: String = "") -> [UInt8] {
    func stream(_ bytes: [UInt8], _ entries: String) -> [UInt8] {
      Array("<< /Length \(bytes.count) \(entries) >>\nstream\n".utf8) + bytes
        + Array("\nendstream".utf8)
    }
    return plainPDF([
      Array("<< /Type /Catalog /Pages 2 0 R /AF [3 0 R] /Metadata 5 0 R >>".utf8),
      Array("<< /Type /Pages /Kids [] /Count 0 >>".utf8),
      Array("<< /Type /Filespec /EF << /F 4 0 R >> >>".utf8),
      stream(bytes, filter),
      stream(Array(packet.utf8), ""),
    ])
  }

  private func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    var result = [UInt8](repeating: 0, count: Int(length))
    unsafe compress(&result, &length, bytes, UInt(bytes.count))
    return Array(result[..<Int(length)])
  }

  @Test func anAttachmentIsReadAsItIsAndDeflated() throws {
    let record = Array(#"{"a":"甲"}"#.utf8)
    #expect(try PDFFile(file(record)).record() == record)
    let packed = file(deflated(record), filter: "/Filter /FlateDecode")
    #expect(try PDFFile(packed).record() == record)
    let listed = file(deflated(record), filter: "/Filter [/FlateDecode]")
    #expect(try PDFFile(listed).record() == record)
  }

  @Test func whatMingceDoesNotWriteIsRefused() {
    for filter in ["/ASCIIHexDecode", "[/FlateDecode /FlateDecode]", "/LZWDecode", "7"] {
      #expect(throws: PDFFileFailure.unknownFilter) {
        try PDFFile(file([0x41], filter: "/Filter \(filter)")).record()
      }
    }
    #expect(throws: PDFFileFailure.damagedStream) {
      try PDFFile(file([1, 2, 3], filter: "/Filter /FlateDecode")).record()
    }
  }

  @Test func aStreamThatSwellsBeyondMeasureIsRefused() {
    let bomb = deflated([UInt8](repeating: 0, count: 1 << 22))
    #expect(bomb.count < 1 << 13)
    #expect(throws: PDFFileFailure.tooLong(limit: 1 << 20)) { try inflate(bomb, limit: 1 << 20) }
    #expect((try? inflate(bomb, limit: 1 << 22))?.count == 1 << 22)
  }

  @Test func aFileWithoutARecordSaysSo() throws {
    let bare = String(decoding: file([0x41]), as: UTF8.self).replacing("/AF [3 0 R]", with: "")
    #expect(try PDFFile(Array(bare.utf8)).record() == nil)
  }

  @Test func whatIsNoPDFIsRefused() {
    for bytes in [[], Array("x".utf8), Array("%PDF-1.7\n".utf8)] {
      #expect(throws: PDFFileFailure.self) { try PDFFile(bytes) }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func noBytesAreFatal(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = file(deflated(Array("{}".utf8)), filter: "/Filter /FlateDecode", packet: "<a/>")
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
        in: 0...255,
        using: &random
      )
    }
    if seed.isMultiple(of: 3) { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
    if let pdf = try? PDFFile(bytes) {
      _ = try? pdf.record()
      _ = try? pdf.selfDescription().form
    }
  }

  @Test func theFactsOfTheFormComeFromThePacket() throws {
    let packet = """
      <x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:m="urn:mingce:ns:form:1.0/" xmlns:o="urn:other">
      <m:form>contract</m:form><m:number>甲&amp;乙</m:number><o:form>x</o:form></x:xmpmeta>
      """
    #expect(
      try PDFFile(file([0x41], packet: packet)).selfDescription().form == [
        "form": "contract", "number": "甲&乙",
      ]
    )
    #expect(try PDFFile(file([0x41], packet: "<<<")).selfDescription().form == [:])
  }

  @Test func aFileSaysWhatItIsCalledAndWhenItWasMade() throws {
    let packet = """
      <x xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:RDF><rdf:Description>
      <dc:title xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Alt>
      <rdf:li>劳动&amp;合同</rdf:li></rdf:Alt></dc:title>
      <a:CreateDate xmlns:a="http://ns.adobe.com/xap/1.0/">2026-11-20T00:00:00Z</a:CreateDate>
      <m:form xmlns:m="urn:mingce:ns:form:1.0/">contract</m:form>
      </rdf:Description></rdf:RDF></x>
      """
    let description = try PDFFile(file([0x41], packet: packet)).selfDescription()
    #expect(description.title?.filter { !$0.isWhitespace } == "劳动&合同")
    #expect(description.created == "2026-11-20T00:00:00Z")
    #expect(description.form == ["form": "contract"])
  }
}
