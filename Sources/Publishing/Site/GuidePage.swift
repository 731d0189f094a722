public import DocumentTree

/// A page of a guide: one chapter.
public struct GuidePage: Sendable {
  /// The file's name without its ending, which is the page's address within the guide.
  public let slug: String
  /// The chapter's number as the navigation shows it.
  public let number: String
  /// The title without its number.
  public var title: String
  /// The headings below the title.
  public let headings: [GuideHeading]
  /// The figures, numbered through the guide.
  public let figures: [GuideFigure]
  /// What was read of the page by itself.
  var reading: PageReading
  private let chapter: Int
  private let numbering: HeadingNumbering

  /// Gives a page that was read its place as `chapter` of a guide, where `figures` have their numbers.
  init(
    _ reading: PageReading,
    chapter: Int,
    numbering: HeadingNumbering,
    figures: [GuideFigure]
  ) {
    let name = reading.file.name
    slug = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    title = reading.outline.title ?? slug
    number = numbering.label(ofChapter: chapter)
    var counter = HeadingCounter(chapter: chapter)
    headings = reading.outline.headings.map { heading in
      var heading = heading
      let prefix = numbering.prefix(of: counter.next(level: heading.level))
      heading.number = String(prefix.unicodeScalars.filter { !$0.properties.isWhitespace })
      return heading
    }
    (self.reading, self.chapter, self.numbering) = (reading, chapter, numbering)
    self.figures = figures
  }

  /// The path of the file as the operator knows it.
  public var file: String { reading.file.path }

  /// What stands in the file.
  public var text: String { reading.file.text }

  /// The anchor of the page's own title, empty when it has none.
  var titleAnchor: String { reading.outline.titleAnchor }

  /// The text, its headings and figures numbered; references have no words yet.
  public var document: Document<Never> {
    var document = reading.document
    document.title = title
    var counter = HeadingCounter(chapter: chapter)
    var rest = figures[...]
    document.body = document.body.enumerated().map { index, block in
      if case .heading(let heading) = block {
        return .heading(numbered(heading, at: index, &counter))
      }
      guard !figures.isEmpty else { return block }
      return block.mappingFigures { figure in
        guard let place = rest.popFirst() else { return figure }
        var figure = figure
        (figure.number, figure.id) = (place.number, place.id)
        return figure
      }
    }
    return document
  }

  /// Returns `heading`, the block `index`, behind its number.
  private func numbered(
    _ heading: Heading<Never>,
    at index: Int,
    _ counter: inout HeadingCounter
  ) -> Heading<Never> {
    var heading = heading
    let isTitle = heading.isTitle(at: index)
    if !isTitle { heading.level = max(2, heading.level) }
    let path = isTitle ? [chapter] : counter.next(level: heading.level)
    let prefix = numbering.prefix(of: path)
    if !prefix.isEmpty { heading.content.insert(.text(prefix, heading.origin), at: 0) }
    return heading
  }
}

/// A heading of a page.
public struct GuideHeading: Sendable, Hashable {
  /// The depth, 2 to 6.
  public var level: Int
  /// The anchor within the page.
  public var id: String
  /// The number, empty when the depth is not numbered.
  public var number: String
  /// The text without its number.
  public var title: String
}
