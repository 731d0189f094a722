import Archive
import Diagnostics

extension BagFinding {
  /// What a person is told of it, in the bag `code`.
  func diagnostic(in code: String) -> Diagnostic {
    let (word, message) = told
    return Diagnostic(
      "fixity.\(word)",
      .error,
      "数据包 \(code)：\(message)",
      advice: "请保留原样，从备份恢复这个数据包"
    )
  }

  private var told: (code: String, message: String) {
    switch self {
    case .missing(let path): ("missing", "缺少文件 \(path)")
    case .changed(let path): ("changed", "文件 \(path) 被改动")
    case .added(let path): ("added", "多出文件 \(path)")
    case .unreadable(let path, let reason):
      ("unreadable", "\(path.isEmpty ? "文件夹" : path) 读不出来（\(reason)）")
    case .malformed(let path, let line): ("malformed", "\(path) 第 \(line) 行不是校验值和文件名")
    case .misnamed: ("misnamed", "文书不是这个档号的")
    }
  }
}
