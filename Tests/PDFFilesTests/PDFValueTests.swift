import Testing

@testable import PDFFiles

/// A file with one object beside the catalog.
private func file(_ object: String) throws -> PDFFile {
  let bodies = [
    "<</Type/Catalog/Pages 2 0 R/Thing 3 0 R>>", "<</Type/Pages/Kids[]/Count 0>>", object,
  ]
  var (text, places) = ("%PDF-1.7\n", [Int]())
  for (index, body) in bodies.enumerated() {
    places.append(text.utf8.count)
    text += "\(index + 1) 0 obj\n\(body)\nendobj\n"
  }
  let start = text.utf8.count
  text += "xref\n0 4\n0000000000 65535 f \n"
  for place in places {
    text += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n"
  }
  text += "trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
  return try PDFFile(Array(text.utf8), isStrict: true)
}

@Test(arguments: [
  ("null", PDFValue.null), ("true", .boolean(true)), ("-17", .integer(-17)),
  ("0.50", .real("0.50")),
  ("/A#20B", .name("/A B")), ("(a\\(b)", .string(Array("a(b".utf8))),
  ("<00FF>", .string([0, 255])),
  ("[1 2 0 R]", .array([.integer(1), .reference(PDFReference(number: 2))])),
  ("<</B 1/A[/C]>>", .dictionary(["/A": .array([.name("/C")]), "/B": .integer(1)])),
])
func anObjectBecomesAValueAndIsSpeltAsOne(_ text: String, _ value: PDFValue) throws {
  let object = try file(text).object(PDFReference(number: 3))
  #expect(object == value)
  let spelling = String(decoding: object.spelling, as: UTF8.self)
  #expect(try file(spelling).object(PDFReference(number: 3)) == value)
}

@Test func aReferenceLeadsToItsObjectAndNoFurther() throws {
  let file = try file("[3 0 R]")
  let catalog = try file.resolve(file.trailer().entries?["/Root"]).entries
  #expect(catalog?["/Thing"] == .reference(PDFReference(number: 3)))
  #expect(try file.resolve(catalog?["/Thing"]) == .array([.reference(PDFReference(number: 3))]))
  #expect(try file.object(PDFReference(number: 99)) == .null)
  #expect(try file.object(PDFReference(number: .max)) == .null)
}

@Test func nestingHasAnEnd() throws {
  let fair = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
  #expect(try file(fair).object(PDFReference(number: 3)).elements?.count == 1)
  let deep = String(repeating: "[", count: 90) + String(repeating: "]", count: 90)
  #expect(throws: PDFFileFailure.self) { try file(deep).object(PDFReference(number: 3)) }
}

@Test func aStrictReaderMendsNothing() throws {
  let text =
    "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Kids[]/Count 0>>\nendobj\n"
    + "trailer\n<</Root 1 0 R/Size 3>>\n"
  #expect(throws: Never.self) { try PDFFile(Array(text.utf8)) }
  #expect(throws: PDFFileFailure.self) { try PDFFile(Array(text.utf8), isStrict: true) }
}
