import Spreadsheets

/// Which columns of a sheet are which columns of a template.
struct HeadingMatch {
  /// The row of the lowest headings.
  let row: Int
  /// For each column of the sheet that is known, the index of the template's column.
  let columns: [Int: Int]
  /// The columns that the template does not know, with their headings.
  let strangers: [(column: Int, heading: String)]
  /// The template's columns that the sheet has twice, by their indexes, with the second place.
  let repeated: [(index: Int, column: Int)]

  /// Finds the row whose headings fit the template best; nothing when hardly any fits.
  static func best(of head: SheetHead, for template: ImportTemplate) -> HeadingMatch? {
    var best: HeadingMatch?
    for row in 1...max(1, head.lastRow) {
      let match = HeadingMatch(head, row: row, template)
      if match.columns.count > best?.columns.count ?? 1 { best = match }
    }
    return best
  }

  /// The template's columns that the sheet lacks, by their indexes.
  func missing(from template: ImportTemplate) -> [Int] {
    let found = Set(columns.values)
    return template.columns.indices.filter { !found.contains($0) }
  }

  /// Whether every column that must be filled is there.
  func holdsAllRequired(of template: ImportTemplate) -> Bool {
    missing(from: template).allSatisfy { !template.columns[$0].isRequired }
  }

  private init(_ head: SheetHead, row: Int, _ template: ImportTemplate) {
    self.row = row
    var columns: [Int: Int] = [:]
    var strangers: [(column: Int, heading: String)] = []
    var repeated: [(index: Int, column: Int)] = []
    var taken: Set<Int> = []
    let depth = min(template.headingDepth, row)
    for (column, texts) in head.headings(lowest: row, depth: depth) {
      let known = template.known(texts)
      if let free = known.first(where: { !taken.contains($0) }) {
        columns[column] = free
        taken.insert(free)
      } else if let twice = known.first {
        repeated.append((twice, column))
      } else if texts.last != ImportTemplate.reasonHeading {
        strangers.append((column, texts.last ?? ""))
      }
    }
    self.columns = columns
    self.strangers = strangers
    self.repeated = repeated
  }
}

extension ImportTemplate {
  /// Returns the columns that headings from the uppermost down may mean, the likeliest first.
  fileprivate func known(_ texts: [String]) -> [Int] {
    let found = texts.map(HeadingText.init)
    guard let leaf = found.last else { return [] }
    let groups = found.dropLast()
    let ranked = columns.enumerated().compactMap { index, column in
      column.rank(leaf, under: Array(groups)).map { (rank: $0, index: index) }
    }
    guard let best = ranked.map(\.rank).max() else { return [] }
    return ranked.filter { $0.rank == best }.map(\.index)
  }
}

extension ImportColumn {
  /// Returns how well headings fit the column, or nothing when they do not.
  fileprivate func rank(_ leaf: HeadingText, under groups: [HeadingText]) -> Int? {
    let names = ([label] + aliases).map(HeadingText.init)
    var rank: Int
    if names.contains(where: { $0.full == leaf.full }) {
      rank = 2
    } else if names.contains(where: { $0.bare == leaf.bare }) {
      rank = 1
    } else {
      return nil
    }
    let own = headings.dropLast().map { HeadingText($0).bare }
    guard let group = groups.last?.bare, let ownGroup = own.last else { return rank }
    // A known heading in a band of another name may be another thing, but a band may also be worded differently.
    rank += group == ownGroup ? 4 : 0
    return rank
  }
}
