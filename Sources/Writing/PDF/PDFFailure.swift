public import Diagnostics
public import Pages

/// Why a file could not be written; a file that failed is not to be used.
public enum PDFFailure: Error {
  /// Could not go on because the sink did not take the bytes.
  case sink(any Error)
  /// Could not embed a font because no subset of it could be made.
  case font(FontID, any Error)
  /// Could not finish because of what the document breaks: all of it, as far as it was written.
  case violations([PDFViolation])
  /// Could not embed a font because its subset lacks a glyph that was shown.
  case incompleteSubset(FontID, GlyphID)
  /// Could not finish because a file needs at least one page (ISO 32000-1 §7.7.3).
  case noPages
  /// Could not go on because the file would have more objects than readers must accept.
  case tooManyObjects(limit: Int)
  /// Could not compress because the compressor had no memory.
  case compression
  /// Could not go on because an earlier call failed.
  case abandoned
}

extension PDFFailure: Worded {
  /// The reason as a Chinese sentence without a full stop.
  public var message: Message {
    switch self {
    case .sink(let error): "PDF 写出失败：\(String(describing: error))"
    case .font(_, let error): "PDF 无法嵌入字体：\(String(describing: error))"
    case .violations(let violations): violations.map(\.message).joined(separator: "；")
    case .incompleteSubset(let font, let glyph): "第 \(font.index) 号字体的子集缺少字形 \(glyph)"
    case .noPages: "PDF 至少应有一页"
    case .tooManyObjects(let limit): "PDF 对象过多，最多 \(limit) 个；请拆分文件"
    case .compression: "内存不足，无法压缩 PDF"
    case .abandoned: "此前已出错，PDF 不能继续写"
    }
  }
}
