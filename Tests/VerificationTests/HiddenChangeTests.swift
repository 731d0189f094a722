import PDF
import PDFFiles
import Signing
import TestSupport
import Testing
import Verification

/// Changes that keep what a careless judge looks at: the place of an object, the way that leads to it, or the reader.
@Suite struct HiddenChangeTests {
  private static let both = Result {
    try SignedSample.signedByEmployee(try SignedSample.signedByEmployer())
  }

  private func revision() throws -> RawRevision { try RawRevision(behind: Self.both.get()) }

  private func expect(_ change: RevisionChange, in file: [UInt8]) throws {
    let verdict = try judge(file)
    #expect(!verdict.isPassed)
    let first = try #require(verdict.signatures.first { $0.field == "employer" })
    #expect(first.integrity == .intact)
    #expect(first.changes.contains(change), "\(first.changes)")
  }

  private static let overlay = "<< /Length 16 >>\nstream\n0 0 500 500 re f\nendstream"

  /// A file made elsewhere of `objects`, signed by the employer.
  private func foreign(_ objects: [String]) throws -> [UInt8] {
    let file = plainPDF(objects.map { Array($0.utf8) })
    return try SignedSample.signed(file, as: .employer, by: SignedSample.signer(.employer))
  }

  // MARK: Ways to an object

  /// A catalog that only readers of hybrid files see, and the pages that it leads to.
  @Test func aCatalogBehindAHybridCrossReferenceIsFound() throws {
    var revision = try revision()
    let page = revision.add("<< /Type /Page /MediaBox [0 0 595 842] >>")
    let tree = revision.add("<< /Type /Pages /Kids [\(page.number) 0 R] /Count 1 >>")
    try revision.changeCatalog { $0["/Pages"] = .reference(tree) }
    try expect(.pages, in: try revision.finishHybrid())
  }

  /// The table shows another page; the stream beside it, what the page was when it was signed.
  @Test func aPageThatOnlyOlderReadersSeeIsFound() throws {
    var revision = try revision()
    let page = try revision.page()
    try revision.change(page) { _ in }
    let other = "<< /Type /Page /MediaBox [0 0 595 842] >>"
    let file = try revision.finishHybrid(showing: (page.number, other))
    #expect(try !judge(file).isPassed)
  }

  @Test func anObjectStreamOverridesNoSignedObjectUnseen() throws {
    var revision = try revision()
    try revision.change(try revision.page()) { $0["/Rotate"] = .integer(180) }
    try expect(.page(number: 1), in: try revision.finishPacked())
  }

  /// The same revision with nothing changed holds: it is the change that counts, not how it is written.
  @Test func anObjectStreamWithTheSameObjectsChangesNothing() throws {
    var revision = try revision()
    try revision.change(try revision.page()) { _ in }
    for file in [try revision.finishPacked(), try revision.finishHybrid()] {
      let verdict = try judge(file)
      #expect(verdict.isPassed, "\(verdict)")
    }
  }

  @Test func anotherCatalogIsComparedWithTheSignedOne() throws {
    var revision = try revision()
    var catalog = try revision.catalog()
    let page = revision.add("<< /Type /Page /MediaBox [0 0 595 842] >>")
    let tree = revision.add("<< /Type /Pages /Kids [\(page.number) 0 R] /Count 1 >>")
    catalog["/Pages"] = .reference(tree)
    let spelt = String(decoding: PDFValue.dictionary(catalog).spelling, as: UTF8.self)
    revision.lead(to: revision.add(spelt))
    try expect(.pages, in: try revision.finish())
  }

  // MARK: Objects in their places

  /// Only the settings of layers change: the text of one layer goes, that of the other appears.
  @Test func layersThatAreSwitchedAreFound() throws {
    let content = "/OC /A BDC 0 0 99 9 re f EMC /OC /B BDC 0 0 9 99 re f EMC"
    let signed = try foreign([
      "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R 6 0 R] /D 7 0 R >> >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      """
      << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
      /Resources << /Properties << /A 5 0 R /B 6 0 R >> >> >>
      """,
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Type /OCG /Name (A) >>", "<< /Type /OCG /Name (B) >>",
      "<< /ON [5 0 R] /OFF [6 0 R] >>",
    ])
    #expect(try judge(signed).isPassed)
    var revision = try RawRevision(behind: signed)
    revision.put("<< /ON [6 0 R] /OFF [5 0 R] >>", as: PDFReference(number: 7))
    try expect(.entry(name: "OCProperties"), in: try revision.finish())
  }

  /// The list of attachments and the way to the record stay; what stands there is another record.
  @Test func aRecordThatIsReplacedInItsPlaceIsFound() throws {
    let record = #"{"documents":[{"fields":{}}],"form":"contract"}"#
    let signed = try SignedSample.signedByEmployer(record: record)
    #expect(try judge(signed).isPassed)
    let file = try PDFFile(signed)
    var revision = try RawRevision(behind: signed)
    let list = try file.resolve(try revision.catalog()["/AF"]).elements
    let files = try file.resolve(try file.resolve(list?.first).entries?["/EF"]).entries
    let data = try #require(files?["/F"]?.reference)
    let other = record.replacing("contract", with: "cantract")
    revision.put("<< /Length \(other.utf8.count) >>\nstream\n\(other)\nendstream", as: data)
    try expect(.attachment, in: try revision.finish())
  }

  /// The field leads to the same object as before, which shows something else.
  @Test func aMarkThatIsRedrawnInItsPlaceIsFound() throws {
    var revision = try revision()
    let file = try PDFFile(Self.both.get())
    let form = try file.resolve(try revision.catalog()["/AcroForm"]).entries
    let fields = try file.resolve(form?["/Fields"]).elements
    let look = try file.resolve(try file.resolve(fields?.first).entries?["/AP"]).entries
    let mark = try #require(look?["/N"]?.reference)
    revision.put(
      "<< /Type /XObject /Subtype /Form /BBox [0 0 99 99] /Length 2 >>\nstream\nq \nendstream",
      as: mark
    )
    try expect(.field(name: "employer"), in: try revision.finish())
  }

  /// What a page shows may be cut off or turned without a change of its content.
  @Test(arguments: [
    ("/CropBox", PDFValue.array([.integer(0), .integer(400), .integer(595), .integer(842)])),
    ("/Rotate", .integer(90)), ("/UserUnit", .integer(4)),
    (
      "/AA", .dictionary(["/O": .dictionary(["/S": .name("/JavaScript"), "/JS": .string([0x31])])])
    ),
  ])
  func aPageThatIsShownOtherwiseIsFound(_ key: String, _ value: PDFValue) throws {
    var revision = try revision()
    try revision.change(try revision.page()) { $0[key] = value }
    try expect(.page(number: 1), in: try revision.finish())
  }

  // MARK: Shadows

  /// Hide: what covered the page when it was signed goes away.
  @Test func aCoverThatIsTakenAwayIsFound() throws {
    let signed = try foreign([
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] >>",
      "<< /Type /Annot /Subtype /Stamp /Rect [50 600 350 800] /F 4 >>",
    ])
    var revision = try RawRevision(behind: signed)
    try revision.change(PDFReference(number: 3)) { page in
      page["/Annots"] = .array(
        (page["/Annots"]?.elements ?? []).filter { $0.reference?.number != 4 }
      )
    }
    try expect(.page(number: 1), in: try revision.finish())
  }

  /// Hide and replace: pages that lay in the signed file, and that nothing led to, are shown.
  @Test func pagesThatLayHiddenAreFound() throws {
    let signed = try foreign([
      "<< /Type /Catalog /Pages 2 0 R /PieceInfo << /Hidden << /Private 4 0 R >> >> >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
      "<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 4 0 R /MediaBox [0 0 595 842] /Contents 6 0 R >>", Self.overlay,
    ])
    #expect(try judge(signed).isPassed)
    var revision = try RawRevision(behind: signed)
    try revision.changeCatalog { $0["/Pages"] = .reference(PDFReference(number: 4)) }
    try expect(.page(number: 1), in: try revision.finish())
  }

  // MARK: Signatures that sign something else

  /// What a signature says of its own range is what naive judges believe.
  @Test(arguments: [
    "[0 0 0 0]", "[0 1 2]", "[0 -1 0 9]", "null", "[0 99999999 1 1]", "",
  ])
  func aRangeThatIsNotThatOfTheFileIsNone(_ range: String) throws {
    let file = try SignedSample.signedByEmployer()
    let start = try #require(file.firstRange(of: "/ByteRange ".utf8)?.upperBound)
    let end = try #require(file[start...].firstIndex(of: UInt8(ascii: "]")))
    let gap = end + 1 - start - range.utf8.count
    try #require(gap >= 0)
    let padded = range + String(repeating: " ", count: gap)
    var changed = file
    changed.replaceSubrange(start...end, with: Array(padded.utf8))
    #expect(try !judge(changed).isPassed)
  }

  /// A second range in the zeros behind a signature, which leads around content that was changed: the end that was signed
  /// stands once more, behind the file.
  @Test func contentThatIsWrappedIntoTheGapIsFound() throws {
    let file = try SignedSample.signedByEmployer()
    let gap = try #require(file.firstRange(of: "/Contents <".utf8)).upperBound - 1
    let close = try #require(file[gap...].firstIndex(of: UInt8(ascii: ">")))
    let tail = Array(file[(close + 1)...])
    let range = ">/ByteRange [0 \(gap) \(file.count) \(tail.count)]/X <"
    var wrapped = file + tail
    wrapped.replaceSubrange((close - range.utf8.count)..<close, with: Array(range.utf8))
    // What the signature does not cover any more.
    let size = try #require(wrapped[close...].firstRange(of: "/Size ".utf8)).lowerBound
    wrapped[size + 1] = UInt8(ascii: "s")
    #expect(try !judge(wrapped).isPassed)
    wrapped[size + 1] = UInt8(ascii: "S")
    let verdict = try judge(wrapped)
    #expect(!verdict.isPassed && verdict.signatures.first?.coverage != .whole, "\(verdict)")
  }
}
