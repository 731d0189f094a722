/// Hides the numbers that single out a person.
enum NumberMask {
  /// Returns the number of an identity paper with its middle hidden, on the web all but its end.
  ///
  /// Of a resident number the notice board keeps the area and the end and loses the day of birth.
  static func identity(_ number: String, _ level: MaskLevel) -> String {
    let count = number.count
    let isResident = count == 18 || (count == 15 && number.allSatisfy(\.isWholeNumber))
    var kept = (head: 6, tail: count == 18 ? 4 : 3)
    if !isResident { kept = (1, min(4, count / 3)) }
    if level == .web || count < 3 { kept.head = 0 }
    return hidden(number, keeping: kept)
  }

  /// Returns a telephone number with its middle digits hidden; marks between them stay.
  static func phone(_ number: String) -> String {
    let digits = number.filter(isDigit)
    let hidden = hiddenDigits(of: digits)
    var index = 0
    return String(
      number.map { character in
        guard isDigit(character) else { return character }
        defer { index += 1 }
        return hidden.contains(index) ? "*" : character
      }
    )
  }

  /// Returns an account number of which only the end is left.
  static func account(_ number: String) -> String {
    let digits = number.filter { !$0.isWhitespace && $0 != "-" }
    return digits.count < 8
      ? String(repeating: "*", count: digits.count)
      : "**** **** **** " + digits.suffix(4)
  }

  /// Returns `text` but for its beginning and its end.
  private static func hidden(_ text: String, keeping kept: (head: Int, tail: Int)) -> String {
    let stars = text.count - kept.head - kept.tail
    return text.prefix(kept.head) + String(repeating: "*", count: max(0, stars))
      + text.suffix(kept.tail)
  }

  /// Returns which digits of a telephone number are hidden.
  private static func hiddenDigits(of digits: String) -> Range<Int> {
    let count = digits.count
    if count == 11, digits.first == "1" { return 3..<7 }
    if count == 13, digits.hasPrefix("861") { return 5..<9 }
    if count >= 10, digits.hasPrefix("0") {
      // Peking and the codes 02x have three digits, all others four.
      let area = digits.hasPrefix("010") || digits.hasPrefix("02") ? 3 : 4
      return area..<(count - 2)
    }
    return 0..<(count - min(4, count / 3))
  }

  static func isDigit(_ character: Character) -> Bool {
    switch character {
    case "0"..."9", "０"..."９": true
    default: false
    }
  }
}
