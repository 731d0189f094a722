public import Calendar

/// What a file says about itself.
public struct PDFMetadata: Sendable {
  /// The title that windows and tabs show.
  public var title: String
  /// The natural language as a BCP 47 tag.
  public var language: String
  /// Who is responsible for the contents.
  public var author: String?
  /// What the file is about.
  public var subject: String?
  /// Words to find the file by.
  public var keywords: [String]
  /// The form that the documents were made from.
  public var form: FormFacts?
  /// The program that made the pages.
  public var creator: String
  /// The day of making, taken as midnight of universal time; it comes with the input, never from a clock.
  public var date: CivilDate?

  /// The program that wrote the file.
  static let producer = "Mingce"

  /// Creates the metadata of a file.
  public init(
    title: String,
    language: String = "zh-CN",
    author: String? = nil,
    subject: String? = nil,
    keywords: [String] = [],
    form: FormFacts? = nil,
    creator: String = "Mingce",
    date: CivilDate? = nil
  ) {
    self.title = title
    self.language = language
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.form = form
    self.creator = creator
    self.date = date
  }
}

/// What a file says of the form that its documents were made from.
public struct FormFacts: Sendable, Hashable {
  /// The form's name.
  public var name: String
  /// Which edition of the form it was.
  public var edition: String
  /// The number of the document, where it has one.
  public var number: String?

  /// Creates the facts of a form.
  public init(name: String, edition: String, number: String? = nil) {
    self.name = name
    self.edition = edition
    self.number = number
  }
}
