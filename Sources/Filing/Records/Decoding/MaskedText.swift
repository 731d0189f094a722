/// What a diagnostic may show of a value: short, on one line, identity numbers masked.
public enum MaskedText {
  /// Returns `text` shortened, with every run of 15 or more digits masked but for the first 6 and last 4.
  ///
  /// Single spaces of any width and hyphens do not end a run, since people write identity numbers in groups.
  public static func shown(_ text: some StringProtocol) -> String {
    var shown = ""
    var run: [Character] = []
    var count = 0
    for character in text {
      count += 1
      if count > 60 { return shown + masked(run, isCut: isNumberLike(character)) + "…" }
      if isNumberLike(character) || (isJoint(character) && run.last.map(isNumberLike) == true) {
        run.append(character)
        continue
      }
      shown += masked(run)
      run = []
      shown.append(isControl(character) ? "\u{2423}" : character)
    }
    return shown + masked(run)
  }

  /// Returns the number of an identity paper with nothing but its last four characters.
  public static func lastFour(_ number: String) -> String {
    let hidden = max(0, number.count - 4)
    return String(repeating: "*", count: hidden) + number.suffix(4)
  }

  /// Returns a run of digits as it may be shown; of one that goes on beyond the end, nothing after the first 6.
  private static func masked(_ run: [Character], isCut: Bool = false) -> String {
    if let last = run.last, isJoint(last) { return masked(run.dropLast()) + String(last) }
    let count = run.count(where: isNumberLike)
    guard isCut ? count > 6 : count >= 15 else { return String(run) }
    let kept = isCut ? "" : String(run.suffix(4))
    return String(run.prefix(6)) + String(repeating: "*", count: run.count - 6 - kept.count) + kept
  }

  /// Digits and the check letter, also as full-width keyboards write them.
  private static func isNumberLike(_ character: Character) -> Bool {
    switch character {
    case "0"..."9", "０"..."９", "X", "x", "Ｘ", "ｘ": true
    default: false
    }
  }

  private static func isJoint(_ character: Character) -> Bool {
    character == " " || character == "-" || character == "\u{3000}" || character == "\u{A0}"
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }
}
