import CXLSXWriter
public import Calendar
import Glibc

/// The owner of a workbook that is being written, sheet by sheet and row by row.
///
/// The same calls give the same bytes: the only time in the file is the day that the caller gives. It belongs to one
/// task, and every sheet is filled before the next is begun.
@safe
public final class WorkbookWriter {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let file: Int32
  private let formats: WorkbookFormats
  /// Whether a row is forgotten once the next is begun.
  private let isLarge: Bool
  private var isClosed = false
  private var names: Set<String> = []
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private var sheetName = ""
  private var row = 0
  private var choiceLists: [[String]] = []

  /// Begins a workbook made on `day`; `isLarge` keeps memory flat for many rows, at the cost of a larger file.
  public init(madeOn day: CivilDate, isLarge: Bool = false) throws(WorkbookFailure) {
    file = mc_memory_file()
    guard file >= 0 else { throw .library("没有内存") }
    var options = unsafe lxw_workbook_options()
    unsafe options.constant_memory = isLarge ? 1 : 0
    guard let opened = unsafe workbook_new_opt("/proc/self/fd/\(file)", &options) else {
      close(file)
      throw .library("没有内存")
    }
    unsafe book = opened
    self.isLarge = isLarge
    formats = unsafe WorkbookFormats(opened)
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = day.secondsSince1970
    unsafe workbook_set_properties(opened, &properties)
  }

  deinit {
    if !isClosed { unsafe lxw_workbook_free(book) }
    close(file)
  }

  /// Begins the next sheet and writes what stands above its rows.
  public func begin(_ plan: WorkbookSheet) throws(WorkbookFailure) {
    try addSheet(plan.name)
    guard let sheet = unsafe sheet else { return }
    for (index, column) in plan.columns.enumerated() {
      var options = lxw_row_col_options()
      options.hidden = column.isHidden ? 1 : 0
      let place = lxw_col_t(index)
      try check(
        unsafe worksheet_set_column_opt(
          sheet,
          place,
          place,
          column.width,
          formats[.text],
          &options
        )
      )
    }
    try writeHead(plan)
    unsafe worksheet_freeze_panes(
      sheet,
      lxw_row_t(plan.firstDataRow),
      lxw_col_t(plan.frozenColumns)
    )
    for (index, column) in plan.columns.enumerated() where !column.choices.isEmpty {
      try offer(column.choices, in: index, of: plan)
    }
    row = plan.firstDataRow
  }

  /// Writes the next row; an empty text leaves its cell empty.
  public func write(_ texts: [String]) throws(WorkbookFailure) {
    for (column, text) in texts.enumerated() where !text.isEmpty {
      try put(text, row: row, column: column, .text)
    }
    row += 1
  }

  /// Writes a sheet of nothing but lines of text, such as 注意事项.
  public func writeNotes(_ lines: [String], name: String) throws(WorkbookFailure) {
    try addSheet(name)
    guard let sheet = unsafe sheet else { return }
    unsafe worksheet_set_column(sheet, 0, 0, 100, nil)
    for (row, line) in lines.enumerated() where !line.isEmpty {
      try put(line, row: row, column: 0, row == 0 ? .title : .note)
    }
  }

  /// Ends the workbook and returns its bytes.
  public func finish() throws(WorkbookFailure) -> [UInt8] {
    try writeChoices()
    isClosed = true
    let status = unsafe workbook_close(book)
    guard status == LXW_NO_ERROR else { throw Self.failure(status) }
    return try contents()
  }

  // MARK: Headings

  private func writeHead(_ plan: WorkbookSheet) throws(WorkbookFailure) {
    let top = plan.title == nil ? 0 : 1
    if let title = plan.title {
      try put(title, row: 0, column: 0, .title)
      if plan.columns.count > 1 { try merge(0...0, 0...(plan.columns.count - 1), title, .title) }
    }
    let boxes = HeadingBoxes(plan).boxes
    for row in 0..<plan.headingDepth {
      for (index, column) in plan.columns.enumerated() {
        let look: CellLook = column.isRequired ? .requiredHead : .head
        try put(headingText(column, row), row: top + row, column: index, look)
      }
      try merge(boxes.filter { $0.rows.lowerBound == row }, top: top)
    }
    for (index, column) in plan.columns.enumerated() {
      guard let note = column.note, let sheet = unsafe sheet else { continue }
      let row = top + max(0, column.headings.count - 1)
      try check(
        unsafe worksheet_write_comment(sheet, lxw_row_t(row), lxw_col_t(index), note)
      )
    }
  }

  /// The heading of `column` in row `row` of the headings, empty below its last.
  private func headingText(_ column: WorkbookColumn, _ row: Int) -> String {
    column.headings.indices.contains(row) ? column.headings[row] : ""
  }

  /// Merges the headings that begin in the row just written.
  ///
  /// A large workbook writes row after row and cannot touch two at once, so its headings are merged sideways only.
  private func merge(_ boxes: [HeadingBoxes.Box], top: Int) throws(WorkbookFailure) {
    for box in boxes where isLarge ? box.columns.count > 1 : box.cellCount > 1 {
      let last = isLarge ? box.rows.lowerBound : box.rows.upperBound
      let rows = (box.rows.lowerBound + top)...(last + top)
      try merge(rows, box.columns, box.text, box.isRequired ? .requiredHead : .head)
    }
  }

  private func merge(
    _ rows: ClosedRange<Int>,
    _ columns: ClosedRange<Int>,
    _ text: String,
    _ look: CellLook
  ) throws(WorkbookFailure) {
    guard let sheet = unsafe sheet else { return }
    try check(
      unsafe worksheet_merge_range(
        sheet,
        lxw_row_t(rows.lowerBound),
        lxw_col_t(columns.lowerBound),
        lxw_row_t(rows.upperBound),
        lxw_col_t(columns.upperBound),
        text,
        formats[look]
      )
    )
  }

  // MARK: Cells

  private func addSheet(_ name: String) throws(WorkbookFailure) {
    let isFit =
      (1...31).contains(name.utf16.count) && !name.contains(where: { "[]:*?/\\".contains($0) })
      && !name.hasPrefix("'") && !name.hasSuffix("'")
    guard isFit, names.insert(name.lowercased()).inserted,
      let added = unsafe workbook_add_worksheet(book, name)
    else { throw .sheetName(name) }
    unsafe sheet = added
    sheetName = name
    row = 0
  }

  private func put(
    _ text: String,
    row: Int,
    column: Int,
    _ look: CellLook
  ) throws(WorkbookFailure) {
    guard let sheet = unsafe sheet, row < 1_048_576 else {
      throw .beyondFormat(sheet: sheetName, row: row + 1)
    }
    let (row, column) = (lxw_row_t(row), lxw_col_t(column))
    if text.isEmpty {
      return try check(unsafe worksheet_write_blank(sheet, row, column, formats[look]))
    }
    try check(unsafe worksheet_write_string(sheet, row, column, text, formats[look]))
  }

  private func check(_ status: lxw_error) throws(WorkbookFailure) {
    switch status {
    case LXW_NO_ERROR: return
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED, LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE:
      throw .beyondFormat(sheet: sheetName, row: row + 1)
    default: throw Self.failure(status)
    }
  }

  private static func failure(_ status: lxw_error) -> WorkbookFailure {
    .library(unsafe String(cString: lxw_strerror(status)))
  }

  // MARK: Lists

  /// Lists longer than the format's 255 characters, or with commas in them, stand on a hidden sheet.
  private func offer(
    _ choices: [String],
    in column: Int,
    of plan: WorkbookSheet
  ) throws(WorkbookFailure) {
    guard let sheet = unsafe sheet else { return }
    if !choiceLists.contains(choices) { choiceLists.append(choices) }
    let list = choiceLists.firstIndex(of: choices) ?? 0
    let letter = String(UnicodeScalar(UInt8(65 + list % 26)))
    let prefix = list < 26 ? "" : String(UnicodeScalar(UInt8(64 + list / 26)))
    let formula = "=\(Self.choiceSheet)!$\(prefix)\(letter)$1:$\(prefix)\(letter)$\(choices.count)"
    let status = unsafe withValidation(choices, formula) { validation in
      unsafe worksheet_data_validation_range(
        sheet,
        lxw_row_t(plan.firstDataRow),
        lxw_col_t(column),
        lxw_row_t(max(plan.lastChoiceRow, plan.firstDataRow + 1) - 1),
        lxw_col_t(column),
        validation
      )
    }
    try check(status)
  }

  private static let choiceSheet = "选项"

  private func withValidation(
    _ choices: [String],
    _ formula: String,
    _ body: (UnsafeMutablePointer<lxw_data_validation>) -> lxw_error
  ) -> lxw_error {
    var texts = ["请从下拉列表中选择。", "选项"]
    texts.insert(formula, at: 0)
    let copies = unsafe texts.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    var validation = unsafe lxw_data_validation()
    unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    unsafe validation.value_formula = copies[0]
    unsafe validation.error_message = copies[1]
    unsafe validation.error_title = copies[2]
    return unsafe body(&validation)
  }

  private func writeChoices() throws(WorkbookFailure) {
    guard !choiceLists.isEmpty else { return }
    try addSheet(Self.choiceSheet)
    let length = choiceLists.map(\.count).max() ?? 0
    for row in 0..<length {
      for (column, list) in choiceLists.enumerated() where row < list.count {
        try put(list[row], row: row, column: column, .text)
      }
    }
    if let sheet = unsafe sheet { unsafe worksheet_hide(sheet) }
  }

  // MARK: Bytes

  private func contents() throws(WorkbookFailure) -> [UInt8] {
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw .library("临时文件无法读取") }
    let count = Int(status.st_size)
    var filled = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
      while filled < count {
        let start = unsafe buffer.baseAddress?.advanced(by: filled)
        let read = unsafe pread(file, start, count - filled, off_t(filled))
        if read < 0, errno == EINTR { continue }
        if read <= 0 { break }
        filled += read
      }
      used = filled
    }
    guard filled == count, count > 0 else { throw .library("临时文件无法读取") }
    return bytes
  }
}

extension CivilDate {
  /// The seconds from 1970 to noon of the day, for the one time stamp that the format asks for.
  fileprivate var secondsSince1970: Int {
    // Years that begin in March put the leap day last.
    let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1
    return (days - 719_468) * 86_400 + 43_200
  }
}
