public import Diagnostics
public import Pages

/// Why a file could not be written; a file that failed is not to be used.
public enum PDFFailure: Error {
  /// Could not go on because the sink did not take the bytes.
  case sink(any Error)
  /// Could not embed a font because no subset of it could be made.
  case font(FontID, any Error)
  /// Could not show a text because one of its glyphs is number 0, which draws nothing or a box.
  case missingGlyph(FontID, text: String, source: Origin)
  /// Could not embed a font because its subset lacks a glyph that was shown.
  case incompleteSubset(FontID, GlyphID)
  /// Could not finish because a file needs at least one page (ISO 32000-1 §7.7.3).
  case noPages
  /// Could not add a page because its sides, here in points, are not 3 to 14,400 units (ISO 32000-1 annex C).
  case pageSize(width: Double, height: Double)
  /// Could not write a string or name because it is longer than readers must accept.
  case tooLong(LongThing, bytes: Int, limit: Int)
  /// Could not go on because the file would have more objects than readers must accept.
  case tooManyObjects(limit: Int)
  /// Could not finish because a link leads to a heading that its document does not have.
  case danglingLink(String)
  /// Could not finish because two headings of a document have the same anchor.
  case duplicateDestination(String)
  /// Could not leave room for a signature because no page has the place of that name.
  case noSignaturePlace(String)
  /// Could not compress because the compressor had no memory.
  case compression
  /// Could not go on because an earlier call failed.
  case abandoned

  /// What may be too long.
  public enum LongThing: Sendable, Hashable {
    /// A string, such as a title or a link's address.
    case string
    /// A name, such as that of a font.
    case name
  }
}

extension PDFFailure: CustomStringConvertible {
  /// The reason as a Chinese sentence without a full stop.
  public var description: String {
    switch self {
    case .sink(let error): "PDF 写出失败：\(error)"
    case .font(_, let error): "PDF 无法嵌入字体：\(error)"
    case .missingGlyph(_, let text, let source):
      "PDF 中的文字缺少字形：“\(text)”\(source.description.isEmpty ? "" : "（\(source)）")"
    case .incompleteSubset(let font, let glyph): "第 \(font.index) 号字体的子集缺少字形 \(glyph)"
    case .noPages: "PDF 至少应有一页"
    case .pageSize(let width, let height): "页面尺寸 \(width) × \(height) 点超出 PDF 允许的范围（3 至 14400 点）"
    case .tooLong(.string, let bytes, let limit): "PDF 字符串过长：\(bytes) 字节，最多 \(limit) 字节"
    case .tooLong(.name, let bytes, let limit): "PDF 名称过长：\(bytes) 字节，最多 \(limit) 字节"
    case .tooManyObjects(let limit): "PDF 对象过多，最多 \(limit) 个；请拆分文件"
    case .danglingLink(let id): "链接 #\(id) 没有对应的标题"
    case .duplicateDestination(let id): "标题锚点 \(id) 重复"
    case .noSignaturePlace(let name): "没有名为 \(name) 的签章位置，请在表单正文里写 {{盖章:\(name)}}"
    case .compression: "内存不足，无法压缩 PDF"
    case .abandoned: "此前已出错，PDF 不能继续写"
    }
  }
}
