/// Returns `text` so that HTML reads it as text, between tags as well as inside a quoted attribute.
///
/// Control characters and noncharacters have no place in HTML, not even as references (HTML, § 13.1.4); they
/// become U+FFFD, so that nothing vanishes unseen.
public func escapedHTML(_ text: String) -> String {
  guard TextTraits(of: text).contains(.special) else { return text }
  var result = ""
  result.reserveCapacity(text.utf8.count + 16)
  for scalar in text.unicodeScalars { appendEscaped(scalar, to: &result) }
  return result
}

private func appendEscaped(_ scalar: Unicode.Scalar, to result: inout String) {
  switch scalar {
  case "&": result += "&amp;"
  case "<": result += "&lt;"
  case ">": result += "&gt;"
  case "\"": result += "&quot;"
  case "'": result += "&#39;"
  case "\n", "\t": result.unicodeScalars.append(scalar)
  case "\r": result += "\n"
  case _ where scalar.hasNoPlaceInHTML: result += "\u{FFFD}"
  default: result.unicodeScalars.append(scalar)
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a control character or a noncharacter.
  fileprivate var hasNoPlaceInHTML: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
