import Calendar
import Diagnostics
import Searching

/// A page of a guide as the portal has it, with what the pages around it need to know of it.
struct MadeChapter: Sendable {
  /// What the page was made of, to tell whether it can stay.
  let basis: ChapterBasis
  /// The destinations of the page's links and pictures, as they are written.
  let destinations: [String]
  /// Where those led.
  let targets: [String]
  /// The page, as bytes that every build which keeps it shares: what is written out need not be compared.
  let html: [UInt8]
  /// The chapter and its headings for the page that lists everything, as HTML.
  let contents: String
  /// The page as readers find it.
  let search: SearchablePage
  /// The sections that mention forms, by the forms' names.
  let mentions: [(form: String, mention: FormMention)]
  /// The files that the page links to or shows, by their path below the portal's folder.
  let files: Set<String>
  /// A complaint for each link and picture that leads nowhere.
  let diagnostics: [Diagnostic]
}

/// Everything that a page of a guide is made of, but for where its links lead.
struct ChapterBasis: Sendable, Hashable {
  /// The page's own text and its place in the guide.
  struct Own: Sendable, Hashable {
    var file: String
    var text: String
    var slug: String
    var number: String
    var title: String
    var headings: [GuideHeading]
    var figures: [GuideFigure]
  }

  /// The page itself.
  var own: Own
  /// What the guide says of itself.
  var guide: GuideHead
  /// What stands beside the guide's pages, those before and after this one among it.
  var navigation: GuideNavigation
  /// The page's place among them, from 0.
  var position: Int
  /// The anchors of earlier days, by those of the headings.
  var aliases: [String: [String]]
  /// The words that the guide explains.
  var glossary: Glossary
  /// What names everything else: the theme, the settings of the portal, the documents and forms.
  var setting: String
}

/// What a guide says of itself as a whole.
struct GuideHead: Sendable, Hashable {
  var lines: [String]
  var numbering: HeadingNumbering
  var termsPage: String?
}

extension Guide {
  /// What the guide says of itself as a whole.
  var head: GuideHead {
    GuideHead(
      lines: [id, title, short, region, unit, summary, updated?.description ?? ""],
      numbering: numbering,
      termsPage: termsPage
    )
  }
}

extension GuidePage {
  /// The page's own text and its place in the guide.
  var own: ChapterBasis.Own {
    ChapterBasis.Own(
      file: file,
      text: text,
      slug: slug,
      number: number,
      title: title,
      headings: headings,
      figures: figures
    )
  }
}

/// Everything about the guides that tells where links lead; where it is equal, no link need be looked at again.
struct LinkBasis: Sendable, Hashable {
  /// What links to a guide need to know of it.
  private struct GuideLinks: Hashable {
    var head: GuideHead
    var pages: [ChapterBasis.Own]
    var titles: [String]
    var files: [String]
  }

  private let guides: [GuideLinks]
  private let setting: String

  /// Looks over `guides`; `setting` names the documents beside them.
  init(_ guides: [Guide], setting: String) {
    self.setting = setting
    self.guides = guides.map { guide in
      let pages = guide.pages.map { page in
        var own = page.own
        own.text = ""
        return own
      }
      return GuideLinks(
        head: guide.head,
        pages: pages,
        titles: guide.pages.map(\.titleAnchor),
        files: guide.files.map(\.path)
      )
    }
  }
}

extension LinkFinder {
  /// Returns in words where each of `destinations`, written in `page` of `guide`, leads, and what it is called there.
  func targets(of destinations: [String], in page: GuidePage, of guide: Guide) -> [String] {
    destinations.map { destination in
      let target = target(of: destination, in: page, of: guide)
      let name = target.name(seenFrom: guide) ?? ""
      switch target {
      case .outside: return ""
      case .file(let path): return path
      case .page(let other, let page, let anchor):
        return "\(page.path(in: other))#\(anchor ?? "")\n\(name)"
      case .nowhere(let fault):
        return "\(fault.code)\n\(fault.message)\n\(fault.advice ?? "")"
      }
    }
  }
}
