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
    var scalars = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars
    where !isRefused(scalar) {
      scalars.append(scalar.properties.isWhitespace ? " " : scalar)
    }
    let name = shortened(trimmed(String(scalars)))
    guard !name.isEmpty else { return fallback }
    let stem = name.prefix { $0 != "." }.uppercased()
    return reserved.contains(trimmed(stem)) ? shortened("_\(name)") : name
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
