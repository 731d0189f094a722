/// A page that readers can find.
public struct SearchEntry: Sendable, Hashable {
  /// What stands on the page under one heading.
  public struct Part: Sendable, Hashable {
    /// The anchor of the heading, empty for what stands above the first one.
    public var anchor: String
    /// The heading.
    public var title: String
    /// The text, its blocks separated by spaces.
    public var text: String

    /// Creates a part.
    public init(anchor: String, title: String, text: String) {
      self.anchor = anchor
      self.title = title
      self.text = text
    }
  }

  /// The page's path below the portal's folder, percent-encoded.
  public var path: String
  /// The page's title.
  public var title: String
  /// What the page belongs to, such as the name of its guide.
  public var place: String
  /// The text by headings, in reading order.
  public var parts: [Part]

  /// Creates an entry.
  public init(path: String, title: String, place: String, parts: [Part]) {
    self.path = path
    self.title = title
    self.place = place
    self.parts = parts
  }
}

/// A script file of the search, to be put below one folder.
public struct SearchFile: Sendable, Hashable {
  /// The path below the folder.
  public var path: String
  /// The content.
  public var text: String

  /// Returns the path of the script that holds the text of page `number`, counted from 0.
  public static func path(ofPage number: Int) -> String { "pages/\(number).js" }
}
