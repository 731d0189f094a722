public import Diagnostics

/// A row of a list in the head of a record file, as complaints name it.
public struct ListPlace: Sendable, Hashable {
  /// The list.
  public let list: RecordList
  /// Its place in the list, from 1.
  public let row: Int

  /// Creates the place of the row number `row` of `list`.
  public init(_ list: RecordList, _ row: Int) {
    (self.list, self.row) = (list, row)
  }

  /// Reads what `field` writes; nothing where it names no row of a list.
  public init?(field: String) {
    let steps = field.split(separator: "/", omittingEmptySubsequences: false)
    guard steps.count == 2, let list = RecordList(rawValue: String(steps[0])),
      let row = Int(steps[1])
    else { return nil }
    self.init(list, row)
  }

  /// The place where complaints have the path of a field, such as `infoChanges/3`.
  public var field: String { "\(list.rawValue)/\(row)" }

  /// The place in the operator's words, such as 信息变更第3条.
  public var label: Message { "\(term: list.label)第\(row)条" }
}

extension RecordLine {
  /// Where the row stands.
  public var place: ListPlace { ListPlace(list, row) }
}
