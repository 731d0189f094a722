import Certificates
import PDF
import PDFFiles

/// A file that is to be continued by a revision.
struct OpenedFile {
  let bytes: [UInt8]
  let file: PDFFile
  let trailer: [String: PDFValue]
  /// The number of the catalog and what it says.
  let root: PDFReference
  let catalog: [String: PDFValue]
  /// The entries of the form, empty where there is none.
  let form: [String: PDFValue]

  /// Opens a file strictly: what has to be mended cannot be continued.
  init(_ bytes: [UInt8]) throws(SigningFailure) {
    do throws(PDFFileFailure) {
      self.bytes = bytes
      file = try PDFFile(bytes, isStrict: true)
      guard let trailer = try file.trailer().entries, let root = trailer["/Root"]?.reference,
        let catalog = try file.object(root).entries
      else { throw .unreadable(reason: "") }
      self.trailer = trailer
      self.root = root
      self.catalog = catalog
      form = try file.resolve(catalog["/AcroForm"]).entries ?? [:]
    } catch {
      throw .file(error)
    }
    guard trailer["/Encrypt"] == nil else { throw .encrypted }
  }

  /// What an update has to know of the file.
  func base() throws(SigningFailure) -> ContinuedFile {
    guard let start = lastCrossReference(of: bytes), let size = trailer["/Size"]?.integer else {
      throw .file(.unreadable(reason: "startxref"))
    }
    let isTable = bytes[start...].drop { $0 <= 0x20 }.starts(with: "xref".utf8)
    var entries: [(key: String, spelling: [UInt8])] = []
    for key in ["/Root", "/Info"] {
      if let value = trailer[key] { entries.append((String(key.dropFirst()), value.spelling)) }
    }
    entries.append(("ID", identifier.spelling))
    return ContinuedFile(
      length: bytes.count,
      endsLine: bytes.last == 0x0A || bytes.last == 0x0D,
      crossReference: start,
      hasStreams: !isTable,
      size: size,
      trailer: entries
    )
  }

  /// The two identifiers: the file keeps its first for good, and has a second for each revision (ISO 32000-1 §14.4).
  private var identifier: PDFValue {
    let now = PDFValue.string(Array(DigestAlgorithm.sha256.digest(of: bytes[...]).prefix(16)))
    guard let first = (try? file.resolve(trailer["/ID"]))?.elements?.first else {
      return .array([now, now])
    }
    return .array([first, now])
  }
}

/// Returns where the last cross-reference of a file begins (ISO 32000-1 §7.5.5).
private func lastCrossReference(of bytes: [UInt8]) -> Int? {
  let tail = bytes.suffix(1024)
  let word = Array("startxref".utf8)
  guard
    let place = tail.indices.last(where: { tail[$0...].starts(with: word) })
  else { return nil }
  let digits = tail[(place + word.count)...].drop { $0 <= 0x20 }.prefix {
    (0x30...0x39).contains($0)
  }
  guard let start = Int(String(decoding: digits, as: UTF8.self)), start < bytes.count else {
    return nil
  }
  return start
}
