import Spreadsheets

/// A workbook of one or more sheets, written out by a test in the XML of its parts.
struct TestWorkbook {
  /// The inside of `<worksheet>` of each sheet.
  var sheets: [String] = []
  /// The attributes of each sheet beside its name.
  var states: [String] = []
  /// The texts that cells share, as XML.
  var strings: [String] = []
  /// The inside of `<styleSheet>`.
  var styles = ""
  /// The inside of `<workbookPr>`.
  var properties = ""
  /// Further entries.
  var others: [(String, String)] = []
  /// What stands before the first element of the sheet.
  var prologue = ""

  init(rows: String) {
    sheets = ["<sheetData>\(rows)</sheetData>"]
  }

  init(sheet: String) {
    sheets = [sheet]
  }

  /// The archive, to which a test may add.
  var archive: TestArchive {
    var archive = TestArchive()
    archive.add("[Content_Types].xml", Array("<Types/>".utf8))
    archive.add("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml", "rId1")]))
    archive.add("xl/workbook.xml", Array(workbook.utf8))
    archive.add("xl/_rels/workbook.xml.rels", relationships(targets))
    for (index, sheet) in sheets.enumerated() {
      let xml = "\(prologue)<worksheet \(Self.main)>\(sheet)</worksheet>"
      archive.add("xl/worksheets/sheet\(index + 1).xml", Array(xml.utf8))
    }
    let shared = strings.map { "<si>\($0)</si>" }.joined()
    archive.add("xl/sharedStrings.xml", Array("<sst \(Self.main)>\(shared)</sst>".utf8))
    archive.add("xl/styles.xml", Array("<styleSheet \(Self.main)>\(styles)</styleSheet>".utf8))
    for (name, text) in others { archive.add(name, Array(text.utf8)) }
    return archive
  }

  /// The bytes of the file.
  var file: [UInt8] { archive.file }

  private static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

  private var workbook: String {
    let names = sheets.indices.map { index in
      let state = states.indices.contains(index) ? states[index] : ""
      return
        "<sheet name=\"表\(index + 1)\" sheetId=\"\(index + 1)\" \(state) r:id=\"rId\(index + 1)\"/>"
    }
    return """
      <workbook \(Self.main) xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
      <workbookPr \(properties)/><sheets>\(names.joined())</sheets></workbook>
      """
  }

  private var targets: [(String, String, String)] {
    sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml", "rId\($0 + 1)") }
      + [("sharedStrings", "sharedStrings.xml", "rS"), ("styles", "styles.xml", "rT")]
  }

  private func relationships(_ list: [(String, String, String)]) -> [UInt8] {
    let entries = list.map { type, target, id in
      "<Relationship Id=\"\(id)\" Type=\"http://x/\(type)\" Target=\"\(target)\"/>"
    }
    return Array("<Relationships>\(entries.joined())</Relationships>".utf8)
  }
}

/// Returns all rows of a sheet of the file in `bytes`.
func rows(of bytes: [UInt8], sheet: Int = 0) throws(SpreadsheetFailure) -> [SheetRow] {
  let book = try Spreadsheet(bytes)
  var rows = try book.rows(ofSheet: sheet)
  var all: [SheetRow] = []
  while let row = try rows.next() { all.append(row) }
  return all
}

/// Returns the values of the cells of a sheet with the inside `rows`.
func values(_ rows: String, _ change: (inout TestWorkbook) -> Void = { _ in }) throws
  -> [[SheetValue]]
{
  var book = TestWorkbook(rows: rows)
  change(&book)
  return try SpreadsheetsTests.rows(of: book.file).map { $0.cells.map(\.value) }
}

/// Returns why the file in `bytes` cannot be read to its end, or nothing.
func failure(_ bytes: [UInt8], sheet: Int = 0) -> SpreadsheetFailure? {
  do throws(SpreadsheetFailure) {
    _ = try rows(of: bytes, sheet: sheet)
    return nil
  } catch {
    return error
  }
}
