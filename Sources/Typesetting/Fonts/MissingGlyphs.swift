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

  /// Creates the error.
  public init(missing: [Character], family: FontFamily, fontsTried: [String]) {
    self.missing = missing
    self.family = family
    self.fontsTried = fontsTried
  }
}

extension MissingGlyphs: CustomStringConvertible {
  /// The characters, their code points and the faces tried, as a Chinese sentence.
  public var description: String {
    let characters = missing.map { "\($0.text)（\($0.codePoints)）" }.joined(separator: "、")
    let fonts = fontsTried.isEmpty ? "没有可用的字体" : "已试字体：" + fontsTried.joined(separator: "、")
    return "字库缺字：\(characters)；\(fonts)"
  }
}
