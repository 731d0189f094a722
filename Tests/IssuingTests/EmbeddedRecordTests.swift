import Forms
import Foundation
import Issuing
import PDFFiles
import TestSupport
import Testing

/// The record inside a file (ISO 19005-3 §6.8).
@Suite struct EmbeddedRecordTests {
  private func printed(
    _ run: FormRun,
    choices: PaperChoices = PaperChoices(),
    writesBehind: Bool = false
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let press = try PDFPress(
      of: run,
      fonts: try TestFonts.library(),
      choices: choices,
      writesBehind: writesBehind
    ) { bytes += $0 }
    try run.forEachBound { bound, _ throws(IssuingFailure) in
      _ = try press.add(bound, style: run.form.style)
    }
    try press.finish()
    return bytes
  }

  private func record(of file: [UInt8]) throws -> [String: Any] {
    let bytes = try #require(try PDFFile(file).record())
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test(arguments: [false, true])
  func aRosterGivesItsRowsBack(writesBehind: Bool) throws {
    let run = try run(try rosterForm(), over: RecordFixtures.batchJSON(rows: 300))
    let file = try printed(run, writesBehind: writesBehind)
    let record = try record(of: file)
    #expect(record.keys.sorted() == ["asOf", "documents", "form", "profile"])
    let documents = try #require(record["documents"] as? [[String: Any]])
    let rows = try #require(documents[0]["rows"] as? [[String: String]])
    #expect(documents.count == 1 && rows.count == 300)
    #expect(rows.allSatisfy { $0.keys.sorted() == ["e.name", "f.id"] })
    #expect(try PDFFile(file).selfDescription().form == ["form": "test", "edition": "1"])
  }

  @Test func aBatchHasARecordForEachDocument() throws {
    let run = try run(try letterForm(), over: RecordFixtures.batchJSON(rows: 12))
    let documents = try #require(try record(of: try printed(run))["documents"] as? [[String: Any]])
    #expect(documents.count == 12)
    for document in documents {
      let fields = try #require(document["fields"] as? [String: String])
      #expect(fields.keys.sorted() == ["e.name", "form.title"])
    }
  }

  @Test func theRecordIsCanonical() throws {
    let run = try run(try rosterForm(), over: RecordFixtures.batchJSON(rows: 3))
    let bytes = try #require(try PDFFile(try printed(run)).record())
    let object = try JSONSerialization.jsonObject(with: Data(bytes))
    let again = try JSONSerialization.data(
      withJSONObject: object,
      options: [.sortedKeys, .withoutEscapingSlashes]
    )
    #expect(Array(again) == bytes)
  }

  @Test func aNumberedRosterSaysItsNumber() throws {
    let run = try run(try rosterForm(), over: RecordFixtures.batchJSON(rows: 3))
      .numbered("吉-2026-0001", check: "0123456789abcdef")
    let file = try printed(run)
    #expect(try record(of: file)["number"] as? String == "吉-2026-0001")
    #expect(try PDFFile(file).selfDescription().form["number"] == "吉-2026-0001")
  }

  @Test func aFileForOthersCarriesNothing() throws {
    let run = try run(try rosterForm(), over: RecordFixtures.batchJSON(rows: 3))
    let file = try printed(run, choices: PaperChoices(embedsRecord: false))
    #expect(try PDFFile(file).record() == nil)
    #expect(!file.contains(Array("mingce-record.json".utf8)))
  }

  @Test func aPlainFileIsSmallerAndClaimsNothing() throws {
    let run = try run(try rosterForm(), over: RecordFixtures.batchJSON(rows: 30))
    let archival = try printed(run)
    let plain = try printed(run, choices: PaperChoices(isArchival: false))
    #expect(plain.count < archival.count)
    #expect(archival.contains(Array("<pdfaid:part>3</pdfaid:part>".utf8)))
    #expect(!plain.contains(Array("pdfaid:part".utf8)))
    #expect(try PDFFile(plain).record() == PDFFile(archival).record())
  }
}
