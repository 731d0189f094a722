import Diagnostics
import DocumentTree
import Records
import Styling

/// Looks up every reference of a form, and complains about each that cannot be printed where it stands.
struct FormChecker {
  let scope: FormScope
  /// The look on paper, where form.yaml could be read.
  let style: PageStyle?
  /// What is wrong.
  var diagnostics: [Diagnostic] = []
  /// The paths in the order of their first use.
  private(set) var paths: [String] = []
  /// The fields in the order of their first use.
  private(set) var fields: [Field] = []
  /// The fields whose sums are printed, in the order of their first use.
  private(set) var sums: [String] = []
  /// The sums over rows of lists that are printed.
  private(set) var listSums: [ListSum] = []
  /// The rows of a list under which the row at hand stands; its sums are theirs.
  var rowsAbove: LineSource?
  /// What the rows of a roster print of each filing or of what became of it.
  private(set) var rowUses: [FieldUse] = []
  /// The field by which the rows of filings are grouped.
  var group: FieldReference?
  /// Whether a filing is at hand: in a document of one filing, or in the rows of a roster.
  var hasFiling: Bool
  /// Whether the table lists all rows with what became of them, and whether such a row is being read.
  var listsOutcomes = false
  var hasResult = false
  /// The list whose row is at hand: in a document of one row, or in the rows of a table.
  var lineList: RecordList?
  /// Which rows of lists the form prints.
  var lineSources: [LineSource] = []
  /// The fields that the table over a list prints which is being read.
  var lineFields: [Field] = []
  /// What filings must say to be chosen.
  private(set) var filingTest: FieldTest?
  /// What rows of one list must say to be chosen, wherever the form prints, counts or adds up any.
  private var lineTest: FieldTest?
  /// Whether the form prints anything of filings, and whether their rows print what a list says.
  var takesFilings: Bool
  private(set) var joinsLists = false
  /// How many sections over lists are open; in them `item` names the thing at hand.
  var listDepth = 0
  /// What may be named of the thing at hand beside what all things have.
  var itemFields: [Field] = []
  /// Whether the row under the rows of a page is being read.
  var isInPageFoot = false

  init(scope: FormScope, style: PageStyle? = nil) {
    self.scope = scope
    self.style = style
    hasFiling = scope == .filing
    takesFilings = scope == .filing
    if case .line(let list) = scope { lineList = list }
  }

  /// Takes notice of what the rows or filings must say to be chosen.
  mutating func begin(where condition: FieldReference?) {
    if case .line(let list) = scope {
      let test = condition.flatMap { self.condition($0.condition, $0, on: list) }
      lineSources.append(LineSource(list: list, conditions: test.map { [$0] } ?? []))
    } else if let condition, let test = condition.condition {
      if let field = FieldCatalogue[test.path], field.needsFiling {
        filingTest = FieldTest(field: field, word: test.word)
      } else if let field = FieldCatalogue[test.path], field.list != nil, scope == .roster {
        lineTest = FieldTest(field: field, word: test.word)
      } else {
        let advice = FieldCatalogue.advice(for: test.path)
        refuse(where: condition, "form.unknownField", "备案没有字段“\(test.path)”", advice)
      }
    }
  }

  /// Complains when form.yaml asks something of rows that the form prints nothing of.
  mutating func end(where condition: FieldReference?) {
    guard let condition, let list = lineTest?.field.list else { return }
    guard !lineSources.contains(where: { $0.list == list }) else { return }
    let advice: Message = "请在正文里写表格“table \(list.rawValue)”，或者删去 select 的 where"
    refuse(where: condition, "form.select", "where 选取\(term: list.label)的各行，但是表单没有列出它们", advice)
  }

  /// Complains about `condition` as form.yaml spells it.
  private mutating func refuse(
    where condition: FieldReference,
    _ code: String,
    _ message: Message,
    _ advice: Message
  ) {
    let found: Message? = condition.condition.map { "\($0.path)=\($0.word)" }
    let place = Origin.source(condition.location)
    diagnostics.add(code, at: place, message, found: found, advice: advice)
  }

  /// Returns the rows of `list` that say what form.yaml and, where there is one, `condition` ask.
  func rows(of list: RecordList, _ condition: FieldTest? = nil) -> LineSource {
    let formTest = lineTest?.field.list == list ? lineTest : nil
    return LineSource(list: list, conditions: [formTest, condition].compactMap { $0 })
  }

  /// Looks up the field of a condition on the rows of `list`.
  mutating func condition(
    _ condition: FieldCondition?,
    _ reference: FieldReference,
    on list: RecordList
  ) -> FieldTest? {
    guard let condition else { return nil }
    if let field = list[condition.path] {
      return FieldTest(field: field, word: condition.word)
    }
    let paths = list.fields.map(\.path)
    let near: Message? = closestName(to: condition.path, in: paths).map { "是否想写“\($0)”？" }
    complain(
      "form.unknownField",
      reference,
      "\(term: list.label)没有字段“\(condition.path)”",
      advice: near
    )
    return nil
  }

  /// Returns what `reference` names, or nothing after a complaint.
  mutating func use(_ reference: FieldReference) -> FieldUse? {
    guard let source = source(of: reference) else { return nil }
    let count = diagnostics.count
    let filter = filter(of: reference, kind: source.kind)
    guard diagnostics.count == count else { return nil }
    if !paths.contains(reference.path) {
      paths.append(reference.path)
      switch source {
      case .field(let field), .values(let field, _): fields.append(field)
      default: break
      }
    }
    if case .field(let field) = source, field.list != nil, field.list == lineList,
      !lineFields.contains(where: { $0.path == field.path })
    {
      lineFields.append(field)
    }
    switch source {
    case .sum(let field) where !sums.contains(field.path): sums.append(field.path)
    case .lineSum(let sum): listSums.append(sum)
    default: break
    }
    let isInRow = scope == .roster && (hasFiling || hasResult) && source.isOfRow
    joinsLists = joinsLists || isInRow && source.list != nil
    if source.isOfRoster { takesFilings = true }
    let use = FieldUse(
      path: reference.path,
      source: source,
      filter: filter,
      appearance: reference.appearance,
      rowPlace: isInRow ? rowUses.count : nil
    )
    if isInRow { rowUses.append(use) }
    return use
  }

  private mutating func source(of reference: FieldReference) -> FieldUse.Source? {
    let path = reference.path
    if path == FieldUse.Source.pageCountPath, reference.measure == .value {
      return pageCount(reference)
    }
    if reference.measure == .count { return count(reference) }
    guard let field = field(path) else {
      complain(
        "form.unknownField",
        reference,
        "没有字段“\(path)”",
        advice: FieldCatalogue.advice(for: path)
      )
      return nil
    }
    if reference.measure == .sum { return sum(of: field, reference) }
    if reference.measure == .values { return values(of: field, reference) }
    if let list = field.list { return lineField(field, of: list, reference) }
    return plainField(field, reference)
  }

  /// Returns `field`, or nothing after a complaint where nobody knows its value.
  private mutating func plainField(_ field: Field, _ reference: FieldReference) -> FieldUse.Source?
  {
    let path = reference.path
    // The things of a list are numbered in any document, rows only where a roster has them.
    let hasRows = scope == .roster && (hasFiling || hasResult || lineList != nil)
    if path == "item" || path.hasPrefix("item."), listDepth == 0 {
      let advice: Message = "请先写“{{#列表字段}}”"
      complain("form.itemOutsideList", reference, "item 只能用在列表字段的分段之内", advice: advice)
    } else if field.needsResult, !hasResult {
      let advice: Message = "请把“\(path)”移到表格“table outcomes”的列中"
      complain("form.fieldOutsideRows", reference, "上传结果的字段只能用在结果列表的列中", advice: advice)
    } else if path == "seq", listDepth == 0, !hasRows {
      complain("form.fieldOutsideRows", reference, "序号只能用在名册表格的列中")
    } else if path.hasPrefix("roster."), scope != .roster {
      let advice: Message = "请在 form.yaml 中写“scope: roster”，或删去此字段"
      complain("form.rosterField", reference, "只有名册才有汇总字段", advice: advice)
    } else if field.needsFiling, !hasFiling {
      complain(
        "form.fieldOutsideRows",
        reference,
        lineList.map { "\(term: $0.label)没有字段“\(path)”" } ?? "名册的表格之外不能引用单条备案的字段",
        advice: lineList == nil
          ? "请把“\(path)”移到表格的列中，或改用 roster. 开头的汇总字段" : "用 mingce forms --fields 可查看全部字段"
      )
    } else {
      return .field(field)
    }
    return nil
  }

  /// Returns the field that `path` names here: what the thing or row at hand says comes before the rest.
  private func field(_ path: String) -> Field? {
    itemFields.first { $0.path == path } ?? lineList?[path] ?? FieldCatalogue[path]
  }

  private mutating func lineField(
    _ field: Field,
    of list: RecordList,
    _ reference: FieldReference
  ) -> FieldUse.Source? {
    if lineList == list || (hasFiling && list.joinsFilings) { return .field(field) }
    complain(
      "form.fieldOutsideRows",
      reference,
      "\(term: list.label)的字段只能用在它的各行里",
      advice: "请把“\(field.path)”移到表格“table \(list.rawValue)”的列中"
    )
    return nil
  }

  private mutating func count(_ reference: FieldReference) -> FieldUse.Source? {
    guard let list = RecordList(rawValue: reference.path) else {
      let lists = RecordList.allCases.map(\.rawValue)
      let near: Message? = closestName(to: reference.path, in: lists).map { "是否想写“\($0)”？" }
      complain(
        "form.tableSubject",
        reference,
        "没有列表“\(reference.path)”",
        advice: near ?? "备案的人数请写“{{roster.count}}”"
      )
      return nil
    }
    let errors = diagnostics.count
    let condition = condition(reference.condition, reference, on: list)
    return diagnostics.count == errors ? .count(rows(of: list, condition)) : nil
  }

  private mutating func pageCount(_ reference: FieldReference) -> FieldUse.Source? {
    if isInPageFoot { return .pageCount }
    let advice: Message = "全部人数请写“{{roster.count}}”"
    complain("form.pageCount", reference, "本页人数只能用在 @pagetotal 一行", advice: advice)
    return nil
  }

  private mutating func sum(of field: Field, _ reference: FieldReference) -> FieldUse.Source? {
    if scope != .roster {
      let advice: Message = "请在 form.yaml 中写“scope: roster”，或删去合计"
      complain("form.sum", reference, "只有名册才有合计", advice: advice)
    } else if hasFiling || lineList != nil {
      complain("form.sum", reference, "合计不能用在逐行打印的列中", advice: "请移到 @total 或 @pagetotal 一行")
    } else if field.needsFiling || field.list != nil, [.money, .integer].contains(field.kind) {
      guard let list = field.list else { return .sum(field) }
      let rows = rowsAbove.flatMap { $0.list == list ? $0 : nil } ?? rows(of: list)
      return .lineSum(ListSum(field: field, rows: rows))
    } else {
      let expected: Message = "备案或列表中的金额或整数字段，例如 c.wage.monthly"
      complain("form.sum", reference, "“\(field.path)”不能求和", expected: expected)
    }
    return nil
  }

  private mutating func values(of field: Field, _ reference: FieldReference) -> FieldUse.Source? {
    if let list = field.list, scope == .roster, lineList == nil, !hasFiling {
      return .values(field, rows(of: list))
    }
    let expected: Message = "列表中的字段，写在表格之外，例如 ic.batchNo"
    complain("form.values", reference, "不能列出“\(field.path)”", expected: expected)
    return nil
  }

  private mutating func filter(of reference: FieldReference, kind: FieldKind?) -> ValueFilter? {
    guard let name = reference.filters.first else { return nil }
    guard reference.filters.count == 1 else {
      complain("form.filters", reference, "一个字段只能用一个过滤器")
      return nil
    }
    guard let filter = ValueFilter(rawValue: name) else {
      let names = ValueFilter.allCases.map(\.rawValue)
      let near: Message? = closestName(to: name, in: names).map { "是否想写“\($0)”？" }
      let advice: Message = near ?? "可用：\(list: names)"
      complain("form.unknownFilter", reference, "不认识的过滤器“\(name)”", advice: advice)
      return nil
    }
    if let kind, !filter.kinds.contains(kind) {
      let takes = FieldKind.allCases.filter(filter.kinds.contains).map {
        Message(term: $0.rawValue)
      }
      complain(
        "form.filterKind",
        reference,
        "过滤器“\(name)”不适用于\(term: kind.rawValue)字段",
        expected: "\(takes.joined(separator: "或"))字段"
      )
      return nil
    }
    return filter
  }

  /// Complains about `reference` where it stands.
  mutating func complain(
    _ code: String,
    _ reference: FieldReference,
    _ message: Message,
    expected: Message? = nil,
    advice: Message? = nil
  ) {
    diagnostics.add(
      code,
      at: .source(reference.location),
      message,
      found: "\(reference)",
      expected: expected,
      advice: advice
    )
  }
}

extension FieldUse.Source {
  /// What kind of value there is.
  fileprivate var kind: FieldKind? {
    switch self {
    case .field(let field), .sum(let field), .values(let field, _): field.kind
    case .lineSum(let sum): sum.field.kind
    case .pageCount, .count: .integer
    case .filings, .outcomes, .lines: nil
    }
  }
}

extension FieldCatalogue {
  /// Returns what to advise to someone who wrote the unknown `path`.
  static func advice(for path: String) -> Message {
    let names = suggestions(for: path).map { "“\($0)”" }
    return names.isEmpty ? "用 mingce forms 可查看全部字段" : "是否想写\(list: names, by: "或")？"
  }
}

extension FieldUse.Source {
  /// Whether the value is something that a row of filings says, what became of it, or a list of the same person.
  fileprivate var isOfRow: Bool {
    guard case .field(let field) = self else { return false }
    return field.needsFiling || field.needsResult || field.list != nil
  }

  /// The list that says the value.
  fileprivate var list: RecordList? {
    if case .field(let field) = self { field.list } else { nil }
  }

  /// Whether the value is one of all filings together.
  fileprivate var isOfRoster: Bool {
    switch self {
    case .field(let field): field.path.hasPrefix("roster.")
    case .sum: true
    default: false
    }
  }
}
