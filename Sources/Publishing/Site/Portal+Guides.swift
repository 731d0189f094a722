import Issuing

extension Portal {
  /// Adds the guides: their own pages, their chapters and their files.
  mutating func addGuides(
    workers: Int,
    memory: PortalMemory,
    setting: String
  ) throws(SiteFailure) {
    let makers = try makers(workers: workers, memory: memory)
    try makeChapters(makers, workers: workers, memory: memory, setting: setting)
    for (maker, chapters) in zip(makers, chapters) {
      let guide = maker.guide
      let path = "guides/\(guide.id)/index.html"
      let navigation = maker.navigation.values(at: nil)
      try add(path, from: "guide", with: values(of: guide, at: path, beside: navigation))
      for (page, chapter) in zip(guide.pages, chapters) {
        files.append(OutputFile(path: page.path(in: guide), text: chapter.html))
        diagnostics += chapter.diagnostics
      }
      for file in guide.files {
        files.append(OutputFile(path: "guides/\(guide.id)/\(file.path)", bytes: file.bytes))
      }
    }
  }

  /// Returns a maker of chapters for each guide.
  private func makers(
    workers: Int,
    memory: PortalMemory
  ) throws(SiteFailure) -> [ChapterMaker] {
    let portal = self
    let made = madeSideBySide("navigation", guides, workers: workers, atOnce: 1) { guide in
      Result { () throws(SiteFailure) in
        ChapterMaker(
          portal: portal,
          guide: guide,
          navigation: try GuideNavigation(of: guide, in: portal),
          glossary: Glossary(of: guide)
        )
      }
    }
    var makers: [ChapterMaker] = []
    for result in made { makers.append(memory.sharing(try result.get())) }
    return makers
  }

  /// Makes the chapters of all guides, but for those that `memory` knows and that would be the same again.
  private mutating func makeChapters(
    _ makers: [ChapterMaker],
    workers: Int,
    memory: PortalMemory,
    setting: String
  ) throws(SiteFailure) {
    var jobs: [ChapterJob] = []
    for maker in makers {
      for position in maker.guide.pages.indices {
        let path = maker.guide.pages[position].path(in: maker.guide)
        jobs.append(
          ChapterJob(
            maker: maker,
            position: position,
            basis: maker.basis(at: position, setting: setting),
            known: memory.chapters[path]
          )
        )
      }
    }
    let made = madeSideBySide("chapters", jobs, workers: workers) { $0.result() }
    var chapters = makers.map { _ in [MadeChapter]() }
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

  func result() -> Result<MadeChapter, SiteFailure> {
    if let known, known.basis == basis, known.targets == targets(of: known) {
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
