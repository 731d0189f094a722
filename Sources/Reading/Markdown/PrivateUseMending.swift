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
        diagnostics.append(complaint(about: scalar, standard, at: place))
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

  private static func complaint(
    about scalar: Unicode.Scalar,
    _ standard: Unicode.Scalar?,
    at place: SourceLocation
  ) -> Diagnostic {
    guard let standard else {
      return Diagnostic(
        "markdown.privateUse",
        .error,
        at: .source(place),
        "含有私有区的造字",
        found: code(scalar),
        expected: "GB 18030-2022 收录的字",
        advice: "换一台电脑会显示成别的字或者空白；请查明是什么字，改用标准字"
      )
    }
    return Diagnostic(
      "markdown.legacyCharacter",
      .warning,
      at: .source(place),
      "旧私有区字符已换成标准字符",
      found: code(scalar),
      advice: "请改为\(code(standard))"
    )
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    "“\(scalar)”（U+\(String(scalar.value, radix: 16, uppercase: true))）"
  }
}
