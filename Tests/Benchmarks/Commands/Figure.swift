/// Numbers as the tables print them.
enum Figure {
  /// Returns `value` with `places` decimals.
  static func fixed(_ value: Double, _ places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let units = Int((value * Double(scale)).rounded())
    guard places > 0 else { return String(units) }
    let part = String(units % scale)
    return "\(units / scale)." + String(repeating: "0", count: places - part.count) + part
  }

  /// Returns `number` with zeros before it, at least `digits` digits long.
  static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// Returns seconds with as many decimals as are worth reading.
  static func seconds(_ value: Double) -> String { fixed(value, value < 10 ? 3 : 1) }

  /// Returns how many of `count` are done in a second; where cost grows with the number, this falls.
  static func rate(of count: Int?, in seconds: Double) -> String {
    guard let count, seconds > 0 else { return "—" }
    return fixed(Double(count) / seconds, 0)
  }

  /// Returns `part` in hundredths of `whole`.
  static func percent(_ part: Double, of whole: Double) -> String {
    whole > 0 ? fixed(part / whole * 100, 0) + " %" : "—"
  }

  /// Returns the value in the middle.
  static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}
