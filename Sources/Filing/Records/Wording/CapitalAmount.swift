private let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

extension Money {
  /// The amount in Chinese capitals without the word 人民币, such as 叁仟伍佰元整.
  ///
  /// Follows 《正确填写票据和结算凭证的基本规定》: 整 after 元 and 角, none after 分; zeros inside are read once; 零 stands
  /// before 角 when the yuan end in 0, and before 分 when there are no 角.
  public var capitals: String {
    guard fen != 0 else { return "零元整" }
    let amount = abs(fen)
    let (yuan, jiao, cents) = (amount / 100, amount / 10 % 10, amount % 10)
    var text = (fen < 0 ? "负" : "") + (yuan > 0 ? Self.capitalYuan(yuan) + "元" : "")
    guard jiao > 0 || cents > 0 else { return text + "整" }
    if jiao > 0 {
      text += (yuan > 0 && yuan.isMultiple(of: 10) ? "零" : "") + digits[jiao] + "角"
    } else if yuan > 0 {
      text += "零"
    }
    return text + (cents > 0 ? digits[cents] + "分" : "整")
  }

  private static func capitalYuan(_ yuan: Int) -> String {
    var text = ""
    var isGapOpen = false
    for (power, unit) in [(1_0000_0000_0000, "万亿"), (1_0000_0000, "亿"), (1_0000, "万"), (1, "")] {
      let group = yuan / power % 1_0000
      guard group > 0 else {
        isGapOpen = !text.isEmpty
        continue
      }
      if !text.isEmpty, isGapOpen || group < 1000 { text += "零" }
      text += capitalGroup(group) + unit
      isGapOpen = false
    }
    return text
  }

  private static func capitalGroup(_ group: Int) -> String {
    var text = ""
    var isGapOpen = false
    for (power, unit) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
      let digit = group / power % 10
      guard digit > 0 else {
        isGapOpen = !text.isEmpty
        continue
      }
      text += (isGapOpen ? "零" : "") + digits[digit] + unit
      isGapOpen = false
    }
    return text
  }
}
