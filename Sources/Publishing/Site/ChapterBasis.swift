import Calendar
import Remaking

/// Everything that a page of a guide is made of, but for where its links lead.
struct ChapterBasis: Sendable {
  /// The page's place in its guide, from 0.
  let position: Int
  /// The anchors of earlier days, by those of the headings.
  let aliases: [String: [String]]
  /// The hash of these and of all else; two pages made of the same have the same.
  let digest: String

  /// Looks over `page` at `position`; `surroundings` is the hash of what all pages of its guide have in common.
  ///
  /// Title and headings follow from text, number and the guide's numbering; figures are counted through the guide.
  init(
    of page: GuidePage,
    at position: Int,
    aliases: [String: [String]],
    surroundings: String
  ) {
    (self.position, self.aliases) = (position, aliases)
    let figures = page.figures.map { "\($0.number) \($0.id)" }
    let gone = aliases.sorted { $0.key < $1.key }.flatMap { [$0.key] + $0.value + [""] }
    digest =
      Recipe([
        "text": page.reading.digest, "file": page.file, "slug": page.slug, "number": page.number,
        "position": String(position), "figures": figures.joined(separator: "\n"),
        "aliases": gone.joined(separator: "\n"), "surroundings": surroundings,
      ]).digest
  }
}

extension ChapterMaker {
  /// The hash of what all pages of the guide have in common; `setting` names what is not part of the guides: the theme,
  /// the settings of the portal, the documents and forms.
  static func surroundings(
    of guide: Guide,
    beside navigation: GuideNavigation,
    _ glossary: Glossary,
    setting: String
  ) -> String {
    let head = [guide.id, guide.title, guide.short, guide.region, guide.unit, guide.summary]
    return Recipe([
      "guide": Recipe.digest(of: head.map { (key: "", value: $0) }),
      "updated": guide.updated?.description ?? "", "numbering": "\(guide.numbering)",
      "terms": guide.termsPage ?? "", "navigation": navigation.basis.digest,
      "glossary": glossary.digest, "setting": setting,
    ]).digest
  }
}
