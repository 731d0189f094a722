/// Pieces of JSON, written as they come (RFC 8259).
enum JSONText {
  /// Returns `text` as a JSON string.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}": result += escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Returns an object of members that are there; values are JSON already.
  static func object(_ members: KeyValuePairs<String, String?>) -> String {
    let given = members.compactMap { key, value in value.map { "\(string(key)):\($0)" } }
    return "{" + given.joined(separator: ",") + "}"
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
