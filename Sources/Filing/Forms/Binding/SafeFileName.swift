import Foundation

/// Makes a file name out of any text, such that Windows, macOS and Linux all take it.
enum SafeFileName {
  /// The most bytes that a name may have, which leaves room for an ending within the usual limit of 255.
  static let byteLimit = 200

  /// Device names of DOS, which Windows refuses with any ending; it reads superscript digits as digits.
  private static let reserved: Set<String> = Set(
    ["CON", "PRN", "AUX", "NUL"] + "123456789¹²³".flatMap { ["COM\($0)", "LPT\($0)"] }
  )

  /// Returns `text` freed of what file systems refuse; `fallback` when nothing is left.
  static func make(from text: String, fallback: String) -> String {
    let name = shortened(trimmed(freed(text)))
    guard !name.isEmpty else { return fallback }
    let stem = name.prefix { $0 != "." }.uppercased()
    return reserved.contains(trimmed(stem)) ? shortened("_\(name)") : name
  }

  /// Returns `text` composed, without what is refused and with all white space as spaces.
  private static func freed(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(isPlain) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars
    where !isRefused(scalar) {
      scalars.append(scalar.properties.isWhitespace ? " " : scalar)
    }
    return String(scalars)
  }

  /// Whether the character is taken everywhere and composes with no other: nearly all of names and numbers are such.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "-", "_", ".", " ", "（", "）", "\u{4E00}"..."\u{9FFF}":
      true
    default: false
    }
  }

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: "/\\:*?\"<>|".unicodeScalars.contains(scalar)
    }
  }

  /// A leading dot hides a file, a leading dash is read as an option, Windows drops dots and spaces at the end.
  private static func trimmed(_ text: String) -> String {
    let start = text.drop { ". -".contains($0) }
    var name = start
    while let last = name.last, ". ".contains(last) { name.removeLast() }
    return String(name)
  }

  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > byteLimit else { return trimmed(text) }
    var name = ""
    var bytes = 0
    for character in text {
      let count = character.utf8.count
      guard bytes + count <= byteLimit else { break }
      bytes += count
      name.append(character)
    }
    return trimmed(name)
  }
}
