public import Calendar
public import Workbooks

extension ImportTemplate {
  /// Returns the empty template as a workbook: the sheet with its lists and notes, and the sheet 注意事项.
  ///
  /// `rows` are written below the headings, each with a text for every column; the other rows hold what the template
  /// puts there. `day` is the only time in the file.
  public func workbook(
    madeOn day: CivilDate,
    rows: [[String]] = []
  ) throws(WorkbookFailure) -> [UInt8] {
    let writer = try WorkbookWriter(madeOn: day)
    try writer.begin(sheet())
    for row in rows { try writer.write(row) }
    if rows.isEmpty, columns.contains(where: { $0.prefill != nil || $0.role == .counter }) {
      for number in 1...Self.preparedRows { try writer.write(prepared(number)) }
    }
    try writer.writeNotes(noteLines, name: "注意事项")
    return try writer.finish()
  }

  /// Returns the rows of a sheet that the system hands out with its own data in it, such as 职员表单; none of others.
  public func rows(from base: BaseRecords) -> [[String]] {
    guard makes == [.wage] else { return [] }
    return base.wageRecords.enumerated().map { index, record in
      numbered(columns.map { $0.text(of: record, a: .wage) }, index + 1)
    }
  }

  /// How many rows have their number, and what the template puts beside it.
  private static let preparedRows = 50

  private func prepared(_ number: Int) -> [String] {
    columns.map { $0.role == .counter ? String(number) : $0.prefill ?? "" }
  }

  /// Returns the plan of the sheet; `withReasons` adds the column 失败原因 where the sheet itself has none.
  func sheet(withReasons: Bool = false) -> WorkbookSheet {
    var described = columns.map(\.described)
    if withReasons, !tellsReasons {
      described.append(WorkbookColumn([Self.reasonHeading], width: 30, note: "不需填写"))
    }
    return WorkbookSheet(
      name: sheetName,
      title: showsTitle ? title : nil,
      columns: described,
      frozenColumns: (columns.firstIndex { $0.field?.hasSuffix(".name") == true } ?? -1) + 1
    )
  }

  private var noteLines: [String] {
    let standing = [
      "一人一行，表头不要改动，行与行之间不要空行。",
      "带*号的栏目必须填写；有下拉列表的栏目请从列表中选择。",
      "证件号码等长数字的单元格已设为文本，请不要改成数字，否则第15位以后会变成0。",
      "需要重复的内容请复制后粘贴，不要拖动单元格的右下角，以免日期、编号逐行加一。",
    ]
    let lines = (standing + notes).enumerated().map { "\($0.offset + 1). \($0.element)" }
    let columns = columns.compactMap(\.explained)
    return ["\(title) 注意事项", ""] + lines + ["", "各栏目的填写要求"] + columns
  }
}

extension ImportColumn {
  /// The column as the writer takes it.
  fileprivate var described: WorkbookColumn {
    var headings = headings
    if isRequired, let last = headings.last, !last.contains("*") {
      headings[headings.count - 1] = last + "*"
    }
    return WorkbookColumn(
      headings,
      width: width,
      note: note,
      choices: offered,
      isRequired: isRequired,
      isHidden: isHidden
    )
  }

  private var offered: [String] {
    switch kind {
    case .choice(let list): list.choices.map(\.label)
    case .flag: ["是", "否"]
    default: []
    }
  }

  /// The line of 注意事项 about the column.
  fileprivate var explained: String? {
    guard role == .value, note != nil || sample != nil else { return nil }
    let parts = [note.map { "\($0)。" }, sample.map { "例：\($0)" }].compactMap { $0 }
    return "\(headings.joined(separator: " > "))：\(parts.joined())"
  }
}
