extension Int {
  /// The number in Chinese capitals, such as 叁 or 壹拾贰.
  var capitals: String {
    if self == 0 { return "零" }
    return (self < 0 ? "负" : "") + NumeralStyle.capital.words(of: Int(clamping: magnitude))
  }
}

extension Money {
  /// The amount in Chinese capitals without the word 人民币, such as 叁仟伍佰元整.
  ///
  /// Follows 《正确填写票据和结算凭证的基本规定》: 整 after 元 and 角, none after 分; zeros inside are read once; 零 stands
  /// before 角 when the yuan end in 0, and before 分 when there are no 角.
  public var capitals: String {
    guard fen != 0 else { return "零元整" }
    let amount = abs(fen)
    let style = NumeralStyle.capital
    let (yuan, jiao, cents) = (amount / 100, amount / 10 % 10, amount % 10)
    var text = (fen < 0 ? "负" : "") + (yuan > 0 ? style.words(of: yuan) + "元" : "")
    guard jiao > 0 || cents > 0 else { return text + "整" }
    if jiao > 0 {
      text += (yuan > 0 && yuan.isMultiple(of: 10) ? "零" : "") + style.digits[jiao] + "角"
    } else if yuan > 0 {
      text += "零"
    }
    return text + (cents > 0 ? style.digits[cents] + "分" : "整")
  }
}
