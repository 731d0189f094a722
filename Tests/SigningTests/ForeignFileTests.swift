import Certificates
import PDFFiles
import Signing
import TestSupport
import Testing

/// A file that somebody else made, with a table or a stream for cross-reference, and a generation that is not 0.
private func foreignFile(lineEnd: String = "\n") -> [UInt8] {
  let objects = [
    (1, 0, "<</Type/Catalog/Pages 2 0 R>>"), (2, 0, "<</Type/Pages/Kids[3 4 R]/Count 1>>"),
    (3, 4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"),
  ]
  var (text, places) = ("%PDF-1.4\n", [Int]())
  for (number, generation, body) in objects {
    places.append(text.utf8.count)
    text += "\(number) \(generation) obj\n\(body)\nendobj\n"
  }
  let start = text.utf8.count
  text += "xref\n0 4\n0000000000 65535 f \n"
  for (place, object) in zip(places, objects) {
    let digits = String(repeating: "0", count: 10 - String(place).count) + String(place)
    text += "\(digits) 0000\(object.1) n \n"
  }
  text += "trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\(lineEnd)"
  return Array(text.utf8)
}

@Test(arguments: ["\n", "", "\r\n"])
func aFileMadeElsewhereIsSignedByBoth(_ lineEnd: String) throws {
  let file = foreignFile(lineEnd: lineEnd)
  let first = try SignedSample.signed(file, as: .employer, by: SignedSample.signer(.employer))
  #expect(first.starts(with: file))
  #expect(isSigned(first, as: .employer, by: try SignedSample.key(.employer).certificate))
  let second = try SignedSample.signedByEmployee(first)
  #expect(isSigned(second, as: .employee, by: try SignedSample.key(.employee).certificate))
  let fields = try SignedFields(try PDFFile(second, isStrict: true))
  #expect(fields.names == ["employer", "employee"])
}

@Test func anObjectKeepsItsGeneration() throws {
  let first = try SignedSample.signedByEmployee(foreignFile())
  let page = try PDFFile(first, isStrict: true).object(PDFReference(number: 3, generation: 4))
  #expect(page.entries?["/Annots"]?.elements?.count == 2)
}

@Test func noPlaceIsAddedBehindASignature() throws {
  let signer = try SignedSample.signer(.employer)
  let first = try SignedSample.signed(foreignFile(), as: .employer, by: signer)
  // The other place loses its name, as if nobody had thought of it.
  let renamed = first.replacing("<656D706C6F796565>".utf8, with: "<656D706C6F796566>".utf8)
  #expect(
    refusal { try SignedSample.signedByEmployee(Array(renamed)) }
      == "文件签过以后不能再加签名处，里面没有留 劳动者签名 的签名处；请用没有签过的文件重新签"
  )
}

/// A page with a field says already in which order its annotations are visited (ISO 14289-1 §7.18.3).
@Test func furtherPlacesStandOnThePageThatHasOne() throws {
  let file = plainPDF(
    [
      "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>>>",
      "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[5 0 R]>>",
      "<</Type/Annot/Subtype/Widget/FT/Sig/T(witness)/P 4 0 R/Rect[10 10 90 50]>>",
    ].map { Array($0.utf8) }
  )
  let signed = try SignedSample.signed(file, as: .employer, by: SignedSample.signer(.employer))
  let fields = try SignedFields(try PDFFile(signed, isStrict: true))
  let second = PDFValue.reference(PDFReference(number: 4, generation: 0))
  #expect(["employer", "employee"].map { fields[$0]?["/P"] } == [second, second])
}

@Test func whatIsNoPDFIsNotSigned() {
  for bytes in [[], Array("不是 PDF".utf8), [UInt8](repeating: 0, count: 4096)] {
    #expect(refusal { try SignedSample.signedByEmployee(bytes) } == "不是完好的 PDF 文件")
  }
}
