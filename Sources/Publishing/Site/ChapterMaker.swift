import Diagnostics
import DocumentTree
import HTML
import Searching

/// Makes the pages of one guide; it needs nothing of what other pages have become, so several can be made side by side.
struct ChapterMaker: Sendable {
  let portal: Portal
  let guide: Guide
  let navigation: GuideNavigation
  private let glossary: Glossary
  /// The hash of what all pages of the guide have in common.
  private let surroundings: String

  /// Prepares to make the pages of `guide` beside `navigation`; `setting` names what is not part of the guides.
  init(of guide: Guide, in portal: Portal, beside navigation: GuideNavigation, setting: String) {
    (self.portal, self.guide, self.navigation) = (portal, guide, navigation)
    glossary = Glossary(of: guide)
    surroundings = ChapterMaker.surroundings(
      of: guide,
      beside: navigation,
      glossary,
      setting: setting
    )
  }

  /// Returns what the page at `position` is made of.
  func basis(at position: Int) -> ChapterBasis {
    ChapterBasis(
      of: guide.pages[position],
      at: position,
      aliases: portal.anchors.aliases(of: guide.pages[position], in: guide),
      surroundings: surroundings
    )
  }

  /// Returns where `destinations`, written in the page at `position`, lead.
  func targets(of destinations: [String], at position: Int) -> [String] {
    portal.finder.targets(of: destinations, in: guide.pages[position], of: guide)
  }

  /// Makes the page of `basis`.
  func make(_ basis: ChapterBasis) throws(SiteFailure) -> MadeChapter {
    let page = guide.pages[basis.position]
    let linked = LinkedPage(page, of: guide, finder: portal.finder)
    let templates = portal.theme.templates
    let html = try templates.page("page", with: try values(of: linked, basis))
    return MadeChapter(
      basis: basis.digest,
      destinations: linked.destinations,
      targets: linked.targets,
      page: .made(html),
      contents: try templates.text("chapter", with: portal.contents(of: page, in: guide)),
      search: SearchablePage(linked.searchEntry(of: page, in: guide)),
      mentions: portal.formTitles.mentions(in: linked, of: page, in: guide),
      files: linked.files,
      diagnostics: linked.diagnostics
    )
  }

  private func values(
    of linked: LinkedPage,
    _ basis: ChapterBasis
  ) throws(SiteFailure) -> PageValues {
    let position = basis.position
    let page = guide.pages[position]
    let path = page.path(in: guide)
    var values = portal.values(
      of: page,
      linked: linked,
      in: guide,
      at: path,
      beside: navigation.values(at: position)
    )
    let (lead, rest) = linked.parts
    values["body"] = .markup(try body(of: page, rest, basis))
    values["lead"] = .markup(htmlInlines(lead))
    for (name, neighbour) in [("previous", position - 1), ("next", position + 1)]
    where guide.pages.indices.contains(neighbour) {
      values[name] = .list([portal.turn(to: guide.pages[neighbour], of: guide, from: path)])
    }
    return values
  }

  private func body(
    of page: GuidePage,
    _ blocks: [Block<Never>],
    _ basis: ChapterBasis
  ) throws(SiteFailure) -> String {
    let (blocks, notes) = glossary.leading(blocks, from: page.path(in: guide))
    let numbers = page.headingAliases(numbering: guide.numbering)
    let marks = PageMarks(
      aliases: numbers.merging(basis.aliases) { $0 + $1 },
      rows: glossary.slug == page.slug ? glossary.rows : [:],
      notes: notes,
      setsNamesApart: true
    )
    do throws(RowSource.Failure) {
      return try htmlBlocks(blocks, title: page.title, marks: marks)
    } catch {
      throw .rowsUnavailable(page: page.file, reason: error.diagnostic.description)
    }
  }
}
