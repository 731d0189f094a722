public import Diagnostics
public import Styling

/// Characters of a text that no configured face can show; no glyph is ever lost silently.
public struct MissingGlyphs: Error, Sendable, Hashable {
  /// One character without a glyph.
  public struct Character: Sendable, Hashable {
    /// The character: one scalar, or a sequence that no single face can show whole.
    public var text: String
    /// Where it stands: a UTF-8 offset into the text that was shaped.
    public var textOffset: Int

    /// Creates the character that begins at `textOffset`.
    public init(text: String, textOffset: Int) {
      self.text = text
      self.textOffset = textOffset
    }

    /// Its code points as `U+2BB7C`, joined by spaces.
    public var codePoints: String {
      text.unicodeScalars.map { scalar in
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      }
      .joined(separator: " ")
    }
  }

  /// All missing characters in text order.
  public var missing: [Character]
  /// The family that was asked for.
  public var family: FontFamily
  /// The full names of the faces tried, in order.
  public var fontsTried: [String]
  /// The candidates of the plan that are installed for such characters and were not found, in order.
  public var remedies: [FontCandidate]

  /// Creates the error.
  public init(
    missing: [Character],
    family: FontFamily,
    fontsTried: [String],
    remedies: [FontCandidate] = []
  ) {
    self.missing = missing
    self.family = family
    self.fontsTried = fontsTried
    self.remedies = remedies
  }
}

extension MissingGlyphs: Worded {
  /// The characters, their code points and the faces tried.
  public var message: Message {
    let characters = missing.map { "\($0.text)（\($0.codePoints)）" as Message }.joined(
      separator: "、"
    )
    let names = fontsTried.map { Message(value: $0) }.joined(separator: "、")
    let fonts: Message = fontsTried.isEmpty ? "没有可用的字体" : "已试字体：\(names)"
    let advice: Message = remedies.isEmpty ? "" : "；\(remedies.advice)"
    return "字库缺字：\(characters)；\(fonts)\(advice)"
  }
}

extension [FontCandidate] {
  /// What to install so that characters get a glyph, as a clause.
  public var advice: Message {
    guard !isEmpty else {
      return "fonts.yaml 里没有为这些字准备的字体，请另找含有它们的字体，把文件放进 fonts/local，并写进 fonts.yaml 的 fallback"
    }
    return "请安装\(map(\.installation).joined(separator: "，还缺的再装"))"
  }
}

extension FontCandidate {
  /// How the typeface is installed.
  fileprivate var installation: Message {
    let name = names.first ?? ""
    guard let package else { return "\(name)（没有软件包，把字体文件放进 fonts/local，来源见 fonts/README.md）" }
    return "\(name)（sudo apt install \(package)）"
  }
}
