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
    return String(decoding: bytes, as: UTF8.self)
  }
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
