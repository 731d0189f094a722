public import Diagnostics
import DocumentTree
import Geometry
import Records
import Styling

/// Returns what is unlikely to print well or is left unsaid in `form`, though it opens without fault.
///
/// Widths are reckoned without fonts: a digit is half an em wide in every font that forms use.
public func lint(_ form: Form) -> [Diagnostic] {
  form.template.body.flatMap { form.narrowColumns(in: $0) } + form.crowdedPage
    + form.untitledSystems
    + form.unmarkedCopies
    + form.surplusCopyLabels
}

extension Form {
  // MARK: Columns

  fileprivate func narrowColumns(in block: Block<FieldUse>) -> [Diagnostic] {
    switch block {
    case .section(let section): return section.blocks.flatMap(narrowColumns)
    case .table(let table):
      let widths = columnWidths(of: table)
      return table.placedCells.compactMap { place in
        let columns = place.columns.map { widths[$0] }
        guard !columns.contains(nil), let need = need(of: place.cell) else { return nil }
        let room =
          columns.compactMap { $0 }.reduce(0, +) - 2 * style.table.cellPadding.millimetres
        guard need > room else { return nil }
        let path = place.cell.content.flatMap(\.uses).first?.path ?? ""
        let title = table.title(ofColumn: place.columns.lowerBound).map { "“\($0)”" } ?? ""
        return Diagnostic(
          "form.narrowColumn",
          .warning,
          at: table.origin,
          "第\(place.columns.lowerBound + 1)列\(title)（\(path)）放不下最长的内容，会缩得太小或者断开",
          found: "\(rounded(room)) mm",
          expected: "至少 \(rounded(need)) mm",
          advice: "请加宽这一列，宽度从放文字的列匀出；左右的留白（padding）不算在内"
        )
      }
    default: return []
    }
  }

  /// The width of each column in millimetres; nothing where the content decides.
  private func columnWidths(of table: Table<FieldUse>) -> [Double?] {
    let fixed = table.columns.compactMap(\.millimetres).reduce(0, +)
    let shares = table.columns.filter { $0.millimetres == nil }.compactMap(\.share).reduce(0, +)
    let rest = style.textArea.size.width.millimetres - fixed
    // Beside columns that their content measures, nobody knows what is left for shares.
    let isMeasured = table.columns.contains(where: \.isMeasured)
    return table.columns.map { column in
      column.millimetres ?? (isMeasured ? nil : column.share.map { rest * $0 / shares })
    }
  }

  /// The room in millimetres that the longest value of a cell needs at its smallest size; nothing for words, which wrap.
  private func need(of cell: TableCell<FieldUse>) -> Double? {
    guard case .hole(let use)? = cell.only, let digits = use.mostDigits else { return nil }
    return Double(digits) / 2 * style[.tableBody].size.millimetres * style.table.leastScale
  }

  private func rounded(_ millimetres: Double) -> Double { (millimetres * 10).rounded() / 10 }

  // MARK: Pages, titles and copies

  fileprivate var crowdedPage: [Diagnostic] {
    guard let count = style.table.rowsPerPage else { return [] }
    let need =
      style.table.rowHeight.millimetres * Double(count) + style.table.headHeight.millimetres
    let room = style.textArea.size.height.millimetres
    guard need > room else { return [] }
    return [
      Diagnostic(
        "form.crowdedPage",
        .warning,
        "一页放不下 table 中 rowsPerPage 规定的行数",
        found: "\(count) 行，\(rounded(need)) mm",
        expected: "不超过版心的高度 \(rounded(room)) mm",
        advice: "请减少 rowsPerPage，或者改小 rowHeight、上下边距"
      )
    ]
  }

  fileprivate var untitledSystems: [Diagnostic] {
    guard !titles.isEmpty else { return [] }
    let foreign = titles.keys.sorted().filter { code in
      !systems.isEmpty && !systems.contains { $0.rawValue == code }
    }
    let missing = systems.filter { titles[$0.rawValue] == nil }.map(\.rawValue)
    return missing.map { code in
      Diagnostic("form.missingTitle", .note, "“\(code)”没有自己的标题", advice: "将印默认标题“\(defaultTitle)”")
    }
      + foreign.map { code in
        Diagnostic("form.foreignTitle", .warning, "title 中有“\(code)”的标题，systems 中没有这个地区")
      }
  }

  fileprivate var unmarkedCopies: [Diagnostic] {
    let isMany = defaultCopies > 1 || copies.values.contains { $0 > 1 }
    guard isMany, !fieldPaths.contains("copy.label"), !fieldPaths.contains("copy.no") else {
      return []
    }
    let advice: Message = "请在 footer 或正文里写 {{copy.label}}"
    return [Diagnostic("form.unmarkedCopies", .note, "一式几联的表单没有印联次，各联看不出区别", advice: advice)]
  }

  /// Holders of copies that a place does not have.
  fileprivate var surplusCopyLabels: [Diagnostic] {
    let surplus = copyLabels.filter { code, labels in
      labels.count > copies[code] ?? defaultCopies
    }
    return surplus.keys.sorted().map { code in
      let count = copies[code] ?? defaultCopies
      return Diagnostic(
        "form.surplusCopyLabels",
        .warning,
        "“\(code)”在 copyLabels 中的各联比份数（copies）多",
        found: "\(copyLabels[code]?.count ?? 0) 联",
        expected: "不超过 \(count) 联"
      )
    }
  }
}

extension Table<FieldUse> {
  /// The words of the lowest cell of the head over a column; nothing without a head.
  fileprivate func title(ofColumn column: Int) -> String? {
    var titles = [String?](repeating: nil, count: columns.count)
    // How many further rows of the head each column is taken by a cell above.
    var taken = Array(repeating: 0, count: columns.count)
    for row in head {
      var free = columns.indices.filter { taken[$0] == 0 }[...]
      taken = taken.map { max(0, $0 - 1) }
      for cell in row.cells {
        for place in free.prefix(cell.columnSpan) {
          (titles[place], taken[place]) = (cell.words, cell.rowSpan - 1)
        }
        free = free.dropFirst(cell.columnSpan)
      }
    }
    return titles[column].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The cells that hold values, each with the columns that it spans.
  fileprivate var placedCells: [(columns: Range<Int>, cell: TableCell<FieldUse>)] {
    switch body {
    case .each(let template):
      return template.cells.enumerated().map { ($0.offset..<$0.offset + 1, $0.element) }
    case .pulled: return []
    case .rows(let rows):
      var placed: [(columns: Range<Int>, cell: TableCell<FieldUse>)] = []
      // How many further rows each column is taken by a cell above.
      var taken = Array(repeating: 0, count: columns.count)
      for row in rows {
        var free = columns.indices.filter { taken[$0] == 0 }[...]
        taken = taken.map { max(0, $0 - 1) }
        for cell in row.cells {
          let span = free.prefix(cell.columnSpan)
          guard let first = span.first, let last = span.last else { break }
          free = free.dropFirst(span.count)
          for column in first...last { taken[column] = max(taken[column], cell.rowSpan - 1) }
          placed.append((first..<last + 1, cell))
        }
      }
      return placed
    }
  }
}

extension FieldUse {
  /// How many digits the longest value has that cannot be broken; nothing for words.
  fileprivate var mostDigits: Int? {
    guard case .field(let field) = source else { return nil }
    switch (field.kind, filter) {
    case (.date, .compactDate): return 8
    case (.date, .yearAndMonth): return 7
    case (.date, nil): return 10
    // Up to a hundred million yuan, with commas or without.
    case (.money, .grouped): return 13
    case (.money, .wholeYuan): return 8
    case (.money, nil): return 11
    case (.integer, nil): return path == "seq" ? 4 : 2
    default: break
    }
    switch field.personal {
    case .identityNumber: return 18
    case .phone: return 11
    case .account: return 19
    default: return nil
    }
  }
}

extension TableCell<FieldUse> {
  /// The cell's text without its line breaks.
  fileprivate var words: String {
    content.compactMap { if case .text(let text, _) = $0 { text } else { nil } }.joined()
  }
}
