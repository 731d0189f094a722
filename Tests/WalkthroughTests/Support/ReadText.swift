import Foundation

/// Returns `text` without white space.
func dense(_ text: some StringProtocol) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
}

/// Returns what each page of the PDF at `path` says, in the order of its drawing, without white space.
func pageTexts(ofPDF path: URL) throws -> [String] {
  let folder = path.deletingLastPathComponent()
  let outcome = try Program.tool("pdftotext").run(
    ["-raw", "-enc", "UTF-8", path.path, "-"],
    in: folder
  )
  guard outcome.status == 0, outcome.complaints.isEmpty else { throw ToolFailure(outcome: outcome) }
  return outcome.output.split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast()
    .map { dense($0) }
}

/// Returns what the web page `html` says without its markup and without white space.
func denseText(ofHTML html: Substring) -> String {
  let text = String(html.replacing(/<[^>]*>/, with: ""))
  let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    .reduce(text) { $0.replacing($1.0, with: $1.1) }
  return dense(plain)
}

/// Returns the first place where two texts part, with some text before and behind it.
func parting(_ lhs: String, _ rhs: String) -> String {
  let (left, right) = (Array(lhs), Array(rhs))
  let same = zip(left, right).prefix { $0 == $1 }.count
  let around = { (text: [Character]) in
    String(text[min(max(0, same - 15), text.count)..<min(text.count, same + 25)])
  }
  return "“\(around(left))” and “\(around(right))”"
}

/// A reading tool that did not do its work.
struct ToolFailure: Error {
  var outcome: Program.Outcome
}
