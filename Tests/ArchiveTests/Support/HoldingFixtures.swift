import Archive
import Calendar
import Digests
import Foundation
import Testing

/// A document that the text `content` makes up.
func document(_ content: String) -> [UInt8] { Array("%PDF-1.7 \(content)".utf8) }

/// A holding of `document(content)` with one person.
func holding(
  _ content: String,
  person: String = "张示例",
  change: (inout Holding) -> Void = { _ in }
) throws -> Holding {
  let bytes = document(content)
  var holding = Holding(
    digest: Digest(of: bytes),
    title: "劳动合同书",
    day: try #require(CivilDate(iso: "2026-11-20")),
    archivedOn: try #require(CivilDate(iso: "2026-11-26")),
    retention: .permanent,
    fileName: "合同.pdf",
    byteCount: bytes.count
  )
  holding.form = "contract"
  holding.numbers = ["LD-2026-0001"]
  holding.employer = "长春示例精密制造有限公司"
  holding.employerCode = "91220102MA0Y00008L"
  holding.persons = [person]
  change(&holding)
  return holding
}

/// A record of one person.
func record(_ identity: String, name: String = "张示例") -> [UInt8] {
  Array(#"{"documents":[{"fields":{"e.idNumber":"\#(identity)","e.name":"\#(name)"}}]}"#.utf8)
}

/// An index of a test's own in a temporary folder.
final class IndexFolder {
  let index: ArchiveIndex
  let path: String
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "index.sqlite").path
    try ArchiveIndex.create(at: path, salt: "0123456789abcdef").close()
    index = try ArchiveIndex(at: path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Adds a holding with its record.
  func add(_ holding: Holding, record: [UInt8]? = nil) throws {
    try index.add([IndexEntry(holding, records: record.map { [$0] } ?? [], seal: Digest(of: []))])
  }

  /// Adds what a bag tells.
  func add(_ bag: Bag) throws {
    try index.add([IndexEntry(bag.holding, records: bag.records, seal: bag.seal)])
  }

  /// Returns the codes that `query` finds.
  func codes(limit: Int = 100, _ fill: (inout ArchiveQuery) -> Void) throws -> [String] {
    var query = ArchiveQuery()
    fill(&query)
    return try index.find(query, limit: limit).matches.map(\.code)
  }
}
