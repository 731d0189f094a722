public import Diagnostics

/// Why the portal could not be built.
public enum SiteFailure: Error, Hashable {
  /// Could not build the portal because the theme lacks a template it needs.
  case templateMissing(name: String, theme: String)
  /// Could not build the portal because a template of the theme is not well formed.
  case templateUnreadable(name: String, theme: String, reason: String)
  /// Could not build the portal because a page asks for rows that cannot be had.
  case rowsUnavailable(page: String, reason: String)
}

extension SiteFailure: Worded {
  /// The failure as one Chinese sentence.
  public var message: Message {
    switch self {
    case .templateMissing(let name, let theme):
      "无法生成门户：主题“\(theme)”缺少模板“\(name)”，请恢复这个文件"
    case .templateUnreadable(let name, let theme, let reason):
      "无法生成门户：主题“\(theme)”的模板“\(name)”有语法错误（\(reason)），请检查标签是否成对"
    case .rowsUnavailable(let page, let reason):
      "无法生成门户：页面“\(page)”的表格读不出来（\(reason)）"
    }
  }
}
