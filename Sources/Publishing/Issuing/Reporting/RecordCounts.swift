public import Diagnostics

/// How many rows of a record file can be used, and what else is to be said of it in numbers.
public struct RecordCounts: Sendable, Hashable {
  /// How many rows can be printed.
  public var usable = 0
  /// How many rows are refused.
  public var refused = 0
  /// How many errors there are in the head, its lists and the file as a whole.
  public var fileErrors = 0
  /// How many warnings there are.
  public var warnings = 0

  /// Begins with nothing.
  public init() {}

  /// Whether a row or the file itself holds an error.
  public var hasErrors: Bool { refused > 0 || fileErrors > 0 }

  /// The counts in one line.
  public var line: Message {
    var text: Message = "共 \(usable + refused) 条记录：\(usable) 条可用，\(refused) 条有错误"
    if fileErrors > 0 { text += "；单位信息、列表或者整个文件有 \(fileErrors) 处错误" }
    if warnings > 0 { text += "，另有 \(warnings) 处警告" }
    return text + "。"
  }
}
