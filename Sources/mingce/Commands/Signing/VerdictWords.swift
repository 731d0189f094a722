import Calendar
import Certificates
import Diagnostics
import Verification

extension Integrity {
  /// In words.
  var words: Message {
    switch self {
    case .intact: "完好"
    case .changed: "内容在签名以后被改动"
    case .forged: "签名不是证书上的人签的"
    case .weak: "用了不可靠的算法（例如 SHA-1）"
    case .malformed: "签名已经损坏"
    }
  }
}

extension Coverage {
  /// In words.
  var words: Message {
    switch self {
    case .whole: "覆盖整个文件"
    case .revision(let end): "覆盖前 \(end) 字节"
    case .partial: "没有覆盖应当覆盖的内容"
    }
  }
}

extension Trust {
  /// In words.
  var words: Message {
    switch self {
    case .trusted(let root): "可信，根证书“\(root)”"
    case .notAsked: "没有给出根证书（--roots），不知道是否可信"
    case .untrusted(let reason): "不可信，到不了给定的根证书（\(reason)）"
    case .outOfDate: "签名时不在有效期"
    case .weak: "证书用了不可靠的密钥或者算法"
    case .wrongPurpose: "证书不是用来签这个的"
    }
  }
}

extension RevocationVerdict {
  /// In words.
  var words: Message {
    switch self {
    case .good: "没有吊销"
    case .revoked(let time): "已于 \(chinaTime(time)) 吊销"
    case .unknown: "没有是否吊销的信息"
    }
  }
}

extension TimeStampProblem {
  /// In words.
  var words: Message {
    switch self {
    case .broken: "时间戳已经损坏，或者不是这个签名的"
    case .untrusted(let trust): "时间戳的证书\(trust.words)"
    case .revoked: "时间戳的证书已经吊销"
    }
  }
}

extension RevisionChange {
  /// In words.
  var words: Message {
    switch self {
    case .signed(let field): "在 \(field) 处签名（允许）"
    case .validationData: "加入验证数据（允许）"
    case .timeStamp(let field): "加盖文件时间戳 \(field)（允许）"
    case .properties: "更新文件属性（允许）"
    case .page(let number): "第 \(number) 页被改动"
    case .pages: "页面的数目或者次序被改动"
    case .attachment: "附件被改动"
    case .field(let name): "栏目 \(name) 被改动"
    case .entry(let name): "文件目录的 \(name) 被改动"
    case .more: "还有更多改动"
    case .unreadable: "修订无法读取"
    }
  }
}

/// Returns `D:20261126201718+08'00'` as `2026-11-26 20:17:18`; other spellings as they are.
func readable(_ date: String) -> String {
  let digits = Array(date.dropFirst(2).prefix(14))
  guard date.hasPrefix("D:"), digits.count == 14, digits.allSatisfy(\.isNumber) else { return date }
  func part(_ range: Range<Int>) -> String { String(digits[range]) }
  return
    "\(part(0..<4))-\(part(4..<6))-\(part(6..<8)) \(part(8..<10)):\(part(10..<12)):\(part(12..<14))"
}

/// Returns a moment in China's time, `2026-11-26 20:17:18`.
func chinaTime(_ moment: Int) -> String {
  let local = moment + 8 * 3600
  let (days, rest) = (
    Int((Double(local) / 86_400).rounded(.down)), ((local % 86_400) + 86_400) % 86_400
  )
  let day = CivilDate(year: 1970, month: 1, day: 1)?.addingDays(days)
  let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
  return "\(day.map(\.description) ?? "") \(clock.joined(separator: ":"))"
}
