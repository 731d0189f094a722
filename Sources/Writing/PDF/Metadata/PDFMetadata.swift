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
    creator: String = "Mingce",
    date: CivilDate? = nil
  ) {
    self.title = title
    self.language = language
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.creator = creator
    self.date = date
  }
}
