import Diagnostics
import Spreadsheets

/// A text of a guide as an editor saved it, in whatever encoding that writes: Notepad knows GBK, PowerShell UTF-16.
struct EditedText {
  /// What the bytes were found to be.
  enum Encoding {
    case utf8
    case other
    case unknown
  }

  /// The text; what cannot be read stands as U+FFFD.
  let text: String
  let encoding: Encoding

  init(_ bytes: [UInt8]) {
    if let text = String(validating: bytes, as: UTF8.self) {
      (self.text, encoding) = (text, .utf8)
      return
    }
    do throws(SpreadsheetFailure) {
      text = String(decoding: try TextDecoding.utf8(bytes), as: UTF8.self)
      encoding = .other
    } catch {
      text = String(decoding: bytes, as: UTF8.self)
      encoding = .unknown
    }
  }

  /// Returns the complaint about a file at `path` that is not in UTF-8.
  func complaint(at path: String) -> Diagnostic? {
    let advice: Message
    switch encoding {
    case .utf8: return nil
    case .other: advice = "请运行 mingce fix 改成 UTF-8，或者用编辑器另存为 UTF-8"
    case .unknown: advice = "请用编辑器打开，另存为 UTF-8"
    }
    return Diagnostic(
      "guide.encoding",
      at: .source(SourceLocation(file: path)),
      "文件不是 UTF-8 编码，会印成乱码",
      advice: advice
    )
  }
}
