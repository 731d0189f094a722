import Diagnostics
import DocumentTree

/// Splits text at `^…^`, which raises a note's number: 工资^①^, 面积120m^2^.
///
/// A pair of carets raises one to eight characters without white space, as in Pandoc's Markdown; any other caret
/// stands for itself.
func raising<Hole>(_ text: String, _ origin: Origin) -> [Inline<Hole>] {
  guard text.holds(UInt8(ascii: "^")) else { return [.text(text, origin)] }
  var result: [Inline<Hole>] = []
  var rest = text[...]
  var plain = ""
  while let open = rest.firstIndex(of: "^") {
    plain += rest[..<open]
    let inside = rest[rest.index(after: open)...].prefix { $0 != "^" && !$0.isWhitespace }
    if (1...8).contains(inside.count), rest[inside.endIndex...].first == "^" {
      if !plain.isEmpty { result.append(.text(plain, origin)) }
      plain = ""
      result.append(.raised([.text(String(inside), origin)]))
      rest = rest[rest.index(after: inside.endIndex)...]
    } else {
      plain += "^"
      rest = rest[rest.index(after: open)...]
    }
  }
  plain += rest
  if !plain.isEmpty { result.append(.text(plain, origin)) }
  return result
}
