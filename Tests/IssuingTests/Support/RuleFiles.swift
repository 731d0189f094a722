import Diagnostics
import Foundation
import Issuing
import Records
import Rules
import Testing

/// Returns the shelf of the rule books that the program brings.
func houseShelf() throws -> RuleShelf {
  let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "content/rules")
  let texts = try RuleShelf.fileNames.map { name in
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return RuleText(name: name, text: text, path: name)
  }
  let (shelf, diagnostics) = readRuleShelf(texts)
  #expect(diagnostics.map(\.description) == [])
  return try #require(shelf)
}

/// What a judged file came to.
struct JudgedFile {
  var rows: [JudgedRow] = []
  var diagnostics: [Diagnostic] = []
  var file: RecordFile?
}

/// Reads and judges `text` with so many threads.
func judged(_ text: String, by shelf: RuleShelf, workers: Int) throws -> JudgedFile {
  var result = JudgedFile()
  let source = ByteSource(name: "记录.json", bytes: Array(text.utf8))
  let outcome = try judgeRecords(source, by: shelf, workers: workers) { row, _ in
    result.rows.append(row)
  }
  result.diagnostics = outcome.file.diagnostics + outcome.diagnostics
  result.file = outcome.file
  return result
}

/// Returns the report of a judged file, whole.
func written(
  _ report: some CheckReport,
  _ judged: JudgedFile,
  titles: [String: String] = [:]
) -> String {
  var report = report
  var summary = CheckSummary(file: "记录.json")
  var text = report.begin()
  let rows = judged.rows.map { CheckedRow($0) }
  for row in rows + [CheckedRow(file: judged.diagnostics)] {
    summary.add(row)
    text += report.add(row)
  }
  summary.batch = judged.file?.batch
  return text + report.end(summary, titles: titles)
}
