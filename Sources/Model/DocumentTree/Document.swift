public import Diagnostics

/// What a document says, without style and without position.
///
/// The tree is generic over its holes: a form is `Document<FieldReference>`, a bound document or a guide is
/// `Document<Never>`. Layout and HTML take only the latter, so the compiler proves that no unfilled field
/// reaches paper.
public struct Document<Hole: Sendable>: Sendable {
  /// The title as plain text, for metadata and window titles.
  public var title: String
  /// The main language as a BCP 47 tag.
  public var language: String
  /// Blocks at the head of the first page, repeated at the head of every following page.
  public var masthead: [Block<Hole>]
  /// The blocks in reading order.
  public var body: [Block<Hole>]
  /// The line at the head of every page but a cover.
  public var head: RunningHead?
  /// The line at the foot of every page but a cover.
  public var footer: RunningLine<Hole>?
  /// Whether the first page is a cover: what stands on it begins lower, and it has no running lines.
  public var hasCover = false
  /// What the paper says of itself at the lower left corner of every page; only a bound document may have it.
  public var mark: MachineMark?

  /// Creates a document.
  public init(
    title: String,
    language: String = "zh-CN",
    masthead: [Block<Hole>] = [],
    body: [Block<Hole>],
    footer: RunningLine<Hole>? = nil
  ) {
    self.title = title
    self.language = language
    self.masthead = masthead
    self.body = body
    self.footer = footer
  }
}

/// A line that is repeated on every page, in three parts.
public struct RunningLine<Hole: Sendable>: Sendable {
  /// The part at the left margin.
  public var start: [Inline<Hole>]
  /// The part in the middle.
  public var centre: [Inline<Hole>]
  /// The part at the right margin.
  public var end: [Inline<Hole>]

  /// Creates a running line from its three parts.
  public init(
    start: [Inline<Hole>] = [],
    centre: [Inline<Hole>] = [],
    end: [Inline<Hole>] = []
  ) {
    self.start = start
    self.centre = centre
    self.end = end
  }
}

/// A reference from a form to a field of the record, which binding replaces by the field's text.
public struct FieldReference: Sendable, Hashable {
  /// The field's path, such as `e.name`.
  public var path: String
  /// The filters in the order in which they are applied, such as `大写`.
  public var filters: [String]
  /// How the value is printed.
  public var appearance: FieldAppearance
  /// Whether the value of the field is meant, or what rows add up to.
  public var measure: FieldMeasure
  /// Which rows of a collection are meant; nothing for all.
  public var condition: FieldCondition?
  /// Where the reference stands in the form.
  public var location: SourceLocation

  /// Creates a reference.
  public init(
    path: String,
    filters: [String] = [],
    appearance: FieldAppearance = .formDefault,
    measure: FieldMeasure = .value,
    condition: FieldCondition? = nil,
    location: SourceLocation
  ) {
    self.path = path
    self.filters = filters
    self.appearance = appearance
    self.measure = measure
    self.condition = condition
    self.location = location
  }
}

/// What of a field is printed.
public enum FieldMeasure: Sendable, Hashable {
  /// Its value.
  case value
  /// The sum of its values over rows.
  case sum
  /// How many rows the collection has.
  case count
  /// Each value that it has in rows, once.
  case values
}

/// A test that chooses rows of a collection: those whose field holds a code or word.
public struct FieldCondition: Sendable, Hashable {
  /// The path of the field.
  public var path: String
  /// The code or word.
  public var word: String

  /// Creates the condition that the field `path` holds `word`.
  public init(path: String, word: String) {
    (self.path, self.word) = (path, word)
  }
}

/// How the value of a field is printed.
public enum FieldAppearance: Sendable, Hashable {
  /// As the form's `fillIn` setting says.
  case formDefault
  /// As plain text.
  case plain
  /// On a fill-in rule of at least this many em.
  case ruled(em: Double)
}
