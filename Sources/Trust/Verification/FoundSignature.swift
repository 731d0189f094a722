import Certificates
import PDFFiles

/// A signature as it stands in a file.
struct FoundSignature {
  let field: String
  let label: String?
  /// What the dictionary says.
  let entries: [String: PDFValue]
  /// The bytes of the signature, with the zeros behind it.
  let contents: [UInt8]
  /// The numbers of the byte range.
  let range: [Int]
  /// What it forbids.
  let lock: SignatureLock

  init?(field: [String: PDFValue], value: PDFValue, in file: PDFFile) throws(PDFFileFailure) {
    guard let entries = value.entries, let contents = entries["/Contents"]?.string else {
      return nil
    }
    self.field = field["/T"]?.string.map(pdfText) ?? ""
    label = field["/TU"]?.string.map(pdfText)
    self.entries = entries
    self.contents = contents
    lock = try SignatureLock(entries, in: file)
    range = (entries["/ByteRange"]?.elements ?? []).compactMap(\.integer)
  }

  var isTimeStamp: Bool { entries["/SubFilter"] == .name("/ETSI.RFC3161") }

  var isPAdES: Bool { entries["/SubFilter"] == .name("/ETSI.CAdES.detached") }

  /// Where what it signs ends.
  var end: Int { range.count == 4 ? range[2] &+ range[3] : 0 }

  /// How much of `file` it signs: from the first byte on, all but its own digits.
  ///
  /// The digits have to be what the dictionary says, nothing else, and in one kind of letters: whatever stands in this
  /// gap is signed by nobody.
  func coverage(of file: [UInt8]) -> Coverage {
    guard range.count == 4, range[0] == 0, range[1] > 0, range[3] >= 0,
      range[2] > range[1] + 1, range[2] <= file.count, range[3] <= file.count - range[2],
      file[range[1]] == UInt8(ascii: "<"), file[range[2] - 1] == UInt8(ascii: ">"),
      file[(range[1] + 1)..<(range[2] - 1)].elementsEqual(digits(lowercase: true))
        || file[(range[1] + 1)..<(range[2] - 1)].elementsEqual(digits(lowercase: false))
    else { return .partial }
    return end == file.count ? .whole : .revision(end: end)
  }

  private func digits(lowercase: Bool) -> [UInt8] {
    let letters: UInt8 = lowercase ? 0x57 : 0x37
    return contents.flatMap { byte in
      [byte >> 4, byte & 0xF].map { $0 < 10 ? $0 + 0x30 : $0 + letters }
    }
  }

  /// The two pieces of `file` that it signs, where its coverage is sound.
  func signedPieces(of file: [UInt8]) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    (file[..<range[1]], file[range[2]..<end])
  }
}

/// Text of a string in plain characters or UTF-16BE (ISO 32000-1 §7.9.2.2).
func pdfText(_ bytes: [UInt8]) -> String {
  guard bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
  let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
    UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
  }
  return String(decoding: units, as: UTF16.self)
}
