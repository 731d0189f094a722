import Certificates
import Digests
import Foundation
import PDF
import PDFFiles
import Signing
import TestSupport
import Testing

@Test func theEmployerSignsTheFirstRevision() throws {
  let file = try SignedSample.signedByEmployer()
  #expect(isSigned(file, as: .employer, by: try SignedSample.key(.employer).certificate))
  #expect(!isSigned(file, as: .employee, by: try SignedSample.key(.employer).certificate))
  #expect(!isSigned(file, as: .employer, by: try SignedSample.key(.employee).certificate))
  // One revision, whose only end is the end of the file.
  #expect(String(decoding: file, as: UTF8.self).components(separatedBy: "startxref").count == 2)
}

@Test func bothPlacesAreThereBeforeTheEmployeeSigns() throws {
  let file = try PDFFile(try SignedSample.signedByEmployer(), isStrict: true)
  let fields = try SignedFields(file)
  #expect(fields.names == ["employer", "employee"])
  #expect(fields["employer"]?["/V"] != nil && fields["employee"]?["/V"] == nil)
  #expect(fields["employee"]?["/AP"] != nil)
}

@Test func theEmployeesSignatureChangesNoByteBeforeIt() throws {
  let first = try SignedSample.signedByEmployer()
  let second = try SignedSample.signedByEmployee(first)
  #expect(second.starts(with: first))
  #expect(isSigned(second, as: .employer, by: try SignedSample.key(.employer).certificate))
  #expect(isSigned(second, as: .employee, by: try SignedSample.key(.employee).certificate))
}

@Test func aPlaceIsSignedOnlyOnce() throws {
  let both = try SignedSample.signedByEmployee(try SignedSample.signedByEmployer())
  #expect(refusal { try SignedSample.signedByEmployee(both) } == "签名处 劳动者签名 已经签过")
}

@Test func theDigestOfASignedFileIsThatOfAllItsBytes() throws {
  let signer = try SignedSample.signer(.employer)
  var (bytes, place) = try SignedSample.unsigned(by: signer)
  let digest = try fillIn(&bytes, at: try #require(place), by: signer)
  #expect(digest == Digest(of: bytes))
  #expect(isSigned(bytes, as: .employer, by: signer.key.certificate))
}

@Test func aSignatureThatFindsNoRoomIsRefused() throws {
  let signer = try SignedSample.signer(.employer)
  var (bytes, place) = try SignedSample.unsigned(by: signer)
  var narrow = try #require(place)
  narrow.contents = narrow.contents.lowerBound..<narrow.contents.lowerBound + 100
  let before = bytes.count
  let words = refusal { try fillIn(&bytes, at: narrow, by: signer) }
  #expect(words?.contains(/^签名有 \d+ 字节，文件里只留了 49 字节$/) == true, "\(words ?? "signed")")
  #expect(bytes.count == before)
}

@Test func aFileThatIsCutOffIsNotSigned() throws {
  let file = try SignedSample.signedByEmployer()
  for part in [0, 10, file.count / 2, file.count - 20] {
    let words = refusal { try SignedSample.signedByEmployee(Array(file.prefix(part))) }
    #expect(words == "不是完好的 PDF 文件", "\(part) bytes")
  }
}

@Test func signedAttributesHaveNoClockOfTheSigner() throws {
  let file = try PDFFile(try SignedSample.signedByEmployer(), isStrict: true)
  let value = try file.resolve(try SignedFields(file)["employer"]?["/V"])
  let message = try SignedMessage(try #require(value.entries?["/Contents"]?.string))
  #expect(!message.hasSigningTime && message.namesCertificate && message.isIntact)
  #expect(value.entries?["/M"]?.string == Array("D:20261126201718+08'00'".utf8))
}

@Test func theEmployerCertifiesAndAllowsOnlySignatures() throws {
  let file = try PDFFile(try SignedSample.signedByEmployer(), isStrict: true)
  let catalog = try file.resolve(file.trailer().entries?["/Root"]).entries
  let author = try file.resolve(try file.resolve(catalog?["/Perms"]).entries?["/DocMDP"]).entries
  let rule = try file.resolve(author?["/Reference"]).elements?.first?.entries
  #expect(rule?["/TransformMethod"] == .name("/DocMDP"))
  #expect(rule?["/TransformParams"]?.entries?["/P"] == .integer(2))
}

/// The topmost fields of a file.
struct SignedFields {
  private(set) var names: [String] = []
  private var fields: [[String: PDFValue]] = []

  init(_ file: PDFFile) throws {
    let catalog = try file.resolve(file.trailer().entries?["/Root"]).entries
    let form = try file.resolve(catalog?["/AcroForm"]).entries
    for field in try file.resolve(form?["/Fields"]).elements ?? [] {
      let entries = try file.resolve(field).entries ?? [:]
      fields.append(entries)
      names.append(String(decoding: entries["/T"]?.string ?? [], as: UTF8.self))
    }
  }

  subscript(name: String) -> [String: PDFValue]? {
    names.firstIndex(of: name).map { fields[$0] }
  }
}

@Test func aTimeStampIsRenewedWithoutAnybodysKey() throws {
  let stamped = try SignedSample.signedByEmployer(isStamped: true)
  let renewed = try renewTimeStamp(
    of: stamped,
    roots: try SignedSample.roots(),
    at: SignedSample.moment,
    by: TimeStamper(address: TestAuthority.stamps, web: SignedSample.web)
  )
  #expect(renewed.starts(with: stamped))
  let names = try SignedFields(try PDFFile(renewed, isStrict: true)).names
  #expect(names.filter { $0.hasPrefix("timestamp-") }.count == 1)
}

@Test func whatWasNeverStampedCannotBeRenewed() throws {
  let signed = try SignedSample.signedByEmployer()
  let words = refusal {
    try renewTimeStamp(
      of: signed,
      roots: try SignedSample.roots(),
      at: SignedSample.moment,
      by: TimeStamper(address: TestAuthority.stamps, web: SignedSample.web)
    )
  }
  #expect(words == "文件里没有时间戳，没有可以续期的")
}

@Test(arguments: [PDFFileFailure.unknownFilter, .tooLong(limit: 1), .damagedStream])
func aFileWhoseStreamsCannotBeReadIsToldApartFromOneThatIsNoPDF(_ failure: PDFFileFailure) {
  #expect("\(SigningFailure.file(failure))" == "PDF 里的数据无法解开")
}

/// Returns what a person is told of a file that could not be signed; nothing when it could.
func refusal<Value>(_ sign: () throws -> Value) -> String? {
  do {
    _ = try sign()
    return nil
  } catch {
    return "\(error)"
  }
}
