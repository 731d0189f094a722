import Foundation

/// The test data that Unicode publishes with each version, as Debian's `unicode-data` installs it.
///
/// ICU 72 and the package hold the same version of Unicode, 15.0.
enum UnicodeData {
  private static let folder = URL(filePath: "/usr/share/unicode")

  /// One line of `LineBreakTest.txt`: a text and the byte offsets before which a line may end.
  struct LineBreaks: Sendable {
    var text: String
    var offsets: [Int]
    /// The line's number and its comment, which names the characters and the rules.
    var source: String
  }

  /// One line of `NormalizationTest.txt`: five forms of a text, each as UTF-8 bytes.
  struct Forms: Sendable {
    var source, nfc, nfd, nfkc, nfkd: String
    var line: Int
  }

  /// Reads the line-break cases (UAX #14, section 7).
  static func lineBreaks() throws -> [LineBreaks] {
    let file = folder.appending(path: "auxiliary/LineBreakTest.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return lines.enumerated().compactMap { number, line in
      guard !line.hasPrefix("#") else { return nil }
      let parts = line.split(separator: "#", maxSplits: 1)
      var one = LineBreaks(text: "", offsets: [], source: "line \(number + 1): \(parts.last ?? "")")
      for word in parts[0].split(whereSeparator: \.isWhitespace) {
        switch word {
        case "÷": one.offsets.append(one.text.utf8.count)
        case "×": continue
        default: one.text.unicodeScalars += scalars(word)
        }
      }
      return one
    }
  }

  /// Reads the cases of normalisation (UAX #15, section 14).
  static func forms() throws -> [Forms] {
    let data = try unpacked(folder.appending(path: "NormalizationTest.txt.bz2"))
    let lines = String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { number, line in
      guard let first = line.first, first != "#", first != "@" else { return nil }
      let fields = line.split(separator: ";", maxSplits: 5).prefix(5).map(text)
      guard fields.count == 5 else { return nil }
      return Forms(
        source: fields[0],
        nfc: fields[1],
        nfd: fields[2],
        nfkc: fields[3],
        nfkd: fields[4],
        line: number + 1
      )
    }
  }

  private static func unpacked(_ file: URL) throws -> Data {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["bzcat", file.path()]
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return data
  }

  private static func text(_ codes: Substring) -> String {
    var text = ""
    for code in codes.split(separator: " ") { text.unicodeScalars += scalars(code) }
    return text
  }

  private static func scalars(_ code: Substring) -> [Unicode.Scalar] {
    UInt32(code, radix: 16).flatMap(Unicode.Scalar.init).map { [$0] } ?? []
  }
}
