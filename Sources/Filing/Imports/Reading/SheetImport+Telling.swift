import Diagnostics
import Records
import Spreadsheets

/// What is told of rows and columns, in the operator's words.
extension SheetImport {
  /// Returns the place of a row, or of one of its cells.
  func origin(_ row: Int, _ column: Int? = nil) -> Origin {
    let letters = column.map { CellAddress.letters(ofColumn: $0) } ?? ""
    return .cell(CellLocation(file: file, sheet: sheetName, row: row, column: letters))
  }

  /// Returns the place of the cell of `row` from which the field `path` came, or of the row.
  func origin(_ row: Int, field path: String) -> Origin {
    let exact = readers.first { $0.reader.column.field == path }
    let near = exact ?? readers.first { path.hasPrefix(($0.reader.column.field ?? "?") + ".") }
    return origin(row, near?.column)
  }

  mutating func tellHidden(_ row: Int) {
    diagnostics.append(
      Diagnostic(
        "import.hiddenRow",
        .warning,
        at: origin(row),
        "是隐藏的行，已照样读入",
        advice: "如果不该导入，请取消隐藏后删去这一行"
      )
    )
  }

  mutating func tellHidden(column: Int) {
    diagnostics.append(
      Diagnostic(
        "import.hiddenColumn",
        .warning,
        at: origin(match.row, column),
        "是隐藏的列，已照样读入",
        advice: "请取消隐藏后核对"
      )
    )
  }

  var unchecked: Diagnostic {
    Diagnostic(
      "import.unchecked",
      .warning,
      at: .source(SourceLocation(file: base.file)),
      "没有系统中的工资数据（wages），无法核对模板数据与系统是否一致"
    )
  }

  func stray(_ row: SheetRow) -> Diagnostic {
    Diagnostic(
      "import.strayRow",
      at: origin(row.number, row.cells.first { $0.hasContent }?.column),
      "这一行几乎是空的，不像一条记录",
      advice: "请补齐这一行，或者把表格之外的文字移到别的工作表"
    )
  }

  func merged(_ column: ImportColumn, at origin: Origin) -> Diagnostic {
    Diagnostic(
      "import.mergedAcross",
      at: origin,
      "\(column.label)与旁边的列合并成了一格，不能确定内容属于哪一列",
      advice: "请取消合并，分别填写"
    )
  }

  func nothingAsked(_ row: Int) -> Diagnostic {
    Diagnostic(
      "import.nothingAsked",
      at: origin(row),
      "只填了基本信息，没有填写要办的事项",
      advice: "请填写要办理的那一部分，或者删去这一行"
    )
  }

  func noContract(_ row: Int) -> Diagnostic {
    Diagnostic(
      "V-27",
      at: origin(row, field: "e.idNumber"),
      "没有找到此人的劳动合同",
      found: "\(base.file)",
      advice: "请用 --employer 指明含有此人备案的记录文件"
    )
  }

  func otherName(_ name: String, _ other: String, _ row: Int) -> Diagnostic {
    Diagnostic(
      "import.otherName",
      at: origin(row, field: "e.name"),
      "姓名与原备案不一致",
      found: "\(maskedForMessage(name))",
      expected: "\(maskedForMessage(other))",
      advice: "请核对姓名和证件号码"
    )
  }

  func notInSystem(_ number: String, _ row: Int) -> Diagnostic {
    Diagnostic(
      "V-58",
      at: origin(row, field: "w.idNumber"),
      "模板数据与系统不一致，无法导入：系统中没有此人",
      found: "\(maskedForMessage(number))",
      advice: "请重新下载职员表单，只填写“申报工资”一列"
    )
  }

  func otherKey(_ column: ImportColumn, _ found: String, at origin: Origin)
    -> Diagnostic
  {
    Diagnostic(
      "V-58",
      at: origin,
      "模板数据与系统不一致，无法导入：\(column.label)",
      found: "\(maskedForMessage(found))",
      advice: "请重新下载职员表单，只填写“申报工资”一列"
    )
  }

  func dragged(_ run: DraggedColumns.Run) -> Diagnostic {
    let column = template.columns[run.column]
    let place = readers.first { $0.index == run.column }?.column
    return Diagnostic(
      "V-28",
      .warning,
      at: origin(run.rows.lowerBound, place),
      "\(column.label)从第 \(run.rows.lowerBound) 行到第 \(run.rows.upperBound) 行逐行加一，像是拖动填充造成的",
      found: "\(maskedForMessage(run.first)) …… \(maskedForMessage(run.last))",
      advice: "请核对；需要相同的内容时，请复制后粘贴，不要拖动"
    )
  }

  mutating func tellFilled(_ path: String, _ count: Int) {
    // What every row of a sheet is, such as its kind, is no news; what stands in a contract is.
    guard path.hasPrefix("c.") || path.hasPrefix("i."),
      let fill = template.fills.first(where: { $0.field == path })
    else { return }
    let label = Message(term: FieldCatalogue[path]?.label ?? path)
    diagnostics.append(
      Diagnostic(
        "import.filled",
        .note,
        at: .cell(CellLocation(file: file, sheet: sheetName)),
        "“\(label)”有\(count)行没有填写，已按\(fill.source.wording)填入"
      )
    )
  }
}

extension ImportFill.Source {
  fileprivate var wording: Message {
    switch self {
    case .constant(let text): "“\(text)”"
    case .copy(let path), .byPrefix(let path, _): "“\(term: FieldCatalogue[path]?.label ?? path)”"
    }
  }
}
