public import Diagnostics

/// Why a form could not be bound.
public enum BindFailure: Error, Sendable, Hashable {
  /// The form named lists all filings in one document.
  case listsAllFilings(form: String)
  /// The form named has a document for each filing.
  case takesOneFiling(form: String)
  /// The rows' values of the field, which is called so, add up to more than can be printed.
  case sumTooLarge(field: String)
}

extension BindFailure: Worded {
  /// The reason in Chinese.
  public var message: Message {
    switch self {
    case .listsAllFilings(let form): "表单“\(form)”是名册，须一次交给它全部备案"
    case .takesOneFiling(let form): "表单“\(form)”是单人文书，须逐条备案打印"
    case .sumTooLarge(let field): "“\(field)”的合计达到一亿亿元，不能打印；请核对各行的金额是否多写了位数"
    }
  }
}
