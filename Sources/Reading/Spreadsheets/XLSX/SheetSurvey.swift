import Diagnostics

extension SheetLayout {
  /// Reads what stands around the rows of a sheet, passing over the rows themselves.
  init(of part: ZipPart) throws(SpreadsheetFailure) {
    let pull = try XMLPull(part)
    var merges: [CellRange] = []
    var hidden: [ClosedRange<Int>] = []
    while true {
      let event = try pull.next()
      if event == .finished { break }
      guard event == .start else { continue }
      switch pull.name {
      case "mergeCell":
        guard merges.count < Self.mostMerges else {
          throw .tooLarge(part: part.name, limit: "\(Self.mostMerges)处合并单元格")
        }
        guard let range = pull.attribute("ref").flatMap({ CellRange($0) }) else {
          throw .damaged(part: part.name, reason: "合并单元格的地址有误")
        }
        merges.append(range)
      case "col" where pull.flag("hidden"):
        if let range = Self.columns(pull), hidden.count < CellAddress.limit.columns {
          hidden.append(range)
        }
      default: continue
      }
    }
    self.init(merges: merges, hiddenColumns: hidden)
  }

  private static let mostMerges = 100_000

  private static func columns(_ pull: XMLPull) -> ClosedRange<Int>? {
    guard let first = pull.attribute("min").flatMap({ Int($0) }),
      let last = pull.attribute("max").flatMap({ Int($0) }),
      first >= 1, last >= first, last <= CellAddress.limit.columns
    else { return nil }
    return first...last
  }
}
