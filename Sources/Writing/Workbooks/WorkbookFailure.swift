/// A workbook could not be written.
public enum WorkbookFailure: Error, Sendable, Hashable {
  /// The library that writes it gave up for want of memory or of room in the temporary folder; the text is its own.
  case library(String)
  /// A sheet has more rows or longer texts than the format allows.
  case beyondFormat(sheet: String, row: Int)
  /// A sheet's name is empty, too long, repeated or holds one of `[]:*?/\`.
  case sheetName(String)
}

extension WorkbookFailure: CustomStringConvertible {
  /// The reason as a Chinese sentence without a full stop.
  public var description: String {
    switch self {
    case .library(let reason): "工作簿写不下：\(reason)"
    case .beyondFormat(let sheet, let row):
      "工作表“\(sheet)”第\(row)行超出了Excel的限制（1048576行，每格32767个字）"
    case .sheetName(let name): "工作表名称“\(name)”不能用：1至31个字，不重复，不含 [ ] : * ? / \\"
    }
  }
}
