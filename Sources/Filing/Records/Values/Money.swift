/// An amount of money in whole fen, exact.
public struct Money: Sendable, Hashable, Comparable {
  /// The amount in fen, a hundredth of a yuan.
  public let fen: Int

  /// Creates an amount of `fen` hundredths of a yuan.
  public init(fen: Int) {
    self.fen = fen
  }

  /// Reads `1234`, `1234.5` or `1234.50`, at most twelve digits before the point; anything else gives nothing.
  public init?(_ text: some StringProtocol) {
    self.init(utf8: text.utf8)
  }

  init?(utf8 bytes: some Collection<UInt8>) {
    var fen = 0
    var whole = 0
    var decimals: Int?
    for byte in bytes {
      if byte == UInt8(ascii: "."), decimals == nil, whole > 0 {
        decimals = 0
      } else if (48...57).contains(byte) {
        fen = fen * 10 + Int(byte - 48)
        if let known = decimals { decimals = known + 1 } else { whole += 1 }
        guard whole <= 12, (decimals ?? 0) <= 2 else { return nil }
      } else {
        return nil
      }
    }
    guard whole > 0, decimals != 0 else { return nil }
    for _ in (decimals ?? 0)..<2 { fen *= 10 }
    self.fen = fen
  }

  /// Returns whether `lhs` is less than `rhs`.
  public static func < (lhs: Money, rhs: Money) -> Bool { lhs.fen < rhs.fen }
}

extension Money: CustomStringConvertible {
  /// The amount in yuan with two decimals and no separators, such as `1234.50`.
  public var description: String {
    let cents = abs(fen) % 100
    return "\(fen < 0 ? "-" : "")\(abs(fen) / 100).\(cents < 10 ? "0" : "")\(cents)"
  }

  /// The amount in yuan with two decimals and a comma before every third digit, such as `1,234.50`.
  public var grouped: String {
    let cents = abs(fen) % 100
    return (fen < 0 ? "-" : "") + groupedDigits(abs(fen) / 100)
      + ".\(cents < 10 ? "0" : "")\(cents)"
  }
}

/// Returns `number` with a comma before every third digit, counted from the right.
func groupedDigits(_ number: Int) -> String {
  let digits = Array(String(number.magnitude).utf8)
  var text: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
  text.reserveCapacity(digits.count * 4 / 3 + 2)
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(UInt8(ascii: ",")) }
    text.append(digit)
  }
  return String(decoding: text, as: UTF8.self)
}
