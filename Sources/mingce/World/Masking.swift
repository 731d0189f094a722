/// What a terminal may show of numbers that stand for a person (level M1: the first 6 and the last 4).
enum Masking {
  /// Returns an identity number with its middle hidden.
  static func number(_ number: String) -> String {
    guard number.count > 10 else { return String(repeating: "*", count: number.count) }
    let hidden = String(repeating: "*", count: number.count - 10)
    return number.prefix(6) + hidden + number.suffix(4)
  }

  /// Returns `text` with every run of 15 or more digits hidden in the same way; some employers use them as keys.
  static func text(_ text: String) -> String {
    text.replacing(#/[0-9]{14,}[0-9Xx]/#) { number(String($0.output)) }
  }
}
