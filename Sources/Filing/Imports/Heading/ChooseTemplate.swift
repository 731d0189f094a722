public import Diagnostics
import Records
public import Spreadsheets

/// Finds the sheet of `book` that fills one of `templates`; a sheet or a template may be asked for by name.
///
/// Without names, the visible sheet whose headings fit a template best is taken: what somebody has hidden may be an old
/// state, and is read only when it is asked for by name. Nothing with a reason when none fits or several fit alike.
public func chooseSheet(
  of book: Spreadsheet,
  file: String,
  among templates: [ImportTemplate],
  sheetName: String? = nil
) throws(SpreadsheetFailure) -> (MatchedSheet?, [Diagnostic]) {
  let chooser = SheetChooser(book: book, file: file, templates: templates, sheetName: sheetName)
  return try chooser.choose()
}

private struct SheetChooser {
  let book: Spreadsheet
  let file: String
  let templates: [ImportTemplate]
  let sheetName: String?

  func choose() throws(SpreadsheetFailure) -> (MatchedSheet?, [Diagnostic]) {
    let wanted = book.sheets.indices.filter { index in
      sheetName.map { book.sheets[index].name == $0 } ?? !book.sheets[index].isHidden
    }
    guard !wanted.isEmpty else { return (nil, [noSuchSheet]) }
    let found = try candidates(among: wanted)
    let likeliest = found.max { $0.score < $1.score }
    guard let best = likeliest, best.score.isWhole || templates.count == 1 else {
      if let hidden = try hiddenFit() { return (nil, [hidden]) }
      guard let likeliest, likeliest.score.isNear else { return (nil, [nothingFits]) }
      return (nil, complaints(of: likeliest.sheet))
    }
    let alike = found.filter { $0.score == best.score }
    guard alike.count == 1 else { return (nil, [ambiguous(alike.map(\.sheet))]) }
    let complaints = complaints(of: best.sheet)
    return (complaints.contains { $0.severity == .error } ? nil : best.sheet, complaints)
  }

  private typealias Candidate = (score: Score, sheet: MatchedSheet)

  /// Returns the sheets at `indices` with every template that any of their headings fit.
  private func candidates(among indices: [Int]) throws(SpreadsheetFailure) -> [Candidate] {
    var found: [Candidate] = []
    for index in indices {
      let layout = try book.layout(ofSheet: index)
      let head = try SheetHead(book, sheet: index, layout: layout)
      for template in templates {
        guard let match = HeadingMatch.best(of: head, for: template) else { continue }
        let sheet = MatchedSheet(template: template, sheet: index, match: match, layout: layout)
        found.append((Score(match, template), sheet))
      }
    }
    return found
  }

  /// Says which hidden sheet would have fitted, where no sheet was asked for by name.
  private func hiddenFit() throws(SpreadsheetFailure) -> Diagnostic? {
    guard sheetName == nil else { return nil }
    let hidden = book.sheets.indices.filter { book.sheets[$0].isHidden }
    let fits = try candidates(among: hidden).filter(\.score.isWhole)
    guard let best = fits.max(by: { $0.score < $1.score }) else { return nil }
    let name = book.sheets[best.sheet.sheet].name
    return Diagnostic(
      "import.hiddenSheet",
      at: heading(of: best.sheet),
      "表头符合模板“\(best.sheet.template.name)”的工作表“\(name)”是隐藏的，没有读取",
      advice: "确实要导入的，在表格软件里取消隐藏，或者用 --sheet \(name) 指明"
    )
  }

  /// How well headings fit: all that must be filled, then as many as possible, then few strangers and gaps.
  private struct Score: Comparable {
    let isWhole: Bool
    /// Whether more than half of the columns are there, so that no other sheet can be meant.
    let isNear: Bool
    let known: Int
    let strange: Int

    init(_ match: HeadingMatch, _ template: ImportTemplate) {
      isWhole = match.holdsAllRequired(of: template)
      isNear = 2 * match.columns.count > template.columns.count
      known = match.columns.count
      strange = match.strangers.count + match.missing(from: template).count
    }

    static func < (one: Score, other: Score) -> Bool {
      (one.isWhole ? 1 : 0, one.known, -one.strange)
        < (other.isWhole ? 1 : 0, other.known, -other.strange)
    }
  }

  // MARK: Complaints

  private func complaints(of sheet: MatchedSheet) -> [Diagnostic] {
    missingColumns(of: sheet) + strangeColumns(of: sheet) + repeatedColumns(of: sheet)
  }

  private func missingColumns(of sheet: MatchedSheet) -> [Diagnostic] {
    let template = sheet.template
    let columns = sheet.match.missing(from: template).map { template.columns[$0] }
    return columns.filter { $0.role == .value }.map { column in
      Diagnostic(
        "import.missingColumn",
        column.isRequired ? .error : .warning,
        at: heading(of: sheet),
        "缺少“\(column.label)”一列",
        advice: column.isRequired ? "请用 mingce template \(template.name) 取得完整的模板" : nil
      )
    }
  }

  private func strangeColumns(of sheet: MatchedSheet) -> [Diagnostic] {
    sheet.match.strangers.map { column, text in
      let near = closestName(to: text, in: sheet.template.columns.map(\.label))
      return Diagnostic(
        "import.strangeColumn",
        .warning,
        at: heading(of: sheet, column),
        "多出的“\(maskedForMessage(text))”一列没有读取",
        advice: near.map { "是否想写“\($0)”？" }
      )
    }
  }

  private func repeatedColumns(of sheet: MatchedSheet) -> [Diagnostic] {
    sheet.match.repeated.map { index, column in
      Diagnostic(
        "import.repeatedColumn",
        at: heading(of: sheet, column),
        "“\(sheet.template.columns[index].label)”出现了两列，不能确定以哪一列为准",
        advice: "请删去多余的一列"
      )
    }
  }

  /// The place of the row of headings, or of its cell in `column`.
  private func heading(of sheet: MatchedSheet, _ column: Int? = nil) -> Origin {
    let letters = column.map { CellAddress.letters(ofColumn: $0) } ?? ""
    let name = book.sheets[sheet.sheet].name
    return .cell(CellLocation(file: file, sheet: name, row: sheet.match.row, column: letters))
  }

  private var noSuchSheet: Diagnostic {
    let names = book.sheets.map { "“\($0.name)”\($0.isHidden ? "（隐藏）" : "" as Message)" as Message }
    return Diagnostic(
      "import.sheet",
      at: .source(SourceLocation(file: file)),
      sheetName.map { "没有名为“\($0)”的工作表" } ?? "所有工作表都是隐藏的",
      advice: "现有工作表：\(names.joined(separator: "、"))；可用 --sheet 指明"
    )
  }

  private var nothingFits: Diagnostic {
    Diagnostic(
      "import.unknownSheet",
      at: .source(SourceLocation(file: file)),
      templates.count == 1 ? "表头与模板“\(templates[0].name)”不符" : "表头与任何一种导入模板都不符",
      advice: "请核对表头，或者用 --template 指明模板；mingce template 列出全部模板"
    )
  }

  private func ambiguous(_ sheets: [MatchedSheet]) -> Diagnostic {
    let names = sheets.map { sheet -> Message in
      let tab = book.sheets[sheet.sheet].name
      return tab.isEmpty
        ? Message(value: sheet.template.name) : "\(tab)（\(sheet.template.name)）"
    }
    return Diagnostic(
      "import.ambiguous",
      at: .source(SourceLocation(file: file)),
      "有几种读法，不能确定是哪一种",
      found: names.joined(separator: "、"),
      advice: "请用 --template 指明模板，用 --sheet 指明工作表"
    )
  }
}
