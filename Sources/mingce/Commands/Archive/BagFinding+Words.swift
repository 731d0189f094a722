import Archive
import Diagnostics

extension RegisterFinding {
  /// What a person is told of it.
  var diagnostic: Diagnostic {
    let message: Message =
      switch self {
      case .missing(let number): "销毁清册第 \(number) 册不见了"
      case .unreadable(let number): "销毁清册第 \(number) 册读不出来"
      case .changed(let number): "销毁清册第 \(number) 册被改动"
      }
    return Diagnostic("fixity.register", .error, message, advice: "请保留原样，从备份恢复")
  }
}

extension BagFinding {
  /// What a person is told of it, in the bag `code`.
  func diagnostic(in code: String) -> Diagnostic {
    let (word, message) = told(in: code)
    return Diagnostic(
      word,
      .error,
      message,
      advice: "请保留原样，从备份恢复这个数据包"
    )
  }

  private func told(in bag: String) -> (code: String, message: Message) {
    switch self {
    case .missing(let path): ("fixity.missing", "数据包 \(bag)：缺少文件 \(path)")
    case .changed(let path): ("fixity.changed", "数据包 \(bag)：文件 \(path) 被改动")
    case .added(let path): ("fixity.added", "数据包 \(bag)：多出文件 \(path)")
    case .unreadable(let path, let reason):
      ("fixity.unreadable", "数据包 \(bag)：\(path.isEmpty ? "文件夹" : path) 读不出来（\(reason)）")
    case .malformed(let path, let line):
      ("fixity.malformed", "数据包 \(bag)：\(path) 第 \(line) 行不是校验值和文件名")
    case .misnamed: ("fixity.misnamed", "数据包 \(bag)：文书不是这个档号的")
    }
  }
}
