/// What a diagnostic may show of a value: short, on one line, identity numbers masked.
enum MaskedText {
  /// Returns `text` shortened, with every run of 15 or more digits masked but for the first 6 and last 4.
  static func shown(_ text: some StringProtocol) -> String {
    var shown = ""
    var run: [Character] = []
    var count = 0
    for character in text {
      count += 1
      if count > 60 { break }
      if isNumberLike(character) {
        run.append(character)
        continue
      }
      shown += masked(run)
      run = []
      shown.append(isControl(character) ? "\u{2423}" : character)
    }
    return shown + masked(run) + (count > 60 ? "…" : "")
  }

  private static func masked(_ run: [Character]) -> String {
    guard run.count >= 15 else { return String(run) }
    return String(run.prefix(6)) + String(repeating: "*", count: run.count - 10)
      + String(run.suffix(4))
  }

  private static func isNumberLike(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || character == "X" || character == "x"
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }
}
