import Diagnostics
import Foundation
import Records
import Rules
import Testing

/// What was said of a file of records.
struct Judged {
  /// What was said of each row by reading and by rules, with the verdicts of the whole file.
  var rows: [[Diagnostic]] = []
  /// What was said of the head and of the file as a whole.
  var file: [Diagnostic] = []
}

/// Reads and judges `filings` under `head` by the rules of the house, or of another shelf.
func judge(
  _ filings: [[String: Any]],
  under head: [String: Any],
  by shelf: RuleShelf,
  isUpload: Bool = false,
  files: AttachedFiles = .none
) throws -> Judged {
  var whole = head
  whole["filings"] = filings
  let bytes = try JSONSerialization.data(withJSONObject: whole)
  var judged = Judged()
  var session: (judge: Judge, file: FileJudge)?
  let file = try openRecords(
    ByteSource(name: "记录.json", bytes: Array(bytes)),
    visitWithHead: { outcome, batch in
      if session == nil, let batch {
        let judge = Judge(shelf, for: batch, isUpload: isUpload, files: files)
        session = (judge, FileJudge(judge))
      }
      judged.rows.append(said(outcome, &session))
    }
  )
  judged.file = file.diagnostics
  let judge = Judge(shelf, for: file.batch, isUpload: isUpload)
  let fileJudge = session?.file ?? FileJudge(judge)
  judged.file += judge.headDiagnostics() + fileJudge.finish(file.batch)
  return judged
}

private func said(
  _ outcome: RowOutcome,
  _ session: inout (judge: Judge, file: FileJudge)?
) -> [Diagnostic] {
  switch outcome {
  case .refused(let rejection):
    let verdict = session?.judge.verdict(on: rejection.readings)
    let more = session?.file.findings(on: rejection.readings) ?? []
    return rejection.reasons + (verdict?.diagnostics ?? []) + more
  case .accepted(let filing):
    guard let judge = session?.judge else { return filing.notices }
    let verdict = judge.verdict(on: filing)
    let more = session?.file.take(filing, verdict) ?? []
    return filing.notices + verdict.diagnostics + more
  }
}

extension [Diagnostic] {
  /// The codes with their severities, such as `V-12:E`; notes are left out.
  var marks: [String] {
    filter { $0.severity != .note }.map { "\($0.code):\($0.severity == .error ? "E" : "W")" }
  }
}
