import Calendar
import Diagnostics
public import DocumentTree

/// Returns the whole of `guide` as one document: cover, table of contents, numbered chapters, and running lines that name
/// the system and the chapter.
///
/// Links between its pages lead to the headings within; links that leave the guide stay only when they leave the
/// portal as well. Figures of samples show what is found among `documents`.
public func guideDocument(
  _ guide: Guide,
  documents: [DocumentLink] = []
) -> Document<Never> {
  var chapters = ChapterBinder(guide, documents)
  let body = guide.pages.flatMap { chapters.bind($0) }
  var document = Document(
    title: guide.title,
    body: cover(of: guide) + body,
    footer: runningFoot(guide.short)
  )
  document.hasCover = true
  document.head = RunningHead(
    name: guide.system.isEmpty ? guide.title : guide.system,
    chapterLevel: 2
  )
  return document
}

/// Returns `page` of `guide` as a document of its own, to be handed to whoever needs only this.
///
/// Its headings and figures keep the numbers that they have in the guide; links to other pages stay as their words.
public func pageDocument(
  _ page: GuidePage,
  of guide: Guide,
  documents: [DocumentLink] = []
) -> Document<Never> {
  var chapter = ChapterBinder(guide, documents, isAlone: true)
  return Document(
    title: page.title,
    body: chapter.bind(page),
    footer: runningFoot(guide.short)
  )
}

/// Returns the line at the foot of each page of paper: `name` and the page's number.
private func runningFoot(_ name: String) -> RunningLine<Never> {
  RunningLine(
    start: [.text(name, .unknown)],
    end: [.text("— ", .unknown), .pageNumber, .text(" —", .unknown)]
  )
}

/// Returns the title and the lines under it, and on a page of their own the record of changes and the table of contents;
/// the first chapter begins another.
private func cover(of guide: Guide) -> [Block<Never>] {
  let title = Heading<Never>(level: 1, content: [.text(guide.title, .unknown)], origin: .unknown)
  let facts = guideFacts(guide).map { "\($0.name)：\($0.value)" }
  let lines = ([guide.summary] + facts).filter { !$0.isEmpty }
  let paragraphs = lines.map { line in
    Block<Never>.paragraph(
      Paragraph(role: .subtitle, content: [.text(line, .unknown)], origin: .unknown)
    )
  }
  return [.heading(title)] + paragraphs
    + [.pageBreak] + guide.changes.blocks
    + [frontHeading("目录", id: "contents"), .contents, .pageBreak]
}

/// Returns a heading of what stands before the chapters, deep enough not to be listed among them.
func frontHeading(_ words: String, id: String) -> Block<Never> {
  .heading(Heading(level: 4, id: id, content: [.text(words, .unknown)], origin: .unknown))
}

/// Returns what is known of `guide`, as names and values for its cover.
func guideFacts(_ guide: Guide) -> [(name: String, value: String)] {
  [
    ("适用地区", guide.region), ("办理系统", guide.system), ("版本", guide.edition),
    ("更新日期", guide.updated?.chinese ?? ""), ("编制", guide.unit),
  ].filter { !$0.1.isEmpty }
}

/// Puts the pages of a guide behind one another as chapters of one document.
private struct ChapterBinder {
  private let guide: Guide
  private let documents: [DocumentLink]
  private let finder: LinkFinder
  private let isAlone: Bool
  private var footnotesBefore = 0

  /// Begins to bind pages of `guide`, one behind another or `isAlone`.
  init(_ guide: Guide, _ documents: [DocumentLink], isAlone: Bool = false) {
    self.guide = guide
    self.isAlone = isAlone
    self.documents = documents
    finder = LinkFinder(guides: [guide], documents: [])
  }

  /// Returns `page` as a chapter: anchors and footnotes unique in the whole, headings one level deeper unless it is alone.
  mutating func bind(_ page: GuidePage) -> [Block<Never>] {
    let before = footnotesBefore
    return page.document.body.map { block in
      let block = block.mappingInlines { bound($0, in: page, footnotesBefore: before) }
      guard case .footnotes(let footnotes) = block else { return anchored(block, in: page) }
      footnotesBefore += footnotes.count
      return .footnotes(
        footnotes.map {
          Footnote(number: $0.number + before, label: $0.label, blocks: $0.blocks)
        }
      )
    }
  }

  /// Returns `block` with its headings one level deeper, those within other blocks too, and anchored by their chapter.
  private func anchored(_ block: Block<Never>, in page: GuidePage) -> Block<Never> {
    switch block {
    case .heading(var heading):
      let isTitle = heading.level == 1 && heading.id == page.titleAnchor
      heading.id = isTitle ? page.slug : "\(page.slug)-\(heading.id)"
      heading.level = (isTitle ? 1 : max(2, heading.level)) + (isAlone ? 0 : 1)
      return .heading(heading)
    case .figure(var figure):
      if !figure.id.isEmpty { figure.id = "\(page.slug)-\(figure.id)" }
      if case .sample(let sample) = figure.content,
        let link = documents.first(where: { $0.matches(sample) })
      {
        figure.content = .sample(sample.found(as: link, from: nil))
      }
      return .figure(figure)
    case .quote(let blocks): return .quote(blocks.map { anchored($0, in: page) })
    case .callout(var callout):
      callout.blocks = callout.blocks.map { anchored($0, in: page) }
      return .callout(callout)
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.map { anchored($0, in: page) }
      }
      return .list(list)
    default: return block
    }
  }

  private func bound(
    _ inline: Inline<Never>,
    in page: GuidePage,
    footnotesBefore: Int
  ) -> [Inline<Never>] {
    switch inline {
    case .footnoteMark(let mark):
      [.footnoteMark(FootnoteMark(number: mark.number + footnotesBefore, label: mark.label))]
    case .link(let link): bound(link, in: page)
    default: [inline]
    }
  }

  private func bound(_ link: Link<Never>, in page: GuidePage) -> [Inline<Never>] {
    let target = finder.target(of: link.destination, in: page, of: guide)
    var link = link.named(after: target, seenFrom: guide)
    switch target {
    case .outside: break
    case .page(_, let target, _) where isAlone && target.slug != page.slug: return link.content
    case .page(_, let target, let anchor):
      link.destination = "#" + (anchor.map { "\(target.slug)-\($0)" } ?? target.slug)
    case .file, .nowhere: return link.content
    }
    return [.link(link)]
  }
}
