import Diagnostics
import Queries
import Records
import TestSupport
import Testing

/// The filings of a record file in memory.
struct RecordSet {
  var batch: Batch
  var filings: [Filing]

  init(_ json: String) throws {
    var filings: [Filing] = []
    var refused: [String] = []
    let file = try openRecords(ByteSource(name: "记录.json", bytes: Array(json.utf8))) { outcome in
      switch outcome {
      case .accepted(let filing): filings.append(filing)
      case .refused(let rejection): refused += rejection.reasons.map(\.description)
      }
    }
    #expect(refused == [])
    batch = file.batch
    self.filings = filings
  }

  /// Four persons: hired for a term, hired without end, renewed, and one who has left.
  static func sample(profile: String = "CN-JL") throws -> RecordSet {
    var rows = [
      RecordFixtures.filing(3, name: "王芳"), RecordFixtures.filing(1, name: "阿依古丽·买买提"),
      RecordFixtures.filing(2, kind: .renew, name: "张伟"),
      RecordFixtures.filing(4, kind: .terminate, name: "李娜"),
    ]
    rows[0] = rows[0].replacing(#""rostered":false"#, with: #""rostered":true,"remark":"夜班 组长""#)
    rows[2] = rows[2].replacing(#""status":"审核通过""#, with: #""status":"未审核""#)
    return try RecordSet(RecordFixtures.document(rows, profile: profile))
  }

  func subject(_ index: Int, mask: MaskLevel = .whole) -> FieldSubject {
    FieldSubject(batch: batch, filing: filings[index], mask: mask)
  }

  /// Returns the rows, from 1, that meet the conditions.
  func rows(_ texts: String...) throws -> [Int] {
    let (query, diagnostics) = readQuery(texts)
    #expect(diagnostics.map(\.description) == [])
    let sound = try #require(query)
    return filings.indices.filter { sound.holds(for: subject($0)) }.map { $0 + 1 }
  }

  /// Returns the rows, from 1, in an order.
  func order(_ text: String, mask: MaskLevel = .whole) throws -> [Int] {
    let (order, diagnostics) = readListOrder(text)
    #expect(diagnostics.map(\.description) == [])
    let sorter = try ListSorter(try #require(order))
    for index in filings.indices { try sorter.add(subject(index, mask: mask), row: index + 1) }
    return sorter.sorted
  }
}

/// Returns what is said about conditions.
func complaints(_ text: String) -> [String] {
  let (query, diagnostics) = readQuery([text])
  let hasErrors = diagnostics.contains { $0.severity == .error }
  #expect((query == nil) == hasErrors)
  return diagnostics.map(\.description)
}
