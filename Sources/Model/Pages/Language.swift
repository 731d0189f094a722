/// The language of a text inside a Chinese document, as far as its script tells.
public enum Language: UInt8, Sendable, Hashable, CaseIterable {
  /// The document's own.
  case chinese
  /// Latin words: names of programs, files and firms, which readers of Chinese read out as English.
  case english
  case uyghur
  case tibetan
  case mongolian

  /// The tag of BCP 47.
  public var tag: String {
    switch self {
    case .chinese: "zh-CN"
    case .english: "en"
    case .uyghur: "ug"
    case .tibetan: "bo"
    case .mongolian: "mn-Mong"
    }
  }
}
