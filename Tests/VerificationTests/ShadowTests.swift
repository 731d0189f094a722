import Certificates
import PDF
import PDFFiles
import Signing
import TestSupport
import Testing
import Verification

/// Revisions that try to look like what a signature allows, and files that two readers would read differently.
@Suite struct ShadowTests {
  private static let both = Result {
    try SignedSample.signedByEmployee(try SignedSample.signedByEmployer())
  }

  /// A file that ends with validation data, which nobody has signed.
  private static let proven = Result {
    let signed = try SignedSample.signedByEmployer(isStamped: true)
    return try SignedSample.lifted(signed, to: .longTerm, by: .employer)
  }

  private func revision() throws -> RawRevision { try RawRevision(behind: Self.both.get()) }

  /// The words of a field that calls itself a time stamp of the whole file.
  private func stamp(_ words: String, value: String = "/Contents <00>") -> String {
    """
    << /Type /Annot /Subtype /Widget /FT /Sig /T (s) \(words) \
    /V << /Type /DocTimeStamp /SubFilter /ETSI.RFC3161 \(value) >> >>
    """
  }

  private func expect(_ change: RevisionChange, in revision: RawRevision) throws {
    let verdict = try judge(try revision.finish())
    #expect(!verdict.isPassed)
    let first = try #require(verdict.signatures.first { $0.field == "employer" })
    #expect(first.integrity == .intact)
    #expect(first.changes.contains(change), "\(first.changes)")
  }

  /// Corners may be objects of their own; those that are missing are shown by some.
  @Test(arguments: ["[0 0 595 842 0 R]", "[0 0 595 842]", "[0 0 595]", "", "null"])
  func aStampThatCanBeSeenIsNone(_ rect: String) throws {
    var revision = try revision()
    let edge = revision.add("842")
    let corners = rect.replacing("842 0 R", with: "\(edge.number) 0 R")
    let field = revision.add(stamp(corners.isEmpty ? "" : "/Rect \(corners)"))
    try revision.show(field)
    try expect(.field(name: "s"), in: revision)
  }

  /// Nobody would judge a signature without its value.
  @Test func whatOnlyCallsItselfAStampIsNone() throws {
    var revision = try revision()
    let field = revision.add(stamp("/Rect [0 0 0 0]", value: ""))
    try revision.show(field)
    try expect(.field(name: "s"), in: revision)
  }

  @Test func aStampHasNoActions() throws {
    var revision = try revision()
    let field = revision.add(stamp("/Rect [0 0 0 0] /AA << /PO << /S /JavaScript /JS (1) >> >>"))
    try revision.show(field)
    try expect(.field(name: "s"), in: revision)
  }

  /// A file made elsewhere, with a note on its page and fonts for its form.
  private static func foreign() throws -> [UInt8] {
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /DR 5 0 R >> >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] >>",
      "<< /Type /Annot /Subtype /Square /Rect [9 9 99 99] /F 4 >>",
      "<< /Font << /Song 6 0 R >> >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    let file = plainPDF(objects.map { Array($0.utf8) })
    return try SignedSample.signed(file, as: .employer, by: SignedSample.signer(.employer))
  }

  /// What was on the page takes the place of a stamp, and is gone.
  @Test func aStampTakesNoAnnotationAway() throws {
    var revision = try RawRevision(behind: try Self.foreign())
    let note = PDFReference(number: 4)
    revision.put(stamp("/Rect [0 0 0 0]"), as: note)
    try revision.show(note)
    try expect(.field(name: "s"), in: revision)
  }

  @Test func whatTheFormLeadsToIsComparedToItsEnd() throws {
    var revision = try RawRevision(behind: try Self.foreign())
    try revision.change(PDFReference(number: 6)) { $0["/BaseFont"] = .name("/Symbol") }
    try expect(.entry(name: "AcroForm/DR"), in: revision)
  }

  @Test func aFieldThatIsOnNoPageIsComparedToo() throws {
    var revision = try RawRevision(behind: try Self.foreign())
    let form = try PDFFile(try Self.foreign()).resolve(try revision.catalog()["/AcroForm"]).entries
    let field = try #require(form?["/Fields"]?.elements?.last?.reference)
    try revision.change(field) { $0["/Lock"] = .dictionary(["/Action": .name("/All")]) }
    try expect(.field(name: "employee"), in: revision)
  }

  /// Metadata may change, but not unseen.
  @Test func metadataThatAreWrittenAnewAreTold() throws {
    var revision = try revision()
    let metadata = try #require(try revision.catalog()["/Metadata"]?.reference)
    revision.put("<< /Type /Metadata /Length 1 >>\nstream\n \nendstream", as: metadata)
    let verdict = try judge(try revision.finish())
    #expect(verdict.signatures.first?.changes == [.signed(field: "employee"), .properties])
  }

  /// Metadata that are the content of the page at the same time count as content.
  @Test func whatPagesLeadToIsNoMereProperty() throws {
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R /Version 4 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
      "<< /Length 4 >>\nstream\nq Q \nendstream",
    ]
    let file = plainPDF(objects.map { Array($0.utf8) })
    let signed = try SignedSample.signed(file, as: .employer, by: SignedSample.signer(.employer))
    var revision = try RawRevision(behind: signed)
    let content = "<< /Length 18 >>\nstream\n0 0 500 500 re f q\nendstream"
    revision.put(content, as: PDFReference(number: 4))
    try expect(.page(number: 1), in: revision)
  }

  /// Readers differ in which of two entries of one name they take.
  @Test func aKeyThatStandsTwiceIsNotTrusted() throws {
    var revision = try revision()
    let more = revision.add("<< /Length 16 >>\nstream\n0 0 500 500 re f\nendstream")
    try revision.change(try revision.page(), before: "/Contents \(more.number) 0 R") { _ in }
    try expect(.unreadable, in: revision)
  }

  @Test(arguments: [
    "garbage\n%%EOF\n", "9 0 obj\n<< /Type /Page >>\nendobj\n%%EOF\n",
    "%%EOF\n", "startxref\n9\n%%EOF\n", "xref\n0 0\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n",
  ])
  func whatIsNoRevisionIsNotPutBehindOne(_ tail: String) throws {
    for file in [try Self.both.get(), try SignedSample.signedByEmployer()] {
      #expect(try !judge(file + Array(tail.utf8)).isPassed, "\(tail)")
    }
  }

  /// The tail of a revision whose cross-reference is that of the one before: of a signature, or of what proves it.
  @Test(arguments: [false, true])
  func objectsBehindAFormerCrossReferenceAreNone(_ isProven: Bool) throws {
    let file = isProven ? try Self.proven.get() : try Self.both.get()
    #expect(try judge(file).isPassed)
    let words = String(decoding: file.suffix(200), as: UTF8.self).split(whereSeparator: \.isNewline)
    let start = words[try #require(words.lastIndex(of: "startxref")) + 1]
    let tail = "3 0 obj\n<< /Type /Page >>\nendobj\nstartxref\n\(start)\n%%EOF\n"
    #expect(try judge(file + Array(tail.utf8)).problem == .cutOff)
  }

  // MARK: What signatures forbid

  /// What the employer's signature says of later ones, as our own program spells it.
  private static let usual = [
    "/Reference [<<", "/Type /SigRef", "/TransformMethod /DocMDP", "/TransformParams <<",
    "/Type /TransformParams", "/P 2", "/V /1.2", ">>", ">>]",
  ].joined(separator: "\n")

  /// A file whose first signature says `words` of later ones, and the employee's behind it.
  private func signedUnder(_ words: String) throws -> FileVerdict {
    let signer = try SignedSample.signer(.employer)
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ]
    var draft = try draftRevision(
      of: plainPDF(objects.map { Array($0.utf8) }),
      as: .employer,
      signer.facts(as: .employer, stamp: SignedSample.stamp),
      mark: nil,
      fonts: SignedSample.noFonts
    )
    // Words of the same length, so that nothing moves; our own program would not sign what it can see to be locked.
    let gap = Self.usual.utf8.count - words.utf8.count
    try #require(gap >= 0)
    let padded = words + String(repeating: " ", count: gap)
    for (usual, other) in [(Self.usual, padded), ("/Perms", "/Permx")] {
      let place = try #require(draft.bytes.firstRange(of: usual.utf8))
      draft.bytes.replaceSubrange(place, with: Array(other.utf8))
    }
    return try judge(try SignedSample.signedByEmployee(try draft.signed(by: signer).file))
  }

  @Test func aCertificationMayForbidFurtherSignatures() throws {
    let allowed = try signedUnder(Self.usual)
    #expect(allowed.isPassed && allowed.signatures.first?.isCertification == true)
    let forbidden = try signedUnder(Self.usual.replacing("/P 2", with: "/P 1"))
    #expect(!forbidden.isPassed)
    #expect(forbidden.signatures.first?.changes == [.field(name: "employee")])
    #expect(forbidden.signatures.last?.changes == [])
  }

  /// A signature may lock single fields, or all but some (FieldMDP, ISO 32000-1 §12.8.2.4).
  @Test(arguments: [
    ("/Include/Fields[(employee)]", true), ("/Include/Fields[(other)]", false),
    ("/Include/Fields[(other)(employee)]", true),
    ("/Exclude/Fields[(employee)]", false), ("/Exclude/Fields[(other)]", true),
    ("/All", true), ("/Unknown", true),
  ])
  func aSignatureMayLockFields(_ rule: String, _ isLocked: Bool) throws {
    let verdict = try signedUnder(
      "/Reference[<</TransformMethod/FieldMDP/TransformParams<</Action\(rule)>>>>]"
    )
    #expect(verdict.isPassed == !isLocked)
    let first = try #require(verdict.signatures.first)
    #expect(!first.isCertification && first.integrity == .intact)
    let change: RevisionChange = isLocked ? .field(name: "employee") : .signed(field: "employee")
    #expect(first.changes == [change])
  }
}
