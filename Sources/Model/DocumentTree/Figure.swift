public import Diagnostics

/// A figure: something to look at beside the text, with its caption.
public struct Figure: Sendable, Hashable {
  /// The anchor, unique in its document; empty when nothing needs to point here.
  public var id: String
  /// The number, counted through the whole document; nothing until the pages are put together.
  public var number: Int?
  /// What stands under the figure, without its number.
  public var caption: String
  /// What the figure shows, for those who cannot see it.
  public var alternative: String
  /// What there is to see.
  public var content: FigureContent
  /// Where it stands in the source.
  public var origin: Origin

  /// Creates a figure.
  public init(
    id: String = "",
    number: Int? = nil,
    caption: String,
    alternative: String,
    content: FigureContent,
    origin: Origin
  ) {
    self.id = id
    self.number = number
    self.caption = caption
    self.alternative = alternative
    self.content = content
    self.origin = origin
  }

  /// What references call the figure, such as 图 3; nothing until it is numbered.
  public var name: String? { number.map { "图 \($0)" } }

  /// The caption as it is printed, its number first.
  public var title: String {
    guard let name else { return caption }
    return caption.isEmpty ? name : "\(name)\u{3000}\(caption)"
  }
}

/// What there is to see in a figure.
public enum FigureContent: Sendable, Hashable {
  /// Boxes, lines and texts.
  case drawing(Drawing)
  /// A document that the same build prints from sample records.
  case sample(SampleDocument)
}

/// A document that is printed from sample records.
public struct SampleDocument: Sendable, Hashable {
  /// One of the files the document was written to.
  public struct Format: Sendable, Hashable {
    /// What the file is, such as `PDF`.
    public var label: String
    /// A path relative to the page that shows the figure.
    public var destination: String

    /// Creates a format.
    public init(label: String, destination: String) {
      self.label = label
      self.destination = destination
    }
  }

  /// The form's name.
  public var form: String
  /// The name of the record file, without its ending.
  public var sample: String
  /// What the document is called; empty until it is known.
  public var title: String
  /// A few words about its extent, such as how many pages it has; empty until they are known.
  public var note: String
  /// The files, as far as they are known.
  public var formats: [Format]
  /// The first page as it is printed, once it is known.
  public var picture: Drawing?

  /// Creates a reference to the document that `form` makes of `sample`.
  public init(
    form: String,
    sample: String,
    title: String = "",
    note: String = "",
    formats: [Format] = [],
    picture: Drawing? = nil
  ) {
    self.form = form
    self.sample = sample
    self.title = title
    self.note = note
    self.formats = formats
    self.picture = picture
  }
}
