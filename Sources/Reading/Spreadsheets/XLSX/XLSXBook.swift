import Diagnostics

/// An Excel workbook (ECMA-376): where its sheets stand and what their cells point to.
final class XLSXBook {
  let sheets: [SheetInfo]
  let dates: DateSystem
  /// Whether a part outside the cells looks into other files or holds macros; neither is ever followed.
  let hasExternalLinks: Bool
  let strings: SharedStrings
  let formats: NumberFormats
  private let archive: ZipArchive
  private let partNames: [String?]

  private static let mostSheets = 1000

  /// Opens the workbook in `bytes`.
  init(_ bytes: [UInt8]) throws(SpreadsheetFailure) {
    archive = try ZipArchive(bytes)
    let office = try PartNames.relationships(of: "", in: archive)
      .first { $0.type == "officeDocument" }?.target
    let main = office ?? "xl/workbook.xml"
    guard let part = try archive.part(main) else { throw .foreign(Self.kind(of: archive)) }
    let relations = try PartNames.relationships(of: main, in: archive)
    let outline = try WorkbookOutline(part)
    guard !outline.sheets.isEmpty else { throw .damaged(part: main, reason: "里面没有工作表") }
    sheets = outline.sheets.map { SheetInfo(name: $0.name, isHidden: $0.isHidden) }
    partNames = outline.sheets.map { sheet in
      relations.first { $0.id == sheet.relation }?.target
    }
    dates = outline.dates
    hasExternalLinks = archive.names.contains { $0.lowercased().contains("externallinks/") }
    let strings = relations.first { $0.type == "sharedStrings" }?.target
    self.strings = try strings.flatMap(archive.part).map(SharedStrings.init) ?? SharedStrings()
    let styles = relations.first { $0.type == "styles" }?.target
    formats = try styles.flatMap(archive.part).map(NumberFormats.init) ?? NumberFormats()
  }

  /// Opens the part of sheet number `index`.
  func part(ofSheet index: Int) throws(SpreadsheetFailure) -> ZipPart {
    guard let name = partNames[index], let part = try archive.part(name) else {
      throw .damaged(part: sheets[index].name, reason: "找不到这张工作表的内容")
    }
    return part
  }

  private static func kind(of archive: ZipArchive) -> ForeignFile {
    archive.names.first == "mimetype" ? .openDocument : .archive
  }

  /// What the workbook part says.
  private struct WorkbookOutline {
    struct Sheet {
      let name: String
      let isHidden: Bool
      let relation: String
    }

    var sheets: [Sheet] = []
    var dates = DateSystem.from1900

    init(_ part: ZipPart) throws(SpreadsheetFailure) {
      let pull = try XMLPull(part)
      while true {
        let event = try pull.next()
        if event == .finished { return }
        guard event == .start else { continue }
        if pull.name == "workbookPr", pull.flag("date1904") { dates = .from1904 }
        guard pull.name == "sheet" else { continue }
        guard sheets.count < XLSXBook.mostSheets else {
          throw .tooLarge(part: part.name, limit: "\(XLSXBook.mostSheets)张工作表")
        }
        sheets.append(
          Sheet(
            name: pull.attribute("name") ?? "",
            isHidden: ["hidden", "veryHidden"].contains(pull.attribute("state") ?? ""),
            relation: pull.attribute("id") ?? ""
          )
        )
      }
    }
  }
}
