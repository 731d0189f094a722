import Issuing
import Searching

extension Portal {
  /// Adds the guides: their own pages, their chapters and their files.
  mutating func addGuides(
    workers: Int,
    memory: PortalMemory,
    setting: String
  ) throws(SiteFailure) {
    let makers = try makers(workers: workers, memory: memory, setting: setting)
    try makeChapters(makers, workers: workers, memory: memory)
    for (maker, chapters) in zip(makers, chapters) {
      let guide = maker.guide
      let path = "guides/\(guide.id)/index.html"
      let navigation = maker.navigation.values(at: nil)
      try add(path, from: "guide", with: values(of: guide, at: path, beside: navigation))
      for (page, chapter) in zip(guide.pages, chapters) {
        files.append(chapter.file(at: page.path(in: guide)))
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
        if let last, last.basis.digest == basis.digest {
          navigation = last
        } else {
          navigation = try GuideNavigation(of: basis, theme: portal.theme)
        }
        return ChapterMaker(of: guide, in: portal, beside: navigation, setting: setting)
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
    memory: PortalMemory
  ) throws(SiteFailure) {
    var jobs: [ChapterJob] = []
    for maker in makers {
      for (position, page) in maker.guide.pages.enumerated() {
        let path = page.path(in: maker.guide)
        let known = memory.chapters[path].flatMap { chapter in
          isAtHand(chapter, at: path, number: jobs.count) ? chapter : nil
        }
        jobs.append(ChapterJob(maker: maker, position: position, path: path, known: known))
      }
    }
    var index = SearchIndex()
    let made = madeSideBySide(
      "chapters",
      jobs,
      workers: workers,
      taking: { if case .success(let chapter) = $0 { index.add(chapter.search) } },
      make: { $0.result() }
    )
    searchIndex = index
    memory.chapters = [:]
    memory.order = jobs.map(\.path)
    var chapters: [MadeChapter] = []
    for (job, result) in zip(jobs, made) {
      let chapter = try result.get()
      chapters.append(chapter)
      memory.chapters[job.path] = chapter
    }
    var rest = chapters[...]
    self.chapters = makers.map { maker in
      defer { rest = rest.dropFirst(maker.guide.pages.count) }
      return Array(rest.prefix(maker.guide.pages.count))
    }
  }

  /// Returns whether the files of `chapter` are known or stand, when it is the page `number` of the portal.
  private func isAtHand(_ chapter: MadeChapter, at path: String, number: Int) -> Bool {
    switch chapter.page {
    case .made: true
    case .written(let before):
      before == number && standing.contains(path)
        && standing.contains(Portal.searchPath(ofPage: number))
    }
  }
}

/// A chapter to be made, or to be kept as it is.
private struct ChapterJob: Sendable {
  let maker: ChapterMaker
  let position: Int
  let path: String
  let known: MadeChapter?

  func result() -> Result<MadeChapter, SiteFailure> {
    let basis = maker.basis(at: position)
    if let known, known.basis == basis.digest,
      known.targets == maker.targets(of: known.destinations, at: position)
    {
      return .success(known)
    }
    return Result { () throws(SiteFailure) in try maker.make(basis) }
  }
}
