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
  private(set) var diagnostics: [Diagnostic] = []
  /// The paths in the order of their first use.
  private(set) var paths: [String] = []
  /// The fields whose sums are printed, in the order of their first use.
  private(set) var sums: [String] = []
  /// What the rows of a roster print of each filing or of what became of it.
  private(set) var rowUses: [FieldUse] = []
  /// The field by which the rows of filings are grouped.
  var group: FieldReference?
  /// Whether a filing is at hand: in a document of one filing, or in the rows of a roster.
  var hasFiling: Bool
  /// Whether the table lists all rows with what became of them, and whether such a row is being read.
  var listsOutcomes = false
  var hasResult = false
  /// How many sections over lists are open; in them `item` names the thing at hand.
  var listDepth = 0
  /// Whether the row under the rows of a page is being read.
  var isInPageFoot = false

  init(scope: FormScope, style: PageStyle? = nil) {
    self.scope = scope
    self.style = style
    hasFiling = scope == .filing
  }

  /// Returns what `reference` names, or nothing after a complaint.
  mutating func use(_ reference: FieldReference) -> FieldUse? {
    guard let source = source(of: reference) else { return nil }
    let count = diagnostics.count
    let filter = filter(of: reference, kind: source.kind)
    guard diagnostics.count == count else { return nil }
    if !paths.contains(reference.path) { paths.append(reference.path) }
    if case .sum(let field) = source, !sums.contains(field.path) { sums.append(field.path) }
    let isInRow = scope == .roster && (hasFiling || hasResult) && source.isOfRow
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
    if path == FieldUse.Source.pageCountPath, !reference.isSum { return pageCount(reference) }
    guard let field = FieldCatalogue[path] else {
      complain(
        "form.unknownField",
        reference,
        "没有字段“\(path)”",
        advice: FieldCatalogue.advice(for: path)
      )
      return nil
    }
    if reference.isSum { return sum(of: field, reference) }
    if path == "item" || path.hasPrefix("item."), listDepth == 0 {
      let advice = "请先写“{{#列表字段}}”"
      complain("form.itemOutsideList", reference, "item 只能用在列表字段的分段之内", advice: advice)
      return nil
    }
    if field.needsResult, !hasResult {
      let advice = "请把“\(path)”移到表格“table outcomes”的列中"
      complain("form.fieldOutsideRows", reference, "上传结果的字段只能用在结果列表的列中", advice: advice)
      return nil
    }
    if path == "seq", scope == .filing || !(hasFiling || hasResult) {
      complain("form.fieldOutsideRows", reference, "序号只能用在名册表格的列中")
      return nil
    }
    if path.hasPrefix("roster."), scope == .filing {
      let advice = "请在 form.yaml 中写“scope: roster”，或删去此字段"
      complain("form.rosterField", reference, "只有名册才有汇总字段", advice: advice)
      return nil
    }
    if field.needsFiling, !hasFiling {
      complain(
        "form.fieldOutsideRows",
        reference,
        "名册的表格之外不能引用单条备案的字段",
        advice: "请把“\(path)”移到表格的列中，或改用 roster. 开头的汇总字段"
      )
      return nil
    }
    return .field(field)
  }

  private mutating func pageCount(_ reference: FieldReference) -> FieldUse.Source? {
    if isInPageFoot { return .pageCount }
    let advice = "全部人数请写“{{roster.count}}”"
    complain("form.pageCount", reference, "本页人数只能用在 @pagetotal 一行", advice: advice)
    return nil
  }

  private mutating func sum(of field: Field, _ reference: FieldReference) -> FieldUse.Source? {
    if scope == .filing {
      let advice = "请在 form.yaml 中写“scope: roster”，或删去合计"
      complain("form.sum", reference, "只有名册才有合计", advice: advice)
    } else if hasFiling {
      complain("form.sum", reference, "合计不能用在逐行打印的列中", advice: "请移到 @total 或 @pagetotal 一行")
    } else if field.needsFiling, [.money, .integer].contains(field.kind) {
      return .sum(field)
    } else {
      let expected = "备案中的金额或整数字段，例如 c.wage.monthly"
      complain("form.sum", reference, "“\(field.path)”不能求和", expected: expected)
    }
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
      let near = closestName(to: name, in: names).map { "是否想写“\($0)”？" }
      let advice = near ?? "可用：\(names.joined(separator: "、"))"
      complain("form.unknownFilter", reference, "不认识的过滤器“\(name)”", advice: advice)
      return nil
    }
    if let kind, !filter.kinds.contains(kind) {
      let takes = FieldKind.allCases.filter(filter.kinds.contains).map(\.rawValue)
      complain(
        "form.filterKind",
        reference,
        "过滤器“\(name)”不适用于\(kind.rawValue)字段",
        expected: takes.joined(separator: "或") + "字段"
      )
      return nil
    }
    return filter
  }

  mutating func complain(
    _ code: String,
    _ reference: FieldReference,
    _ message: String,
    expected: String? = nil,
    advice: String? = nil
  ) {
    let (place, found) = (Origin.source(reference.location), reference.description)
    complain(code, at: place, message, found: found, expected: expected, advice: advice)
  }

  mutating func complain(
    _ code: String,
    at place: Origin,
    _ message: String,
    found: String? = nil,
    expected: String? = nil,
    advice: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code,
        .error,
        at: place,
        message,
        found: found,
        expected: expected,
        advice: advice
      )
    )
  }
}

extension FieldUse.Source {
  /// What kind of value there is.
  fileprivate var kind: FieldKind? {
    switch self {
    case .field(let field), .sum(let field): field.kind
    case .pageCount: .integer
    case .filings, .outcomes: nil
    }
  }
}

extension FieldCatalogue {
  /// Returns what to advise to someone who wrote the unknown `path`.
  static func advice(for path: String) -> String {
    let names = suggestions(for: path).map { "“\($0)”" }
    return names.isEmpty ? "用 mingce forms 可查看全部字段" : "是否想写\(names.joined(separator: "或"))？"
  }
}

extension FieldUse.Source {
  /// Whether the value is something that one filing says, or what became of it.
  fileprivate var isOfRow: Bool {
    if case .field(let field) = self { field.needsFiling || field.needsResult } else { false }
  }
}
