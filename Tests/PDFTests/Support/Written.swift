import Geometry
import Pages
import Testing

@testable import PDF

/// Files made in tests.
enum Written {
  static let a4 = Size(width: .mm(210), height: .mm(297))
  static let metadata = PDFMetadata(title: "名册")

  /// Returns the bytes of a file, untagged unless `conformance` asks for more; `fill` puts something in before it is finished.
  static func file(
    form: ObjectFile.Form = .compact,
    metadata: PDFMetadata = metadata,
    fonts: PDFFonts = FakeFonts.fonts,
    conformance: PDFConformance = .plain,
    _ fill: (PDFWriter) throws -> Void
  ) throws -> [UInt8] {
    let sink = Sink()
    let writer = try PDFWriter(
      metadata: metadata,
      fonts: fonts,
      conformance: conformance,
      form: form,
      write: { sink.bytes += $0 }
    )
    try fill(writer)
    try writer.finish()
    return sink.bytes
  }

  /// Returns the bytes of a file with one page for each list of items.
  static func file(
    form: ObjectFile.Form = .compact,
    pages: [[PageItem]]
  ) throws -> [UInt8] {
    try file(form: form) { writer in
      for (index, items) in pages.enumerated() {
        try writer.add(Page(number: index + 1, size: a4, items: items))
      }
    }
  }

  /// Returns the content stream of one page with `items`, as it stands in a plain file.
  static func content(of items: [PageItem]) throws -> String {
    var uses = FontUses()
    let bytes = try ContentStream.bytes(
      of: items,
      pageHeight: a4.height,
      fonts: FakeFonts.fonts,
      uses: &uses
    )
    return withTextInDigits(bytes)
  }
}

/// Returns a file or a content stream with the codes of shown glyphs in hexadecimal digits, as people read them.
///
/// Operations have lines of their own, and no string holds a line end.
func withTextInDigits(_ bytes: [UInt8]) -> String {
  let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
    let showsText =
      line.suffix(2).elementsEqual("Tj".utf8) || line.suffix(2).elementsEqual("TJ".utf8)
    return showsText ? inDigits(line) : String(decoding: line, as: UTF8.self)
  }
  return lines.joined(separator: "\n")
}

private func inDigits(_ line: ArraySlice<UInt8>) -> String {
  var text = ""
  var (isInside, isEscaped) = (false, false)
  for byte in line {
    if isEscaped {
      let meaning: [UInt8: UInt8] = [UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D]
      text += digits(meaning[byte] ?? byte)
      isEscaped = false
    } else if isInside, byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: isInside ? ")" : "(") {
      text += isInside ? ">" : "<"
      isInside.toggle()
    } else {
      text += isInside ? digits(byte) : String(UnicodeScalar(byte))
    }
  }
  return text
}

private func digits(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.count < 2 ? "0" + digits : digits
}

/// Where a test's bytes go.
final class Sink {
  var bytes: [UInt8] = []
}

/// Returns a readable form of a plain file: one character a byte, other bytes than ASCII as `\xhh`.
func readable(_ file: [UInt8]) -> String {
  file.map { byte in
    (0x20...0x7E).contains(byte) || byte == 10
      ? String(UnicodeScalar(byte)) : "\\x" + String(Int(byte) + 256, radix: 16).dropFirst()
  }.joined()
}

/// Returns what a file breaks, into which `fill` puts something; the failure of anything else is an issue.
func violations(
  metadata: PDFMetadata = Written.metadata,
  fonts: PDFFonts = FakeFonts.fonts,
  conformance: PDFConformance = .plain,
  _ fill: (PDFWriter) throws -> Void
) -> [PDFViolation] {
  do {
    _ = try Written.file(metadata: metadata, fonts: fonts, conformance: conformance, fill)
    return []
  } catch PDFFailure.violations(let violations) {
    return violations
  } catch {
    Issue.record(error)
    return []
  }
}
