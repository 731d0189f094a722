import Issuing

extension Portal {
  /// Adds the guides: their own pages, their chapters and their files.
  mutating func addGuides(
    workers: Int,
    memory: PortalMemory,
    setting: String
  ) throws(SiteFailure) {
    let makers = try makers(workers: workers, memory: memory, setting: setting)
    try makeChapters(makers, workers: workers, memory: memory, setting: setting)
    for (maker, chapters) in zip(makers, chapters) {
      let guide = maker.guide
      let path = "guides/\(guide.id)/index.html"
      let navigation = maker.navigation.values(at: nil)
      try add(path, from: "guide", with: values(of: guide, at: path, beside: navigation))
      for (page, chapter) in zip(guide.pages, chapters) {
        files.append(OutputFile(path: page.path(in: guide), bytes: chapter.html))
        diagnostics += chapter.diagnostics
      }
      for file in guide.files {
        files.append(OutputFile(path: "guides/\(guide.id)/\(file.path)", bytes: file.bytes))
      }
    }
  }

  /// Returns a maker of chapters for each guide, with the navigation that `memory` knows where it would be the same again.
  private func makers(
    workers: Int,
    memory: PortalMemory,
    setting: String
  ) throws(SiteFailure) -> [ChapterMaker] {
    let portal = self
    let known = memory.navigations
    let made = madeSideBySide("navigation", guides, workers: workers, atOnce: 1) { guide in
      Result { () throws(SiteFailure) in
        let basis = GuideNavigation.Basis(of: guide, in: portal, setting: setting)
        let last = known[guide.id]
        let navigation: GuideNavigation
        if let last, last.basis == basis {
          navigation = last
        } else {
          navigation = try GuideNavigation(of: basis, theme: portal.theme)
        }
        return ChapterMaker(
          portal: portal,
          guide: guide,
          navigation: navigation,
          glossary: Glossary(of: guide)
        )
      }
    }
    var makers: [ChapterMaker] = []
    for result in made { makers.append(try result.get()) }
    memory.navigations = Dictionary(makers.map { ($0.guide.id, $0.navigation) }) { $1 }
    return makers
  }

  /// Makes the chapters of all guides, but for those that `memory` knows and that would be the same again.
  private mutating func makeChapters(
    _ makers: [ChapterMaker],
    workers: Int,
    memory: PortalMemory,
    setting: String
  ) throws(SiteFailure) {
    let links = LinkBasis(guides, setting: setting)
    let hasSameLinks = memory.links == links
    var jobs: [ChapterJob] = []
    for maker in makers {
      for position in maker.guide.pages.indices {
        let path = maker.guide.pages[position].path(in: maker.guide)
        jobs.append(
          ChapterJob(
            maker: maker,
            position: position,
            basis: maker.basis(at: position, setting: setting),
            known: memory.chapters[path],
            hasSameLinks: hasSameLinks
          )
        )
      }
    }
    let made = madeSideBySide("chapters", jobs, workers: workers) { $0.result() }
    var chapters = makers.map { _ in [MadeChapter]() }
    memory.links = links
    memory.chapters = [:]
    var results = made[...]
    for (number, maker) in makers.enumerated() {
      for page in maker.guide.pages {
        let chapter = try results.removeFirst().get()
        chapters[number].append(chapter)
        memory.chapters[page.path(in: maker.guide)] = chapter
      }
    }
    self.chapters = chapters
  }
}

/// A chapter to be made, or to be kept as it is.
private struct ChapterJob: Sendable {
  let maker: ChapterMaker
  let position: Int
  let basis: ChapterBasis
  let known: MadeChapter?
  /// Whether links lead where they led when the known chapter was made.
  let hasSameLinks: Bool

  func result() -> Result<MadeChapter, SiteFailure> {
    if let known, known.basis == basis, hasSameLinks || known.targets == targets(of: known) {
      return .success(known)
    }
    return Result { () throws(SiteFailure) in try maker.make(position, of: basis) }
  }

  private func targets(of chapter: MadeChapter) -> [String] {
    let guide = maker.guide
    return maker.portal.finder.targets(
      of: chapter.destinations,
      in: guide.pages[position],
      of: guide
    )
  }
}
