import Diagnostics

/// A first look at a file, which must be text in UTF-8.
struct FileSniff {
  /// The offset of the first byte after a byte order mark.
  let start: Int
  /// What the operator should know though the file is used.
  let notes: [Diagnostic]
  /// Why the file cannot be used.
  let refusal: Diagnostic?

  init(_ source: ByteSource) throws(ReadFailure) {
    let file = Origin.source(SourceLocation(file: source.name))
    guard source.count > 0 else {
      (start, notes, refusal) = (0, [], Self.empty(file))
      return
    }
    let first = try source.read(0..<min(source.count, 4096))
    start = first.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    notes = start == 3 ? [Self.mark(file)] : []
    if Self.isUTF16(first) {
      refusal = Self.wide(file)
    } else if source.count == first.count, first.dropFirst(start).allSatisfy(Self.isBlank) {
      refusal = Self.empty(file)
    } else {
      refusal = Self.foreign(first.dropFirst(start), file)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    // JSON begins with two ASCII characters, so a zero byte among the first two means UTF-16 or UTF-32.
    return bytes.count >= 2 && (bytes[0] == 0 || bytes[1] == 0)
  }

  private static func empty(_ file: Origin) -> Diagnostic {
    Diagnostic(
      "record.empty",
      at: file,
      "文件是空的",
      expected: "mingce/1 格式的 JSON 或 JSON Lines",
      advice: "请重新导出记录"
    )
  }

  /// Recognises what people hand in by mistake.
  private static func foreign(_ bytes: ArraySlice<UInt8>, _ file: Origin) -> Diagnostic? {
    let text = bytes.drop(while: isBlank)
    guard let first = text.first, first != UInt8(ascii: "{"), first != UInt8(ascii: "[") else {
      return nil
    }
    let kinds: [(String, Message)] = [
      ("PK", "Excel 或压缩文件"), ("%PDF", "PDF 文件"), ("<", "网页或 XML 文件"),
    ]
    let kind = kinds.first { text.starts(with: $0.0.utf8) }?.1
    return Diagnostic(
      "record.notJSON",
      at: file,
      "不是 JSON 文件",
      found: kind
        ?? "\(MaskedText.shown(String(decoding: text.prefix(80), as: UTF8.self)).prefix(24))",
      expected: "以 { 开头的 mingce/1 记录",
      advice: "请确认选对了文件"
    )
  }

  private static func wide(_ file: Origin) -> Diagnostic {
    Diagnostic(
      "json.encoding",
      at: file,
      "文件不是 UTF-8 编码",
      found: "UTF-16",
      expected: "UTF-8",
      advice: "请用编辑器打开，另存为 UTF-8 后重试"
    )
  }

  private static func mark(_ file: Origin) -> Diagnostic {
    Diagnostic("json.byteOrderMark", .note, at: file, "文件开头有 BOM（U+FEFF），已忽略")
  }
}
