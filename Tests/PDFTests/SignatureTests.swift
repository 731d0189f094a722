import Geometry
import PDF
import Pages
import Styling
import TestSupport
import Testing

@testable import PDF

private let facts = SignatureFacts(
  kind: .certification,
  name: "长春示例公司",
  stamp: "2026-11-26T20:17:18+08:00",
  room: 50
)

private func field(_ name: String, _ signature: SignatureFacts? = nil) -> SignatureField {
  let size = Size(width: .mm(40), height: .mm(16))
  let area = Rectangle(x: .zero, y: .zero, width: .mm(40), height: .mm(1))
  let mark = SignatureMark(size: size, items: [.fill(area, .black)])
  return SignatureField(
    name: name,
    label: "签章",
    size: size,
    mark: signature == nil ? nil : mark,
    signature: signature
  )
}

/// A field with a round seal, here a square of 40 mm.
private func sealField(seam: SealSlices.Sides? = nil) -> SignatureField {
  let size = Size(width: .mm(40), height: .mm(40))
  let corners = [(0.0, 0.0), (40, 0), (40, 40)].map { Point(x: .mm($0.0), y: .mm($0.1)) }
  let path = Path(steps: [.move(to: corners[0])] + corners.dropFirst().map { .line(to: $0) })
  return SignatureField(
    name: "seal",
    label: "签章",
    size: size,
    mark: SignatureMark(size: size, items: [.shape(path, .sealRed)], isSeal: true),
    signature: facts,
    seam: seam
  )
}

/// A file with a stamp place called `seal` at 20 mm from the left and 100 mm from the top.
private func signable(
  _ fields: [SignatureField],
  pages: Int = 1,
  form: ObjectFile.Form = .compact
) throws -> (bytes: [UInt8], place: SignaturePlace?) {
  let sink = Sink()
  let writer = try PDFWriter(
    metadata: Written.metadata,
    fonts: FakeFonts.fonts,
    fields: fields,
    form: form
  ) { sink.bytes += $0 }
  let area = Rectangle(x: .mm(20), y: .mm(80), width: .mm(40), height: .mm(40))
  try writer.add(
    Page(
      number: 1,
      size: Written.a4,
      items: [.stampPlace(StampArea(name: "seal", area: area))]
    )
  )
  for number in 1..<pages { try writer.add(Page(number: number + 1, size: Written.a4)) }
  try writer.finish()
  return (sink.bytes, writer.signaturePlace)
}

@Test(arguments: [ObjectFile.Form.compact, .plain])
func theRoomIsWhereTheWriterSays(_ form: ObjectFile.Form) throws {
  let (bytes, place) = try signable([field("seal", facts)], form: form)
  let there = try #require(place)
  let digits = String(decoding: bytes[there.contents], as: UTF8.self)
  #expect(digits == "<" + String(repeating: "0", count: 100) + ">")
  let range = String(decoding: bytes[there.byteRange], as: UTF8.self)
  #expect(range.hasPrefix("[0 ") && range.hasSuffix("]") && range.count == 36)
  #expect(try complaints(about: bytes).isEmpty)
}

@Test func aFileWithoutSignaturesHasNoRoom() throws {
  #expect(try signable([field("seal")]).place == nil)
  #expect(try signable([]).place == nil)
}

@Test func aSignatureNeedsAPlaceOnSomePage() {
  #expect(throws: PDFFailure.self) { try signable([field("elsewhere", facts)]) }
}

@Test func aFieldWithoutAPlaceIsThereUnseen() throws {
  let bytes = try signable([field("seal", facts), field("elsewhere")], form: .plain).bytes
  let text = String(decoding: bytes, as: UTF8.self)
  #expect(text.contains("/T (elsewhere)") && text.contains("/Rect [-1 -1 -1 -1]"))
  #expect(try complaints(about: bytes).isEmpty)
}

@Test func aFieldBeginsInTheMiddleOfItsPlace() throws {
  let bytes = try signable([field("seal", facts)], form: .plain).bytes
  let text = String(decoding: bytes, as: UTF8.self)
  // 40 mm from the left; 16 mm high around the line 100 mm below the top of 297 mm.
  #expect(text.contains("/Rect [113.386 535.748 226.772 581.102]"))
}

@Test func aSealHasTheMiddleOfItsPlaceAsItsOwn() throws {
  let bytes = try signable([sealField()], form: .plain).bytes
  let text = String(decoding: bytes, as: UTF8.self)
  // The middle lies 40 mm from the left and 100 mm from the top of 297 mm: 20 mm to all sides of it.
  #expect(text.contains("/Rect [56.693 501.732 170.079 615.118]"))
}

@Test func aSealLetsThroughWhatStandsBelow() throws {
  let bytes = try signable([sealField()], form: .plain).bytes
  let text = String(decoding: bytes, as: UTF8.self)
  #expect(text.contains("/BM /Multiply") && text.contains("/S /Transparency"))
  #expect(try complaints(about: bytes).isEmpty)
  #expect(ArchivalJudge.breaches(in: bytes).isEmpty)
  let others = String(
    decoding: try signable([field("seal", facts)], form: .plain).bytes,
    as: UTF8.self
  )
  #expect(!others.contains("/Multiply"))
}

/// The foot of a page, which is known last, counts as much as what stands above it.
@Test(arguments: [(false, []), (true, ["seal"])])
func aCaptionStandsBesideItsSealUnlessAllIsTaken(_ isFull: Bool, _ missing: [String]) throws {
  var field = sealField()
  let text = GlyphRun.fake([(glyph: 300, text: "号")], at: Point(x: .zero, y: .mm(4)))
  field.caption = SignatureMark(
    size: Size(width: .mm(30), height: .mm(5)),
    items: [.glyphs(text)]
  )
  let sink = Sink()
  let writer = try PDFWriter(
    metadata: Written.metadata,
    fonts: FakeFonts.fonts,
    fields: [field],
    form: .plain
  ) { sink.bytes += $0 }
  let area = Rectangle(x: .mm(20), y: .mm(80), width: .mm(40), height: .mm(40))
  let stamp = PageItem.stampPlace(StampArea(name: "seal", area: area))
  try writer.add(Page(number: 1, size: Written.a4, items: [stamp]))
  let lines = (0..<75).map { index in
    let y = Length.mm(4) * index
    return PageItem.rule(
      Rule(from: Point(x: .zero, y: y), to: Point(x: .mm(210), y: y), thickness: .pt(1))
    )
  }
  try writer.addFurniture(PageFurniture(items: isFull ? lines : []), toPage: 0)
  try writer.finish()
  #expect(writer.missingCaptions == missing)
  let file = String(decoding: sink.bytes, as: UTF8.self)
  #expect(file.contains(" Tj\nET") != isFull)
  #expect(try complaints(about: sink.bytes).isEmpty)
}

@Test(
  arguments: [
    (1, SealSlices.Sides.one, 0), (2, .one, 2), (7, .one, 7), (23, .one, 23), (2, .both, 0),
    (7, .both, 4),
  ]
)
func slicesOfTheSealStandOnEveryPageThatHasASeam(
  _ pages: Int,
  _ sides: SealSlices.Sides,
  _ expected: Int
) throws {
  let bytes = try signable([sealField(seam: sides)], pages: pages, form: .plain).bytes
  let text = String(decoding: bytes, as: UTF8.self)
  #expect(text.ranges(of: "re W n").count == expected)
  // One contour serves the field and all pages.
  #expect(text.ranges(of: "/S /Transparency").count == 1)
  #expect(try complaints(about: bytes).isEmpty)
  #expect(ArchivalJudge.breaches(in: bytes).isEmpty)
}

@Test(arguments: [ObjectFile.Form.compact, .plain])
func anUpdateGoesOnAsTheFileDoes(_ form: ObjectFile.Form) throws {
  let bytes = try signable([field("seal")], form: form).bytes
  let tail = String(decoding: bytes.suffix(40), as: UTF8.self).split(separator: "\n")
  let start = try #require(tail.firstIndex(of: "startxref").flatMap { Int(tail[$0 + 1]) })
  let isPlain = if case .plain = form { true } else { false }
  let catalog = try #require(bytes.firstRange(of: "/Root ".utf8)?.upperBound)
  let root = Array(bytes[catalog...].prefix { $0 != 0x0A })
  let sink = Sink()
  let update = try PDFUpdate(
    of: ContinuedFile(
      length: bytes.count,
      endsLine: true,
      crossReference: start,
      hasStreams: !isPlain,
      size: 60,
      trailer: [("Root", root)]
    ),
    fonts: FakeFonts.fonts
  ) { sink.bytes += $0 }
  let number = try update.allocate()
  try update.put([("Kind", Array("/New".utf8))], as: number)
  #expect(try update.finish() == nil)
  #expect(try complaints(about: bytes + sink.bytes).isEmpty)
  let isTable = String(decoding: sink.bytes, as: UTF8.self).contains("\nxref\n")
  #expect(isTable == isPlain)
}
