public import Diagnostics

/// A spreadsheet could not be read because it is no such file, is broken, or goes beyond a limit.
public enum SpreadsheetFailure: Error, Sendable, Hashable {
  /// The file is of another kind.
  case foreign(ForeignFile)
  /// A part of the file is broken.
  case damaged(part: String, reason: Message)
  /// A part is far larger than any honest one.
  case tooLarge(part: String, limit: Message)
  /// A part tries something that no spreadsheet needs, such as a document type declaration.
  case forbidden(part: String, what: Message)
  /// Text is in none of the encodings that we know.
  case encoding(line: Int)
  /// There is not enough memory.
  case memory
}

/// Kinds of file that are mistaken for spreadsheets.
public enum ForeignFile: Sendable, Hashable, CaseIterable {
  /// Excel 97.
  case oldExcel
  /// A workbook with a password, which hides in the container of Excel 97.
  case encrypted
  /// OpenDocument.
  case openDocument
  /// A ZIP file of something else.
  case archive
  /// A web page, often saved under the name of a spreadsheet.
  case webPage
  /// PDF.
  case pdf
  /// Nothing at all.
  case empty
  /// Neither text nor workbook.
  case binary
}

extension SpreadsheetFailure {
  /// Returns the failure as a person is told of it.
  public func diagnostic(in file: String) -> Diagnostic {
    let origin = Origin.source(SourceLocation(file: file))
    switch self {
    case .foreign(let kind):
      return Diagnostic("sheet.kind", at: origin, kind.message, advice: kind.advice)
    case .damaged(let part, let reason):
      return Diagnostic(
        "sheet.damaged",
        at: origin,
        "文件已损坏：\(reason)",
        found: "\(part)",
        advice: "请在Excel或者WPS中打开，另存为一份新文件后再试"
      )
    case .tooLarge(let part, let limit):
      return Diagnostic(
        "sheet.tooLarge",
        at: origin,
        "内容过大，没有读取",
        found: "\(part)",
        expected: limit,
        advice: "请只保留要导入的数据，分成几个文件"
      )
    case .forbidden(let part, let what):
      return Diagnostic(
        "sheet.forbidden",
        at: origin,
        "含有不允许的内容：\(what)",
        found: "\(part)",
        advice: "正常的表格不会有这样的内容，请查明文件来源"
      )
    case .encoding(let line):
      return Diagnostic(
        "sheet.encoding",
        at: .source(SourceLocation(file: file, line: line)),
        "文字编码无法识别",
        expected: "UTF-8 或者 GB18030（GBK）",
        advice: "请另存为“CSV UTF-8”或者 .xlsx 后再试"
      )
    case .memory:
      return Diagnostic("sheet.memory", at: origin, "内存不足，没有读取")
    }
  }
}

extension ForeignFile {
  /// What the file is, in a sentence.
  fileprivate var message: Message {
    switch self {
    case .oldExcel: "这是旧版Excel文件（.xls），只改文件名的后缀不起作用"
    case .encrypted: "这个文件设了打开密码，读不出来"
    case .openDocument: "这是OpenDocument文件，不是Excel工作簿"
    case .archive: "这是压缩文件，里面没有Excel工作簿"
    case .webPage: "这是网页，只是用了表格文件的名字"
    case .pdf: "这是PDF文件"
    case .empty: "文件是空的"
    case .binary: "这个文件既不是Excel工作簿，也不是文本"
    }
  }

  fileprivate var advice: Message {
    switch self {
    case .encrypted: "请在Excel或者WPS中取消密码，另存后再试"
    case .oldExcel, .openDocument, .webPage: "请用Excel或者WPS打开，另存为“Excel工作簿（.xlsx）”后再试"
    case .archive, .pdf, .empty, .binary: "请选择 .xlsx 或者 .csv 文件"
    }
  }
}
