import Diagnostics
import JSON

extension JSONProblem {
  /// Returns the complaint about a text that is no JSON, and with which the file ends if it `isCutOff`.
  func diagnostic(
    in bytes: ArraySlice<UInt8>,
    _ finder: PlaceFinder,
    isCutOff: Bool = false
  ) -> Diagnostic {
    guard reason != .unclosed else { return unclosed(in: bytes, finder, isCutOff: isCutOff) }
    return Diagnostic(
      code,
      at: finder.origin(offset: offset),
      message,
      found: found(in: bytes).map { "\($0)" },
      expected: expected,
      advice: isWide(in: bytes) ? "这是全角的标点，请改为半角的" : advice
    )
  }

  /// Whether a full-width mark stands where JSON has one of its own.
  private func isWide(in bytes: ArraySlice<UInt8>) -> Bool {
    guard reason == .badStructure || reason == .badLiteral else { return false }
    let text = String(decoding: bytes.dropFirst(offset).prefix(3), as: UTF8.self)
    return text.first.map { "，：“”｛｝［］【】".contains($0) } ?? false
  }

  /// What was left open, and where the text ends without closing it.
  private func unclosed(
    in bytes: ArraySlice<UInt8>,
    _ finder: PlaceFinder,
    isCutOff: Bool
  ) -> Diagnostic {
    let end = finder.place(bytes.count)
    let mark: Message =
      bytes.dropFirst(offset).first == UInt8(ascii: "\"") ? "引号" : "括号"
    return Diagnostic(
      isCutOff ? "json.truncated" : "json.unclosed",
      at: finder.origin(offset: offset),
      isCutOff
        ? "这个\(mark)没有闭合，文件到第 \(end.line) 行第 \(end.column) 列就断了，之后的记录可能丢失"
        : "这个\(mark)没有闭合，内容到文件的第 \(end.line) 行第 \(end.column) 列为止",
      found: found(in: bytes).map { "\($0)" },
      advice: isCutOff ? "请重新导出或重新传送文件" : "请检查此处到那里的引号和括号"
    )
  }

  private var code: String { reason == .badUTF8 ? "json.encoding" : "json.\(reason.rawValue)" }

  private var message: Message {
    switch reason {
    case .empty: "这里没有内容"
    case .badUTF8: "含有不是 UTF-8 的字节"
    case .unclosed: "括号或引号没有闭合"
    case .rawControl: "字符串里有未转义的控制字符"
    case .badNumber: "数字的写法不对"
    case .badLiteral: "不是 JSON 的值"
    case .badString: "字符串里的转义不对，或只有半个代理对"
    case .badStructure: "逗号、冒号或括号多了、少了或不配对"
    case .trailing: "记录结束后还有内容"
    case .tooDeep: "嵌套超过 64 层"
    case .tooLong: "内容过长"
    case .noMemory: "内存不足"
    }
  }

  private var expected: Message? {
    switch reason {
    case .badLiteral: "数字、\"字符串\"、true、false 或 null"
    case .badNumber: "12 或 12.50 一类的数字，不带前导零和加号"
    case .rawControl: "转义写法，如 \\n 或 \\t"
    case .badString: "\\n、\\t、\\u4E2D 一类的转义"
    default: nil
    }
  }

  private var advice: Message? {
    switch reason {
    case .badUTF8: "请把文件另存为 UTF-8（很可能现在是 GBK 编码）后重试"
    case .badStructure, .trailing: "请检查此处前后的逗号和括号"
    case .badLiteral: "没有值时请删去这个键或写 null"
    default: nil
    }
  }

  private func found(in bytes: ArraySlice<UInt8>) -> String? {
    let rest = bytes.dropFirst(offset)
    guard let first = rest.first else { return nil }
    switch reason {
    case .badUTF8: return "0x" + String(first, radix: 16, uppercase: true)
    case .rawControl: return "U+" + hex(Unicode.Scalar(first))
    case .tooDeep, .tooLong, .noMemory, .empty: return nil
    default:
      guard first >= 0x20 else { return "U+" + hex(Unicode.Scalar(first)) }
      let isWord = reason == .badLiteral || reason == .badNumber
      let stops: [UInt8] = isWord ? Array("\n\r ,]}".utf8) : [0x0A]
      let word = rest.prefix(40).prefix { !stops.contains($0) }
      // Masked before it is cut, since half a number is one too.
      return String(MaskedText.shown(String(decoding: word, as: UTF8.self)).prefix(16))
    }
  }
}
