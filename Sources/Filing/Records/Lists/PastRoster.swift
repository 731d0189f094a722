/// A roster that was made before (已办业务名册), as far as filings are compared with it.
public struct PastRoster: Sendable, Hashable {
  /// Its row in the list.
  public let place: ListPlace
  /// 名册编号.
  public let no: String
  /// 名册类型, such as 新签备案名册; the words are the place's own.
  public let kind: String
  /// The ids of the filings in it, where the file tells them.
  public let filingIDs: [String]

  /// What a row of 已办业务名册 says; nothing of a roster that has been declared void.
  init?(_ line: RecordLine) {
    guard let no = line.text("r.no"), let kind = line.text("r.kind"),
      line.text("r.status") != "已作废"
    else { return nil }
    (place, self.no, self.kind) = (line.place, no, kind)
    filingIDs = if case .list(let ids)? = line.values["r.filingIds"] { ids.map(\.text) } else { [] }
  }
}

extension Batch {
  /// The rosters that the file says were made before.
  public var pastRosters: [PastRoster] { lines[.rosters].compactMap { PastRoster($0) } }
}
