public import Calendar

/// The files of one guide as they were found.
public struct GuideSource: Sendable {
  /// A Markdown file of a guide.
  public struct Page: Sendable, Hashable {
    /// The file's name, such as `02-register.md`.
    public var name: String
    /// The content.
    public var text: String
    /// The path as the operator knows it.
    public var path: String

    /// Creates a page.
    public init(name: String, text: String, path: String) {
      self.name = name
      self.text = text
      self.path = path
    }
  }

  /// The name of the guide's folder, which is the guide's address in the portal.
  public var folder: String
  /// The content of `guide.yaml`.
  public var yaml: String
  /// The path of `guide.yaml` as the operator knows it.
  public var path: String
  /// The Markdown files, in any order.
  public var pages: [Page]
  /// The other files, such as pictures, by their path below the guide's folder.
  public var files: [OutputFile]

  /// Creates a source.
  public init(
    folder: String,
    yaml: String,
    path: String,
    pages: [Page],
    files: [OutputFile] = []
  ) {
    self.folder = folder
    self.yaml = yaml
    self.path = path
    self.pages = pages
    self.files = files
  }
}

/// An operator guide.
public struct Guide: Sendable {
  /// The name of its folder, which is its address in the portal.
  public var id: String
  /// The full title.
  public var title: String
  /// The title for narrow places.
  public var short: String
  /// The region it holds for.
  public var region: String
  /// The online system it describes.
  public var system: String
  /// Who publishes it.
  public var unit: String
  /// One sentence about it.
  public var summary: String
  /// The edition.
  public var edition: String
  /// The day of the last change.
  public var updated: CivilDate?
  /// What each edition changed, in the order of `guide.yaml`.
  public var changes: [GuideChange] = []
  /// How chapters and headings are numbered.
  public var numbering: HeadingNumbering
  /// The address of the page that explains words; nothing when none does.
  public var termsPage: String?
  /// The pages in reading order.
  public var pages: [GuidePage]
  /// The other files, such as pictures, by their path below the guide's folder.
  public var files: [OutputFile]

  /// Where the portal expects the guide's PDF, below the portal's folder.
  public var printPath: String { "guides/\(id)/\(id).pdf" }
}
