import Diagnostics
import Records
import Spreadsheets

@testable import Archive
@testable import JSON

/// Reads bytes as JSON, then as a record file; whatever they are, a value or a complaint must come of it.
func readJSON(_ bytes: [UInt8]) {
  if let reader = JSONReader() {
    do throws(JSONProblem) {
      let tree = try reader.read(bytes)
      for value in 0..<tree.count { _ = tree.pointer(to: value).count + tree.text(of: value).count }
    } catch {
      precondition(error.offset >= 0 && error.offset <= bytes.count)
    }
  }
  do throws(RecordFailure) {
    _ = try openRecords(ByteSource(name: "f", bytes: bytes)) { _ in }
  } catch {}
}

/// Reads bytes at one go and by simdjson, as JSON with some known names: both must say the same of them.
func comparePlainReading(_ bytes: [UInt8]) {
  let names = ["id", "name", "employee", "list", "审核"]
  guard let plain = JSONReader(names: names, maxDepth: 6),
    let thorough = JSONReader(names: names, maxDepth: 6, isThorough: true)
  else { return }
  precondition(reading(of: bytes, plain) == reading(of: bytes, thorough), "the readers differ")
}

private func reading(of bytes: [UInt8], _ reader: JSONReader) -> [String] {
  do throws(JSONProblem) {
    let tree = try reader.read(bytes)
    return ["\(tree.duplicates)"]
      + (0..<tree.count).map { value in
        [
          "\(tree.kind(of: value)) \(tree.offset(of: value))",
          "\(tree.name(of: value)) \(tree.key(of: value)) \(tree.text(of: value))",
          "\(tree.next(after: value)) \((1...5).map { tree.member(UInt8($0), of: value) })",
        ].joined(separator: " ")
      }
  } catch {
    return ["\(error.reason) \(error.offset)"]
  }
}

/// Reads bytes as delimited text.
func readText(_ bytes: [UInt8]) {
  // Bytes of a workbook are another reader's matter.
  guard !bytes.starts(with: [0x50, 0x4B]) else { return }
  readSheets(bytes)
}

/// Reads bytes as a workbook: a whole file where they begin as one, else parts that are put into a sound archive, so that
/// the XML behind checksums is reached.
func readWorkbook(_ bytes: [UInt8]) {
  if bytes.starts(with: [0x50, 0x4B]) { return readSheets(bytes) }
  let parts = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
  let names = [
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
  ]
  var archive = TestArchive()
  for (name, part) in zip(names, parts) { archive.add(name, Array(part), method: 0) }
  if parts.count < 4 { archive.add("xl/workbook.xml", Array(workbook.utf8), method: 0) }
  archive.add("xl/_rels/workbook.xml.rels", Array(relations.utf8), method: 0)
  readSheets(archive.file)
}

private let workbook = "<workbook><sheets><sheet name=\"s\" id=\"a\"/></sheets></workbook>"
private let relations = """
  <Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/>\
  <Relationship Id="b" Type="x/sharedStrings" Target="sharedStrings.xml"/>\
  <Relationship Id="c" Type="x/styles" Target="styles.xml"/></Relationships>
  """

/// Reads every sheet to its end and checks what any reader may rely on.
private func readSheets(_ bytes: [UInt8]) {
  do throws(SpreadsheetFailure) {
    let book = try Spreadsheet(bytes)
    for sheet in book.sheets.indices {
      _ = try book.layout(ofSheet: sheet)
      var rows = try book.rows(ofSheet: sheet)
      var last = 0
      while let row = try rows.next() {
        precondition(row.number > last, "rows go down")
        last = row.number
        precondition(
          zip(row.cells, row.cells.dropFirst()).allSatisfy { $0.column < $1.column },
          "cells go to the right"
        )
      }
    }
  } catch {
    precondition(!error.diagnostic(in: "f").description.isEmpty)
  }
}
