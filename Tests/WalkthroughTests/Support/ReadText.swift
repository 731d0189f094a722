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
func denseText(ofHTML html: Substring) -> String { dense(plainText(ofHTML: html)) }

/// Returns what the web page `html` says without its markup.
func plainText(ofHTML html: Substring) -> String {
  let text = String(html.replacing(/<[^>]*>/, with: ""))
  return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    .reduce(text) { $0.replacing($1.0, with: $1.1) }
}

/// Returns the documents on the web page `html`, each as it is marked up.
func sheets(ofHTML html: String) -> [Substring] {
  html.matches(of: /<article class="sheet">((?s:.*?))<\/article>/).map(\.output.1)
}

/// Returns what the document `sheet` says, to be read by a person: a block or a row of a table on each line, cells
/// parted by bars, `____` for a blank to write on, `[employer]` for the place of a seal.
func lines(ofSheet sheet: Substring) -> String {
  let marked = sheet.replacing(/<caption(?s:.*?)<\/caption>/, with: "")
    .replacing(/<span class="fill[^"]*"><\/span>/, with: "____")
    .replacing(/<span class="stamp" data-stamp="(\w+)"[^>]*><\/span>/) { "[\($0.output.1)]" }
    .replacing(/<\/t[hd]><t[hd][^>]*>/, with: " | ")
    .replacing(/<\/span><span>/, with: " | ")
  return marked.split(separator: "\n").map { plainText(ofHTML: $0) + "\n" }
    .filter { $0 != "\n" }.joined()
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
