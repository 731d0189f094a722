import Calendar

/// The number of a resident identity card, taken apart (GB 11643-1999).
struct ResidentNumber {
  /// The 17 digits before the check character, with the century put in for 15-digit cards.
  let digits: [UInt8]
  /// The check character the digits ask for.
  let expectedCheck: Character
  /// Whether the check character stands and is right; always true for 15-digit cards, which have none.
  let isCheckRight: Bool
  /// Whether the card is an old one of 15 digits.
  let isOld: Bool

  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checks: [Character] = ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"]

  /// Takes `text` apart, or gives nothing unless it is 18 characters, or 15, of the right form.
  init?(_ text: String) {
    var bytes = Array(text.utf8)
    switch bytes.count {
    case 18:
      let mark = bytes.removeLast()
      guard Self.becomeDigits(&bytes), (48...57).contains(mark) || mark == UInt8(ascii: "X")
      else { return nil }
      digits = bytes
      isOld = false
      expectedCheck = Self.check(digits)
      isCheckRight = Character(Unicode.Scalar(mark)) == expectedCheck
    case 15:
      guard Self.becomeDigits(&bytes) else { return nil }
      let old = bytes
      // Sequence numbers 996 to 999 were kept for those born before 1900.
      let isCentenarian = old[12] == 9 && old[13] == 9 && old[14] >= 6
      digits = old[0..<6] + [1, isCentenarian ? 8 : 9] + old[6...]
      isOld = true
      expectedCheck = Self.check(digits)
      isCheckRight = true
    default: return nil
    }
  }

  /// The 18-character number; 15-digit numbers are lengthened.
  var full: String {
    var text = ""
    for digit in digits { text += String(digit) }
    return text + String(expectedCheck)
  }

  /// The day of birth, or nothing when the calendar has no such day.
  var birthDate: CivilDate? {
    CivilDate(year: number(6..<10), month: number(10..<12), day: number(12..<14))
  }

  /// The sex, odd sequence numbers being men's.
  var sex: Sex { digits[16].isMultiple(of: 2) ? .female : .male }

  /// Turns the characters of digits into the digits; returns whether all were.
  private static func becomeDigits(_ bytes: inout [UInt8]) -> Bool {
    for index in bytes.indices {
      guard (48...57).contains(bytes[index]) else { return false }
      bytes[index] -= 48
    }
    return true
  }

  /// Returns the check character of 17 digits (ISO 7064 MOD 11-2).
  static func check(_ digits: [UInt8]) -> Character {
    var sum = 0
    for (digit, weight) in zip(digits, weights) { sum += Int(digit) * weight }
    return checks[sum % 11]
  }

  private func number(_ range: Range<Int>) -> Int {
    digits[range].reduce(0) { $0 * 10 + Int($1) }
  }
}
