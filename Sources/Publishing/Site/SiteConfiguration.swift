public import Diagnostics
import YAML

/// What `content/site.yaml` says about the portal as a whole.
public struct SiteConfiguration: Sendable {
  /// The portal's name.
  public var title: String
  /// One sentence about the portal.
  public var summary: String
  /// The main language as a BCP 47 tag.
  public var language: String
  /// The line at the foot of every page, beside the name.
  public var note: String?
  /// The address at which the portal will stand, `/` at its end; nothing when it may stand anywhere.
  public var address: String?
  /// The theme's name; nothing for the house's own.
  public var theme: String?
  /// The values for the theme's templates, by name, with the place where each stands.
  public var values: [String: SiteValue] = [:]
  /// The guides' folders in the order in which the portal lists them.
  public var guides: [GuideReference]
  /// Words that mean the same to readers who search, in groups.
  public var synonyms: [[String]] = []

  /// Creates a configuration.
  public init(
    title: String,
    summary: String,
    language: String = "zh-CN",
    note: String? = nil,
    address: String? = nil,
    guides: [GuideReference] = []
  ) {
    self.title = title
    self.summary = summary
    self.language = language
    self.note = note
    self.address = address
    self.guides = guides
  }
}

/// A value that `site.yaml` gives to the theme's templates.
public struct SiteValue: Sendable, Hashable {
  /// The text.
  public var text: String
  /// Where it stands.
  public var location: SourceLocation

  /// Creates a value.
  public init(_ text: String, at location: SourceLocation) {
    self.text = text
    self.location = location
  }
}

/// A guide as the portal's configuration names it.
public struct GuideReference: Sendable, Hashable {
  /// The name of the guide's folder.
  public var name: String
  /// Where the name stands.
  public var location: SourceLocation

  /// Creates a reference.
  public init(name: String, location: SourceLocation) {
    self.name = name
    self.location = location
  }
}

/// Reads `site.yaml`; nothing when it has no title, and then a diagnostic says so.
public func openSite(_ text: String, file: String) -> (SiteConfiguration?, [Diagnostic]) {
  var mapping = YAMLMapping(text, file: file)
  let title = mapping.requiredText("title")
  let summary = mapping.text("summary") ?? ""
  let language = mapping.text("language") ?? "zh-CN"
  let note = mapping.text("note")
  let address = address(from: &mapping)
  let guides = (mapping.list("guides") ?? []).compactMap { item -> GuideReference? in
    guard let name = item.text else {
      return mapping.refuse("guides", item, expected: "文件夹名")
    }
    return GuideReference(name: name, location: item.location)
  }
  let synonyms = synonyms(from: &mapping)
  let theme = mapping.text("theme")
  let (values, refused) = textValues(of: mapping.node("values"))
  let diagnostics = refused + mapping.close()
  guard let title else { return (nil, diagnostics) }
  var site = SiteConfiguration(
    title: title,
    summary: summary,
    language: language,
    note: note,
    address: address,
    guides: guides
  )
  site.synonyms = synonyms
  site.theme = theme
  site.values = values.mapValues { SiteValue($0.text, at: $0.location) }
  return (site, diagnostics)
}

/// Takes the groups of words that mean the same out of `mapping`.
private func synonyms(from mapping: inout YAMLMapping) -> [[String]] {
  (mapping.list("synonyms") ?? []).compactMap { group -> [String]? in
    let words = group.items?.compactMap(\.text) ?? []
    // A single character is part of too many words.
    guard words.count > 1, words.count == group.items?.count, words.allSatisfy({ $0.count > 1 })
    else { return mapping.refuse("synonyms", group, expected: "几个两个字以上的词，例如 [续签, 续订]") }
    return words
  }
}

/// Takes the address of the portal out of `mapping`.
private func address(from mapping: inout YAMLMapping) -> String? {
  guard let node = mapping.node("address") else { return nil }
  let text = node.text ?? ""
  let isWhole = ["https://", "http://"].contains { text.hasPrefix($0) && text.count > $0.count }
  guard isWhole, !text.contains(where: { $0.isWhitespace || "?#\"<>".contains($0) }) else {
    return mapping.refuse("address", node, expected: "以 https:// 或 http:// 开头的网址")
  }
  return text.hasSuffix("/") ? text : text + "/"
}
