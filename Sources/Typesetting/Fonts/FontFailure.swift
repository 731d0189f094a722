public import Diagnostics
public import Pages

/// What stopped an operation on fonts.
public enum FontFailure: Error, Sendable, Hashable {
  /// The plan names no family at all.
  case planNamesNoFamily
  /// The library has no face of that number.
  case unknownFont(FontID)
  /// The font file cannot be opened or embedded: the file, the face's place in it, and the reason in Chinese.
  case unusableFile(String, face: Int, reason: String)
  /// The glyph lies beyond the face's last one.
  case glyphOutOfRange(GlyphID, file: String)
  /// HarfBuzz could not make the subset.
  case subsetFailed(file: String, face: Int)
}

extension FontFailure: Worded {
  /// The failure as a Chinese sentence.
  public var message: Message {
    switch self {
    case .planNamesNoFamily: "字体清单没有列出任何字体族"
    case .unknownFont(let font): "字体编号 \(font.index) 不存在"
    case .unusableFile(let file, let face, let reason):
      "字体文件 \(file)（第 \(face) 个字面）不可用：\(term: reason)"
    case .glyphOutOfRange(let glyph, let file): "字体文件 \(file) 没有第 \(glyph) 号字形"
    case .subsetFailed(let file, let face): "字体文件 \(file)（第 \(face) 个字面）不能取子集"
    }
  }
}
