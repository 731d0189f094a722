import Diagnostics
import DocumentTree
import Markdown

/// Returns the dump of the body of a guide, without its head and its indentation.
func body(_ text: String, showsOrigins: Bool = false) -> String {
  shortened(readGuide(text, file: "a.md").0.dump(showsOrigins: showsOrigins))
}

/// Returns the dump of the body of a form, without its head and its indentation.
func form(_ text: String, showsOrigins: Bool = false) -> String {
  shortened(readForm(text, file: "body.md").0.dump(showsOrigins: showsOrigins))
}

/// Returns the complaints about a guide as the terminal prints them.
func guideComplaints(_ text: String) -> [String] {
  readGuide(text, file: "a.md").1.map(\.description)
}

/// Returns code and place of each complaint about a form.
func formComplaints(_ text: String) -> [String] {
  readForm(text, file: "body.md").1.map { "\($0.origin) \($0.code)" }
}

private func shortened(_ dump: String) -> String {
  dump.split(separator: "\n").dropFirst(2).map { String($0.dropFirst(4)) }.joined(separator: "\n")
}
