import Diagnostics

/// A time of day as systems write it behind a day, such as ` 10:22:31.0` or `T10:22:31+08:00`.
struct WrittenTime {
  /// What to do about the time of another clock.
  static let foreign: Message = "写的是别的时区的时间，换成北京时间可能是另一天，请只写日期"

  /// Whether it is the time of another clock than China's.
  let isForeign: Bool

  /// Reads a space or `T`, hours, minutes, perhaps seconds with any fraction, and perhaps an offset from Greenwich.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.first == UInt8(ascii: " ") || bytes.first == UInt8(ascii: "T") else { return nil }
    var rest = bytes.dropFirst()
    guard Self.pass(&rest, below: 24), Self.pass(&rest, ":"), Self.pass(&rest, below: 60) else {
      return nil
    }
    if Self.pass(&rest, ":") {
      guard Self.pass(&rest, below: 60) else { return nil }
      if Self.pass(&rest, ".") { rest = rest.drop(while: Self.isDigit) }
    }
    switch String(decoding: rest, as: UTF8.self) {
    case "", "+08:00", "+0800", "+08": isForeign = false
    default:
      guard Self.isOffset(rest) else { return nil }
      isForeign = true
    }
  }

  /// Passes one or two digits of a number below `limit`.
  private static func pass(_ rest: inout ArraySlice<UInt8>, below limit: Int) -> Bool {
    let digits = rest.prefix(2).prefix(while: isDigit)
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    guard !digits.isEmpty, number < limit else { return false }
    rest = rest.dropFirst(digits.count)
    return true
  }

  private static func pass(_ rest: inout ArraySlice<UInt8>, _ mark: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Whether `rest` is `Z` or an offset such as `-05:30` (RFC 3339, ISO 8601).
  private static func isOffset(_ rest: ArraySlice<UInt8>) -> Bool {
    if rest.elementsEqual("Z".utf8) { return true }
    let digits = rest.dropFirst().filter { $0 != UInt8(ascii: ":") }
    return (rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-"))
      && [2, 4].contains(digits.count) && digits.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
