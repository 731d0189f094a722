/// Judges the logical structure of a file.
struct StructureJudge {
  private(set) var breaches: [Breach] = []
  private let file: ArchivalFile

  init(_ file: ArchivalFile, _ walks: [PageWalk]) {
    self.file = file
    if file.resolved(file.catalog["MarkInfo"])?.dictionary?["Marked"] != .word("true") {
      breaches.append(Breach(.marked, "the catalogue"))
    }
    var breaches: [Breach] = []
    let elements = file.structure { breaches.append($0) }.flatMap(\.line)
    self.breaches += breaches
    guard breaches.isEmpty else { return }
    judgeOwners(elements, walks)
    judgeLinks(elements)
    judgeHeadings(elements)
    judgeNotes(elements)
    for element in elements { judge(element) }
  }

  private mutating func breach(_ clause: ArchivalClause, _ words: String) {
    breaches.append(Breach(clause, words))
  }

  // MARK: Owners

  private mutating func judgeOwners(_ elements: [JudgedElement], _ walks: [PageWalk]) {
    var owners: [StructureContent: [Int]] = [:]
    for element in elements {
      for content in element.contents { owners[content, default: []].append(element.number) }
    }
    let tree = file.parentTree
    for walk in walks {
      let page = walk.page.number
      let key = walk.page.entries["StructParents"]?.integer
      let named = file.resolved(key.flatMap { tree[$0] })?.array ?? []
      for number in walk.contents {
        let owner = owners.removeValue(forKey: .content(page: page, number: number)) ?? []
        let name = number < named.count ? named[number].reference : nil
        if owner.count != 1 || owner.first != name {
          breach(.ownership, "content \(number) of page \(page) belongs to \(owner)")
        }
      }
    }
    for case (.content(let page, let number), let owner) in owners {
      breach(.ownership, "\(owner) has content \(number) of page \(page), which is not there")
    }
  }

  private mutating func judgeLinks(_ elements: [JudgedElement]) {
    var types: [Int: String] = [:]
    var owners: [Int: Int] = [:]
    for element in elements {
      for case .annotation(let number) in element.contents {
        types[number] = element.type
        owners[number] = element.number
      }
    }
    let tree = file.parentTree
    for annotation in file.pages.flatMap({ $0.entries["Annots"]?.array ?? [] }) {
      guard let number = annotation.reference, let entries = file.objects[number]?.dictionary,
        entries["Subtype"]?.name == "Link"
      else { continue }
      let parent = entries["StructParent"]?.integer.flatMap { tree[$0] }?.reference
      if types[number] != "Link" || parent != owners[number] {
        breach(.linkElement, "annotation \(number) stands in \(types[number] ?? "nothing")")
      }
    }
  }

  // MARK: Elements by themselves

  private mutating func judgeHeadings(_ elements: [JudgedElement]) {
    var depth = 0
    for element in elements {
      guard element.type.first == "H", let level = Int(element.type.dropFirst()) else { continue }
      if level > depth + 1 { breach(.headings, "\(element.words) follows depth \(depth)") }
      depth = level
    }
  }

  private mutating func judgeNotes(_ elements: [JudgedElement]) {
    var names: Set<Thing> = []
    for element in elements where element.type == "Note" {
      guard let name = element.entries["ID"], names.insert(name).inserted else {
        breach(.notes, element.words)
        continue
      }
    }
  }

  private mutating func judge(_ element: JudgedElement) {
    if !StructureJudge.types.contains(element.type) {
      breach(.structureTypes, "\(element.words) is not of ISO 32000-1 §14.8.4")
    }
    if element.type == "Figure",
      (element.entries["Alt"]?.text ?? element.entries["ActualText"]?.text ?? "").isEmpty
    {
      breach(.figures, element.words)
    }
    judgeNesting(of: element)
    guard element.type == "Table" else { return }
    judgeHeaders(of: element)
    if let fault = TableTiling(element).fault { breach(.grid, "\(element.words): \(fault)") }
  }

  // MARK: Nesting

  private mutating func judgeNesting(of element: JudgedElement) {
    let allowed = StructureJudge.kids[element.type]
    for kid in element.kids {
      let isAllowed = allowed?.contains(kid.type) ?? true
      let isAtHome = StructureJudge.parents[kid.type]?.contains(element.type) ?? true
      if !isAllowed || !isAtHome { breach(.nesting, "\(kid.words) stands in \(element.words)") }
    }
    if let allowed, element.type != "TOCI", !element.contents.isEmpty {
      breach(.nesting, "\(element.words) holds content beside \(allowed.sorted())")
    }
    guard element.type == "Table" else { return }
    let types = element.kids.map(\.type)
    if types.count(where: { $0 == "THead" }) > 1
      || types.contains("THead") && !types.contains("TBody")
    {
      breach(.nesting, "\(element.words) is made of \(types)")
    }
    let captions = types.indices.filter { types[$0] == "Caption" }
    if captions.count > 1 || captions.contains(where: { ![0, types.count - 1].contains($0) }) {
      breach(.captions, "\(element.words) has them at \(captions)")
    }
  }

  private mutating func judgeHeaders(of table: JudgedElement) {
    for cell in table.line where cell.type == "TH" {
      let scope = cell.attribute("Scope")?.name ?? ""
      if !["Row", "Column", "Both"].contains(scope) { breach(.headers, cell.words) }
    }
  }

  /// The kinds of elements that may stand in those that are made of parts (ISO 14289-1 §7.2, ISO 32000-1 §14.8.4.3).
  private static let kids: [String: Set<String>] = [
    "Table": ["Caption", "THead", "TBody", "TFoot", "TR"], "THead": ["TR"], "TBody": ["TR"],
    "TFoot": ["TR"], "TR": ["TH", "TD"], "L": ["Caption", "L", "LI"], "LI": ["Lbl", "LBody"],
    "TOC": ["Caption", "TOC", "TOCI"], "TOCI": ["Lbl", "NonStruct", "P", "Reference", "TOC"],
  ]

  /// The kinds of elements in which the parts may stand.
  private static let parents: [String: Set<String>] = [
    "THead": ["Table"], "TBody": ["Table"], "TFoot": ["Table"],
    "TR": ["Table", "THead", "TBody", "TFoot"], "TH": ["TR"], "TD": ["TR"], "LI": ["L"],
    "LBody": ["LI"], "TOCI": ["TOC"],
  ]

  /// The standard types (ISO 32000-1 §14.8.4).
  private static let types: Set = [
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference",
    "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure",
    "Formula", "Form",
  ]
}

/// How the cells of a table tile it.
private struct TableTiling {
  /// Why they do not.
  private(set) var fault: String?
  /// The cells that reach down from above: for each column, how many further rows are taken.
  private var taken: [Int] = []

  init(_ table: JudgedElement) {
    let rows = table.line.filter { $0.type == "TR" }
    var columns: Int?
    for (index, row) in rows.enumerated() {
      let width = place(row)
      if width != columns ?? width { fault = fault ?? "row \(index + 1) has \(width) columns" }
      columns = columns ?? width
      taken = taken.map { max(0, $0 - 1) }
    }
    if taken.contains(where: { $0 > 0 }) { fault = fault ?? "a cell reaches below the last row" }
  }

  /// Places the cells of a row and returns how many columns it fills.
  private mutating func place(_ row: JudgedElement) -> Int {
    var column = 0
    for cell in row.kids {
      while column < taken.count, taken[column] > 0 { column += 1 }
      let (columns, rows) = (span(cell, "ColSpan"), span(cell, "RowSpan"))
      for place in column..<column + columns {
        while taken.count <= place { taken.append(0) }
        if taken[place] > 0 { fault = fault ?? "\(cell.words) overlaps another" }
        taken[place] = rows
      }
      column += columns
    }
    while column < taken.count, taken[column] > 0 { column += 1 }
    return column
  }

  private func span(_ cell: JudgedElement, _ name: String) -> Int {
    max(1, cell.attribute(name)?.integer ?? 1)
  }
}
