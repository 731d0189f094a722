import Foundation

/// The cases of `BidiCharacterTest.txt`, which Unicode publishes with UAX #9.
public struct BidiCase: Sendable {
  /// The text.
  public var text: String
  /// The level of its paragraph.
  public var base: UInt8
  /// The level of each character; nothing for those that rule X9 removes.
  public var levels: [UInt8?]
  /// The places of the other characters, from left to right.
  public var order: [Int]
  /// The line's number in the file.
  public var line: Int

  /// Reads all cases from the copy that Debian's `unicode-data` installs.
  public static func all() throws -> [BidiCase] {
    let text = try String(
      contentsOf: URL(filePath: "/usr/share/unicode/BidiCharacterTest.txt"),
      encoding: .utf8
    )
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { number, line in BidiCase(line, number + 1) }
  }

  private init?(_ line: Substring, _ number: Int) {
    guard let first = line.utf8.first, first != UInt8(ascii: "#") else { return nil }
    let fields = line.split(separator: ";")
    guard fields.count == 5, let base = UInt8(fields[2]) else { return nil }
    var scalars = String.UnicodeScalarView()
    for code in fields[0].split(separator: " ") {
      guard let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value) else {
        return nil
      }
      scalars.append(scalar)
    }
    text = String(scalars)
    self.base = base
    levels = fields[3].split(separator: " ").map { UInt8($0) }
    order = fields[4].split(separator: " ").compactMap { Int($0) }
    self.line = number
  }
}
