public import Calendar
import Diagnostics
import DocumentTree
import YAML

/// What an edition of a guide changed.
public struct GuideChange: Sendable, Hashable {
  /// The edition, such as 第2版.
  public var edition: String
  /// The day on which it was published.
  public var date: CivilDate
  /// What is new in it.
  public var change: String

  /// Creates an entry of a record of changes.
  public init(edition: String, date: CivilDate, change: String) {
    (self.edition, self.date, self.change) = (edition, date, change)
  }
}

/// Takes the record of changes out of `guide.yaml`; entries that lack anything are complained of and left out.
func guideChanges(from mapping: inout YAMLMapping) -> [GuideChange] {
  var changes: [GuideChange] = []
  for node in mapping.list("changes") ?? [] {
    var entry = YAMLMapping(node)
    let (edition, change) = (entry.requiredText("edition"), entry.requiredText("change"))
    let date = entry.requiredText("date") == nil ? nil : entry.day("date")
    entry.close().forEach { mapping.report($0) }
    guard let edition, let change, let date else { continue }
    changes.append(GuideChange(edition: edition, date: date, change: change))
  }
  return changes
}

extension [GuideChange] {
  /// The record of changes with its heading, as it stands before the contents; nothing where there is none.
  var blocks: [Block<Never>] {
    guard !isEmpty else { return [] }
    let table = Table<Never>(
      columns: [Column(share: 18), Column(share: 24), Column(share: 58)],
      head: [row(["版本", "日期", "修改内容"], isHeader: true)],
      body: .rows(map { row([$0.edition, $0.date.chinese, $0.change]) }),
      origin: .unknown
    )
    return [frontHeading("修订记录", id: "changes"), .table(table)]
  }

  private func row(_ texts: [String], isHeader: Bool = false) -> TableRow<Never> {
    let cells = texts.map {
      TableCell<Never>(content: [.text($0, .unknown)], isHeader: isHeader)
    }
    return TableRow(cells: cells, origin: .unknown)
  }
}
