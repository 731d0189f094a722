import Diagnostics
import DocumentTree
import Geometry
import Records
import Styling

extension FormChecker {
  /// Returns `table` with every reference looked up, or nothing when its rows cannot be had.
  mutating func table(_ table: Table<FieldReference>) -> Table<FieldUse>? {
    checkRoom(of: table)
    let caption = inlines(table.caption)
    let head = rows(table.head)
    guard let body = tableBody(table.body) else { return nil }
    if case .each(let template) = body, case .lines(let rows) = template.subject.source {
      rowsAbove = rows
    }
    defer { rowsAbove = nil }
    return Table(
      caption: caption,
      columns: table.columns,
      head: head,
      body: body,
      pageFoot: table.pageFoot.flatMap { pageFoot($0, under: body) },
      closing: table.closing,
      unusedRows: table.unusedRows,
      foot: rows(table.foot),
      origin: table.origin
    )
  }

  /// Refuses what the sheet cannot hold or does not tell.
  private mutating func checkRoom(of table: Table<FieldReference>) {
    guard let style else { return }
    let fixed = table.columns.compactMap(\.millimetres).reduce(0, +)
    let isAllFixed = table.columns.allSatisfy { $0.millimetres != nil }
    let width = style.textArea.size.width.millimetres
    if fixed > width || (fixed == width && !isAllFixed) {
      diagnostics.add(
        "form.columnWidth",
        at: table.origin,
        "各列的固定宽度超过了版心",
        found: "\(fixed) mm",
        expected: "不超过 \(width) mm，并给其他各列留下宽度"
      )
    }
    if table.unusedRows != nil, style.table.rowsPerPage == nil {
      let advice: Message = "请在 form.yaml 的 table 中写 rowsPerPage"
      let sentence: Message = "没有写每页行数，不知道一页空几行"
      diagnostics.add("form.rest", at: table.origin, sentence, found: "@rest", advice: advice)
    }
  }

  private mutating func tableBody(_ body: TableBody<FieldReference>) -> TableBody<FieldUse>? {
    switch body {
    case .rows(let rows): return .rows(self.rows(rows))
    case .pulled(let source): return .pulled(source)
    case .each(let template):
      let subject = tableSubject(template.subject)
      let outside = (hasFiling, listDepth, lineList, itemFields)
      switch subject?.source {
      case .filings?: (hasFiling, takesFilings) = (true, true)
      case .outcomes?: hasResult = true
      case .lines(let source)?: lineList = source.list
      case .field(let field)?: (listDepth, itemFields) = (listDepth + 1, field.members)
      default: listDepth += 1
      }
      lineFields = []
      let cells = self.cells(template.cells)
      if case .lines? = subject?.source { lineSources[lineSources.count - 1].fields = lineFields }
      let group = template.group.flatMap { self.group($0, of: subject) }
      (hasFiling, listDepth, lineList, itemFields) = outside
      hasResult = false
      return subject.map { .each(RowTemplate(subject: $0, cells: cells, group: group)) }
    }
  }

  private mutating func tableSubject(_ reference: FieldReference) -> FieldUse? {
    if let list = RecordList(rawValue: reference.path) { return lines(of: list, reference) }
    if let condition = reference.condition {
      let found = "\(condition.path)=\(condition.word)"
      let advice: Message = "备案请在 form.yaml 的 select 中选取"
      complain("form.tableSubject", reference, "只有列表可以选取各行：\(found)", advice: advice)
    }
    if reference.path == "filings" {
      if scope != .roster {
        complain("form.tableSubject", reference, "单人文书没有“filings”可逐行打印")
      }
      return FieldUse(path: "filings", source: .filings)
    }
    if reference.path == "outcomes" {
      if scope != .roster {
        complain("form.tableSubject", reference, "单人文书没有“outcomes”可逐行打印")
      }
      listsOutcomes = true
      return FieldUse(path: "outcomes", source: .outcomes)
    }
    guard reference.path.contains(".") else {
      refuse(rows: reference)
      return nil
    }
    guard let subject = use(reference) else { return nil }
    guard case .field(let field) = subject.source, field.isList else {
      complain("form.tableSubject", reference, "“\(reference.path)”不是列表，不能逐行打印")
      return nil
    }
    return subject
  }

  /// Says that there are no rows of the name; a name without a dot is no field's.
  private mutating func refuse(rows reference: FieldReference) {
    let lists = RecordList.allCases.map(\.rawValue)
    let near: Message? = closestName(to: reference.path, in: ["filings", "outcomes"] + lists)
      .map { "是否想写“\($0)”？" }
    diagnostics.add(
      "form.tableSubject",
      at: .source(reference.location),
      "没有“\(reference.path)”可逐行打印",
      expected: "filings、outcomes，或者列表：\(list: lists)",
      advice: near
    )
  }

  private mutating func lines(of list: RecordList, _ reference: FieldReference) -> FieldUse? {
    if scope != .roster {
      complain("form.tableSubject", reference, "一行一份的文书没有“\(list.rawValue)”可逐行打印")
    }
    // Under a wrong condition the columns are checked all the same.
    let condition = condition(reference.condition, reference, on: list)
    let source = rows(of: list, condition)
    lineSources.append(source)
    return FieldUse(path: reference.path, source: .lines(source))
  }

  /// Rows of one group must follow one another, so that the roster is ordered by the field before all others.
  private mutating func group(_ reference: FieldReference, of subject: FieldUse?) -> FieldUse? {
    guard let use = use(reference), let subject else { return nil }
    guard case .filings = subject.source else {
      complain("form.group", reference, "只有名册的表格（table filings）可以分组")
      return nil
    }
    guard use.filter == nil, case .field(let field) = use.source, field.needsFiling,
      !field.isList
    else {
      let expected: Message = "备案中的一个字段，不带过滤器，例如 c.position"
      complain("form.group", reference, "不能按“\(reference.path)”分组", expected: expected)
      return nil
    }
    if let group, group.path != reference.path {
      let expected: Message = "@group \(group.path)"
      complain("form.group", reference, "一张表单的各个表格只能按同一个字段分组", expected: expected)
      return nil
    }
    group = group ?? reference
    return use
  }

  private mutating func pageFoot(
    _ foot: PageFoot<FieldReference>,
    under body: TableBody<FieldUse>
  ) -> PageFoot<FieldUse>? {
    switch foot {
    case .tallied(let tally): return .tallied(tally)
    case .template(let row):
      if case .each(let template) = body, case .filings = template.subject.source {
        isInPageFoot = true
        defer { isInPageFoot = false }
        return .template(TableRow(cells: cells(row.cells), origin: row.origin))
      }
      diagnostics.add("form.pageTotal", at: row.origin, "只有名册的表格（table filings）有本页小计")
      return nil
    }
  }

  private mutating func rows(_ rows: [TableRow<FieldReference>]) -> [TableRow<FieldUse>] {
    var result: [TableRow<FieldUse>] = []
    for row in rows { result.append(TableRow(cells: cells(row.cells), origin: row.origin)) }
    return result
  }

  private mutating func cells(_ cells: [TableCell<FieldReference>]) -> [TableCell<FieldUse>] {
    var result: [TableCell<FieldUse>] = []
    for cell in cells {
      result.append(
        TableCell(
          content: inlines(cell.content),
          columnSpan: cell.columnSpan,
          rowSpan: cell.rowSpan,
          isHeader: cell.isHeader
        )
      )
    }
    return result
  }
}
