public import Diagnostics

/// A piece of a line of text.
///
/// Only the rare and large pieces have memory of their own: a roster of a hundred thousand persons has a million texts.
public enum Inline<Hole: Sendable>: Sendable {
  /// Plain text; never markup, whatever it contains.
  case text(String, Origin)
  /// Strongly emphasised text.
  case strong([Inline])
  /// Emphasised text.
  case emphasis([Inline])
  /// Struck-out text.
  case strikethrough([Inline])
  /// Small raised text, such as the number of a note (上标).
  case raised([Inline])
  /// Literal text.
  case code(String, Origin)
  /// A hyperlink.
  indirect case link(Link<Hole>)
  /// A picture.
  indirect case image(Image)
  /// A forced line break.
  case lineBreak
  /// A value on a fill-in rule, or an empty rule to write on.
  case fillIn(FillIn<Hole>)
  /// The place of a seal or a signature, centred where it stands.
  case stampPlace(StampPlace)
  /// The mark of a footnote.
  case footnoteMark(FootnoteMark)
  /// The number of the current page, from 1.
  case pageNumber
  /// The number of pages of the document.
  case pageCount
  /// A place for a value; only a form has one.
  case hole(Hole)
}

/// A hyperlink.
public struct Link<Hole: Sendable>: Sendable {
  /// A URL, a relative path, or `#id` of a heading in the same document.
  public var destination: String
  /// The visible text.
  public var content: [Inline<Hole>]
  /// Where it stands in the source.
  public var origin: Origin

  /// Creates a link.
  public init(destination: String, content: [Inline<Hole>], origin: Origin) {
    self.destination = destination
    self.content = content
    self.origin = origin
  }
}

/// A picture.
public struct Image: Sendable, Hashable {
  /// The path or URL of the picture.
  public var source: String
  /// What the picture shows, for those who cannot see it.
  public var alternative: String
  /// The caption, if any.
  public var title: String?
  /// Where it stands in the source.
  public var origin: Origin

  /// Creates a picture.
  public init(source: String, alternative: String, title: String? = nil, origin: Origin) {
    self.source = source
    self.alternative = alternative
    self.title = title
    self.origin = origin
  }
}

/// A value printed on a rule, as on a filled-in form; without content it is a blank to be written on.
public struct FillIn<Hole: Sendable>: Sendable {
  /// The value; empty for a blank.
  public var content: [Inline<Hole>]
  /// The least width of the rule in em.
  public var width: Double

  /// Creates a fill-in of at least `width` em.
  public init(content: [Inline<Hole>], width: Double) {
    self.content = content
    self.width = width
  }
}

/// The place of a seal or a signature; forms keep it free, sealing finds it by its name.
public struct StampPlace: Sendable, Hashable {
  /// The slot's name, unique in its form, such as `employer`.
  public var name: String
  /// The width and height in millimetres.
  public var millimetres: Double

  /// Creates a place of `millimetres` square; an enterprise seal is at most 45 mm wide (国发〔1999〕25号).
  public init(name: String, millimetres: Double = 42) {
    self.name = name
    self.millimetres = millimetres
  }
}

/// The mark of a footnote in the text.
public struct FootnoteMark: Sendable, Hashable {
  /// The footnote's number, from 1.
  public var number: Int
  /// The footnote's label in the source.
  public var label: String

  /// Creates the mark of footnote `number`.
  public init(number: Int, label: String) {
    self.number = number
    self.label = label
  }
}
