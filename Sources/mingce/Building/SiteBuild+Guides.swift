import Diagnostics
import DocumentTree
import Issuing
import Remaking
import Site

extension SiteBuild {
  /// The folders of the guides.
  private var guideNames: [String] { world.folderNames(in: workshop.project.guides) }

  /// Returns the hash of all files of the guide in the folder `name`.
  private func digest(ofGuide name: String) throws(CommandFailure) -> String {
    try inputs.digest(below: "\(workshop.project.guides)/\(name)")
  }

  /// The hash of all guides and of the anchors that they had.
  func guidesDigest() throws(CommandFailure) -> String {
    var recipe = Recipe(["": try inputs.digest(of: workshop.project.anchorFile)])
    for name in guideNames { recipe[name] = try digest(ofGuide: name) }
    return recipe.digest
  }

  /// Reads all guides, tells what is wrong with them, and returns which documents they show.
  func findFigures() throws(CommandFailure) -> GuideFigures {
    let recipe = recipe(["guides": try guidesDigest()])
    let facts = try steps.carryOut("figures", recipe) { _ throws(CommandFailure) in
      let (guides, complaints) = try openedGuides()
      try world.settle(complaints)
      var figures = GuideFigures()
      for guide in guides {
        figures.guides[guide.id] = guide.samples.map { .init(form: $0.form, sample: $0.sample) }
      }
      return (try StepFacts.text(of: figures), [])
    }
    return try StepFacts.read(from: facts)
  }

  /// Opens the guides once a build; their complaints are told when their figures are looked for.
  func openedGuides() throws(CommandFailure) -> ([Guide], [Diagnostic]) {
    if let known = shelf.opened { return known }
    if let recipe = steps.lastRecipe(of: "portal") {
      try keptPages.recall(as: keptName(recipe), in: world)
    }
    let opened = try world.guides(of: workshop.project, memory: memory.portal)
    shelf.opened = opened
    return opened
  }

  /// Prints each guide as one PDF, and each of its pages as another.
  mutating func printGuides(shown figures: GuideFigures) throws(CommandFailure) {
    for name in guideNames {
      let shown = figures.guides[name] ?? []
      let recipe = recipe([
        "fonts": ingredients.fonts, "paper": ingredients.paper,
        "guide": try digest(ofGuide: name), "documents": documentsDigest { shown.contains($0) },
      ])
      var build = self
      try steps.carryOut("guides/\(name)", recipe) { _ throws(CommandFailure) in
        ("", try build.printGuide(name, shown: figures))
      }
      self = build
      highlights.append("guides/\(name)/\(name).pdf")
      printed.insert(name)
    }
  }

  private mutating func printGuide(
    _ name: String,
    shown figures: GuideFigures
  ) throws(CommandFailure) -> [String] {
    guard let guide = try openedGuides().0.first(where: { $0.id == name }) else { return [] }
    let printer = try openPrinter()
    let links = try links(shown: figures)
    var files = [guide.printPath]
    let count = try printer.print(
      guide,
      documents: links,
      style: workshop.guideStyle,
      to: "\(output)/\(guide.printPath)"
    )
    world.console.note("\(guide.printPath)  《\(guide.title)》\(count) 页")
    for page in guide.pages {
      let path = page.printPath(in: guide)
      _ = try printer.print(
        pageDocument(page, of: guide, documents: links),
        dated: guide.updated,
        style: workshop.guideStyle,
        to: "\(output)/\(path)"
      )
      files.append(path)
    }
    return files
  }

  /// The hash of the documents that are `wanted`, with all that is remembered of them.
  func documentsDigest(where isWanted: (GuideFigures.Shown) -> Bool) -> String {
    let parts = documents.filter { isWanted($0.shown) }.map { (key: $0.step, value: $0.recipe) }
    return Recipe.digest(of: parts)
  }
}
