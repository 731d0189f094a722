import CUnicode

/// How wide text stands on a terminal.
public enum TerminalColumns {
  /// Returns how many columns `text` takes: two for a wide or full-width character (UAX #11), one for most others.
  ///
  /// Characters of ambiguous width count as narrow, as terminals show them unless told otherwise.
  public static func count(of text: some StringProtocol) -> Int {
    var count = 0
    for character in text { count += self.count(of: character) }
    return count
  }

  /// Returns how many columns `character` takes; its marks take none.
  public static func count(of character: Character) -> Int {
    var count = 0
    for scalar in character.unicodeScalars { count = max(count, self.count(of: scalar)) }
    return count
  }

  private static func count(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: 1
    case 0x4E00...0x9FFF: 2
    default: Int(mc_columns(scalar.value))
    }
  }
}
