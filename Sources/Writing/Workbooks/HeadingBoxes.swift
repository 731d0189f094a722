/// The cells of the headings after equal neighbours have become one.
struct HeadingBoxes {
  struct Box: Equatable {
    let text: String
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
    let isRequired: Bool

    var cellCount: Int { rows.count * columns.count }
  }

  private(set) var boxes: [Box] = []

  init(_ sheet: WorkbookSheet) {
    let depth = sheet.headingDepth
    for (index, column) in sheet.columns.enumerated() {
      for (level, text) in column.headings.enumerated() {
        let isLeaf = level == column.headings.count - 1
        if !isLeaf, index > 0, isSame(sheet.columns[index - 1], column, through: level) { continue }
        let last = isLeaf ? index : lastColumn(of: sheet, from: index, level: level)
        boxes.append(
          Box(
            text: text,
            rows: level...(isLeaf ? depth - 1 : level),
            columns: index...last,
            isRequired: isLeaf && column.isRequired
          )
        )
      }
    }
  }

  /// Returns the last column that stands under the same heading as column `index`.
  private func lastColumn(of sheet: WorkbookSheet, from index: Int, level: Int) -> Int {
    var last = index
    while last + 1 < sheet.columns.count,
      isSame(sheet.columns[last + 1], sheet.columns[index], through: level)
    {
      last += 1
    }
    return last
  }

  private func isSame(_ one: WorkbookColumn, _ other: WorkbookColumn, through level: Int) -> Bool {
    one.headings.count > level + 1
      && one.headings.prefix(level + 1) == other.headings.prefix(level + 1)
  }
}
