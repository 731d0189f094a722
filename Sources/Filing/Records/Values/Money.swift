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
  public var description: String { digits(of: fen, decimals: 2, grouped: false) }

  /// The amount in yuan with two decimals and a comma before every third digit, such as `1,234.50`.
  public var grouped: String { digits(of: fen, decimals: 2, grouped: true) }
}

/// Returns `number` with a comma before every third digit, counted from the right.
func groupedDigits(_ number: Int) -> String { digits(of: number, decimals: 0, grouped: true) }

/// Returns the digits of `number`, the last `decimals` of them behind a point, and where it is `grouped` a comma before
/// every third of the others.
///
/// Rosters print an amount a row, so the digits are put together as bytes, from the right.
private func digits(of number: Int, decimals: Int, grouped: Bool) -> String {
  // The largest number has 19 digits and 6 commas.
  var text = InlineArray<32, UInt8>(repeating: 0)
  var (place, count) = (32, 0)
  func put(_ byte: UInt8) {
    place -= 1
    text[place] = byte
  }
  var rest = number.magnitude
  repeat {
    let whole = count - decimals
    if whole == 0, decimals > 0 { put(UInt8(ascii: ".")) }
    if grouped, whole > 0, whole.isMultiple(of: 3) { put(UInt8(ascii: ",")) }
    put(UInt8(ascii: "0") + UInt8(rest % 10))
    rest /= 10
    count += 1
  } while rest > 0 || count <= decimals
  if number < 0 { put(UInt8(ascii: "-")) }
  let digits = text.span.extracting(place..<32)
  return unsafe String(copying: UTF8Span(unchecked: digits, isKnownASCII: true))
}
