/// An XML text in the making, an element a line.
struct XMLText {
  private(set) var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
  private var depth = 0

  mutating func begin(_ name: String, _ attributes: [(String, String)] = []) {
    let spelt = attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
    line("<\(name)\(spelt)>")
    depth += 1
  }

  mutating func end(_ name: String) {
    depth -= 1
    line("</\(name)>")
  }

  mutating func group(_ name: String, _ fill: (inout XMLText) -> Void) {
    begin(name)
    fill(&self)
    end(name)
  }

  /// Adds an element; what is not known has none.
  mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    line("<\(name)>\(escaped(value))</\(name)>")
  }

  private mutating func line(_ line: String) {
    text += String(repeating: "  ", count: depth) + line + "\n"
  }

  /// Returns `value` as character data; what XML 1.0 cannot hold becomes U+FFFD (§2.2).
  private func escaped(_ value: String) -> String {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t": escaped += "&#9;"
      case "\n": escaped += "&#10;"
      case "\r": escaped += "&#13;"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
