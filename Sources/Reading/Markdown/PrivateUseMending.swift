import Diagnostics
import UnicodeText

/// Replaces the private use characters of old Chinese systems by those of the standard, and refuses all others.
enum PrivateUseMending {
  /// Mends the lines of `source` and returns what is to be said about it.
  static func mend(_ source: inout SourceText) -> [Diagnostic] {
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

  /// Returns whether a line may hold private use characters, by their lead bytes in UTF-8.
  private static func mayHold(_ bytes: [UInt8]) -> Bool {
    guard bytes.contains(where: { $0 == 0xEE || $0 == 0xEF || $0 >= 0xF3 }) else { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.contains(
      where: PrivateUse.contains
    )
  }
}
