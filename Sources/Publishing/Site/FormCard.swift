/// A form as the page of all forms shows it.
public struct FormCard: Sendable, Hashable {
  /// The picture of a page.
  public struct Picture: Sendable, Hashable {
    /// The path below the portal's folder.
    public var path: String
    /// Pixels from left to right.
    public var width: Int
    /// Pixels from top to bottom.
    public var height: Int

    /// Creates a picture.
    public init(path: String, width: Int, height: Int) {
      (self.path, self.width, self.height) = (path, width, height)
    }
  }

  /// What was printed of a form from a sample.
  public struct Sample: Sendable, Hashable {
    /// What the document is called where the sample comes from.
    public var title: String
    /// Its first page.
    public var picture: Picture
    /// Its files, first the one to look at, and the record that it can be printed from.
    public var formats: [DocumentLink.Format]

    /// Creates a sample.
    public init(title: String, picture: Picture, formats: [DocumentLink.Format]) {
      (self.title, self.picture, self.formats) = (title, picture, formats)
    }
  }

  /// Another name of a form.
  public struct Alias: Sendable, Hashable {
    /// The name.
    public var name: String
    /// A word that has to stand in the headings above the name for it to mean this form.
    public var near: String?

    /// Creates a name.
    public init(_ name: String, near: String? = nil) {
      (self.name, self.near) = (name, near)
    }
  }

  /// The form's name, which is its anchor on the page.
  public var name: String
  /// The number in the catalogue of forms, such as F16; empty for none.
  public var number: String
  /// What the form is called, first the way most places do.
  public var titles: [String]
  /// What else people call it.
  public var aliases: [Alias]
  /// The heading under which the form stands, such as the system that asks for it.
  public var group: String
  /// What the form is for.
  public var summary: String
  /// What was printed of it; nothing when no sample holds anything for it.
  public var sample: Sample?

  /// Creates a card.
  public init(
    name: String,
    number: String = "",
    titles: [String],
    aliases: [Alias] = [],
    group: String,
    summary: String,
    sample: Sample? = nil
  ) {
    self.name = name
    self.number = number
    (self.titles, self.aliases) = (titles, aliases)
    self.group = group
    self.summary = summary
    self.sample = sample
  }

  /// The title that the card shows.
  var title: String { titles.first ?? name }
}
