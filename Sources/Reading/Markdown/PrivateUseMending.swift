import Diagnostics
import UnicodeText

/// Replaces the private use characters of old Chinese systems by those of the standard, and refuses all others.
enum PrivateUseMending {
  /// Mends the lines of `source` and returns what is to be said about it.
  static func mend(_ source: inout SourceText) -> [Diagnostic] {
    guard source.traits.contains(.privateUse) else { return [] }
    var diagnostics: [Diagnostic] = []
    for index in source.lines.indices where mayHold(source.lines[index].bytes) {
      var scalars = String.UnicodeScalarView()
      let text = String(decoding: source.lines[index].bytes, as: UTF8.self)
      for (column, scalar) in text.unicodeScalars.enumerated() {
        let standard = PrivateUse.contains(scalar) ? PrivateUse.standard(for: scalar) : nil
        scalars.append(standard ?? scalar)
        guard PrivateUse.contains(scalar) else { continue }
        let place = SourceLocation(file: source.file, line: index + 1, column: column + 1)
        diagnostics.append(
          .privateUse(
            scalar,
            standard: standard,
            codes: ("markdown.privateUse", "markdown.legacyCharacter"),
            at: place
          )
        )
      }
      // A character takes one column whatever its bytes, so that all places stay right.
      source.lines[index].bytes = Array(String(scalars).utf8)
    }
    return diagnostics
  }

  /// Returns whether a line holds private use characters.
  private static func mayHold(_ bytes: [UInt8]) -> Bool {
    // In UTF-8 they begin with EE, with EF 80 to EF A3, and with F3 or F4; so do few others.
    var last: UInt8 = 0
    let isSuspect = bytes.contains { byte in
      defer { last = byte }
      return byte == 0xEE || byte >= 0xF3 || (last == 0xEF && byte < 0xA4)
    }
    return isSuspect
      && String(decoding: bytes, as: UTF8.self).unicodeScalars.contains(where: PrivateUse.contains)
  }
}
