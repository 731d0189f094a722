public import Diagnostics
public import Fonts
public import Pages

/// Why a picture of a page could not be made.
public enum PreviewFailure: Error {
  /// Could not draw a glyph because its font does not give its outline.
  case font(FontFailure)
  /// Could not show a text because one of its glyphs is number 0, which draws nothing or a box.
  case missingGlyph(FontID, text: String, source: Origin)
  /// Could not make a picture of so many pixels because there is no memory for it or it is larger than PNG allows here.
  case canvas(width: Int, height: Int)
  /// Could not turn a picture into bytes, for the library's reason.
  case encoding(String)
}

extension PreviewFailure: Worded {
  /// The reason as a Chinese sentence without a full stop.
  public var message: Message {
    switch self {
    case .font(let failure): "图片无法画字形：\(failure)"
    case .missingGlyph(_, let text, let source):
      "图片中的文字缺少字形：“\(text)”\(source.description.isEmpty ? "" : "（\(source)）" as Message)"
    case .canvas(let width, let height): "图片过大：\(width) × \(height) 点；请减小分辨率"
    case .encoding(let reason): "图片不能写成 PNG：\(reason)"
    }
  }
}
