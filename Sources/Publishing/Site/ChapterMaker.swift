import Diagnostics
import DocumentTree
import HTML
import Searching

/// Makes the pages of one guide; it needs nothing of what other pages have become, so several can be made side by side.
struct ChapterMaker: Sendable {
  let portal: Portal
  let guide: Guide
  let navigation: GuideNavigation
  let glossary: Glossary

  /// Returns what the page at `position` is made of.
  func basis(at position: Int, setting: String) -> ChapterBasis {
    ChapterBasis(
      own: guide.pages[position].own,
      guide: guide.head,
      navigation: navigation,
      position: position,
      aliases: portal.anchors.aliases(of: guide.pages[position], in: guide),
      glossary: glossary,
      setting: setting
    )
  }

  /// Makes the page at `position`, which is made of `basis`.
  func make(_ position: Int, of basis: ChapterBasis) throws(SiteFailure) -> MadeChapter {
    let page = guide.pages[position]
    let linked = LinkedPage(page, of: guide, finder: portal.finder)
    return MadeChapter(
      basis: basis,
      destinations: linked.destinations,
      targets: portal.finder.targets(of: linked.destinations, in: page, of: guide),
      html: Array(try portal.theme.render("page", with: try values(of: linked, basis)).utf8),
      contents: try portal.theme.render("chapter", with: portal.contents(of: page, in: guide)),
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
