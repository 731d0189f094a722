/// A place in a law, such as `LCL-46-5`: article 46, item 5; `LCL-38-p2` is its second paragraph.
public struct LegalBasis: Sendable, Hashable {
  /// The law.
  public let law: Law
  /// The article.
  public let article: Int
  /// The paragraph, where named.
  public let paragraph: Int?
  /// The item, where named.
  public let item: Int?

  /// A law that termination cites.
  public enum Law: String, Sendable, CaseIterable {
    /// The Labour Contract Law.
    case labourContractLaw = "LCL"
    /// Its implementing regulation.
    case implementingRegulation = "LCLR"
    /// The regulation on work-injury insurance.
    case injuryRegulation = "WIIR"

    /// The full title in its marks.
    public var title: String {
      switch self {
      case .labourContractLaw: "《中华人民共和国劳动合同法》"
      case .implementingRegulation: "《中华人民共和国劳动合同法实施条例》"
      case .injuryRegulation: "《工伤保险条例》"
      }
    }

    /// What a narrow column prints before the article; the chief law needs nothing.
    var shortTitle: String {
      switch self {
      case .labourContractLaw: ""
      case .implementingRegulation: "实施条例"
      case .injuryRegulation: "工伤条例"
      }
    }
  }

  /// Reads `LCL-46-5`, `LCL-37`, `LCL-38-p2` or `LCL-41-p1-2`; anything else gives nothing.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (2...4).contains(parts.count), let law = Law(rawValue: String(parts[0])),
      let article = Self.number(parts[1], upTo: 500)
    else { return nil }
    self.law = law
    self.article = article
    var rest = parts.dropFirst(2)
    if let step = rest.first, step.first == "p" {
      guard let paragraph = Self.number(step.dropFirst(), upTo: 20) else { return nil }
      self.paragraph = paragraph
      rest = rest.dropFirst()
    } else {
      paragraph = nil
    }
    guard let last = rest.first else {
      item = nil
      return
    }
    guard rest.count == 1, let number = Self.number(last, upTo: 99) else { return nil }
    item = number
  }

  /// The place inside the law in Chinese numerals, such as `第四十六条第（五）项`.
  public var place: String {
    "第\(chineseNumeral(article))条" + inside
  }

  /// The place for a narrow column, the article in figures, such as `第46条第（五）项`.
  public var shortPlace: String { law.shortTitle + "第\(article)条" + inside }

  /// The law's title and the place inside it.
  public var full: String { law.title + place }

  /// Returns several places as one text, naming each law once where its places follow one another.
  public static func text(of places: [LegalBasis]) -> String {
    var text = ""
    var last: Law?
    for place in places {
      if !text.isEmpty { text += "、" }
      text += place.law == last ? place.place : place.full
      last = place.law
    }
    return text
  }

  private var inside: String {
    (paragraph.map { "第\(chineseNumeral($0))款" } ?? "")
      + (item.map { "第（\(chineseNumeral($0))）项" } ?? "")
  }

  private static func number(_ text: some StringProtocol, upTo limit: Int) -> Int? {
    guard let number = Int(text), number >= 1, number <= limit, text.first != "+" else {
      return nil
    }
    return number
  }
}
