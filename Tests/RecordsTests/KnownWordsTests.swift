import Diagnostics
import TestSupport
import Testing

@testable import Records

/// Values that recur in a file, sound ones and such as something is to be said about.
private let edits: [Edit] = [
  Edit("kind", "\"renew\""), Edit("kind", "\"新签\""), Edit("kind", "\"不知\""), Edit("kind", "\"\""),
  Edit("contractState", "\" 新订\""), Edit("contractState", "\"确定\""), Edit("contractState", "3"),
  Edit("approvedAt", "\"2026-11-19\""), Edit("approvedAt", "\"20261119\""),
  Edit("approvedAt", "\"2026-02-30\""), Edit("approvedAt", "\"1850-01-01\""),
  Edit("approvedAt", "20261119"), Edit("approvedAt", "\"\""),
  Edit("remark", "\"2026-11-19\""), Edit("remark", "\"renew\""), Edit("remark", "\"a\\tb\""),
  Edit("remark", "\"新订\""), Edit("remark", "\"\\u0001\""), Edit("remark", "\"  \""),
  Edit("employee.sex", "\"男\""), Edit("employee.sex", "\"新订\""), Edit("employee.sex", "\"会计\""),
  Edit("contract.position", "\"男\""), Edit("contract.position", "\"paper\""),
  Edit("contract.signMode", "\"会计\""), Edit("contract.signMode", "\"paper\""),
  Edit("contract.insuranceKinds", "[\"110\",\"男\",\"110\"]"), Edit("id", "\"2026-11-19\""),
]

/// What a reader of records is told of a row.
private func told(_ outcome: RowOutcome) -> String {
  var text = ""
  switch outcome {
  case .accepted(let filing): dump(filing, to: &text)
  case .refused(let rejection): dump(rejection, to: &text)
  }
  return text
}

@Test(arguments: 0..<12 as Range<UInt64>)
func whatOtherRowsSaidChangesNothing(_ seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let rows = try (1...40).map { number in
    let changes = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      edits.randomElement(using: &random) ?? edits[0]
    }
    return try row(number, .new, changes)
  }
  let bytes = Array(RecordFixtures.document(rows).utf8)
  var opening = try RecordOpening(ByteSource(name: "记录", bytes: bytes))
  let experienced = try ChunkDecoder()
  while let chunk = try opening.nextChunk() {
    let together = experienced.decode(chunk).outcomes
    #expect(together.count == rows.count)
    for (index, outcome) in together.enumerated() {
      var alone = RowChunk(
        file: chunk.file,
        layout: chunk.layout,
        setting: chunk.setting,
        head: chunk.head,
        firstRow: chunk.firstRow + index
      )
      alone.append(chunk.row(index), at: chunk.rows[index].place)
      let fresh = try #require(try ChunkDecoder().decode(alone).outcomes.first)
      #expect(told(outcome) == told(fresh), "seed \(seed): \(rows[index])")
    }
  }
}
