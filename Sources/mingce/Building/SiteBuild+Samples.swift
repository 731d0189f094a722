import Diagnostics
import Forms
import Issuing
import Remaking

extension SiteBuild {
  /// A document that a sample may make.
  private struct Order {
    var form: String
    var step: String
    var recipe: Recipe
    /// Whether the form has its card from another sample.
    var hasCard: Bool
    /// Whether a figure of a guide shows the document.
    var isShown: Bool
  }

  /// Prints every form that finds something to print in each sample file, and those that bring a sample along from theirs.
  mutating func printSamples(
    _ forms: [FormSummary],
    shown figures: GuideFigures
  ) throws(CommandFailure) {
    let folder = workshop.project.samples
    // The rosters are what most people come for; the rest as the trade numbers them.
    let ordered = forms.sorted { $0.placeAmongSamples < $1.placeAmongSamples }
    let names = (ordered.filter(\.isRoster) + ordered.filter { !$0.isRoster }).map(\.name)
    for file in world.isFolder(folder) ? try world.names(in: folder) : []
    where file.hasSuffix(".json") || file.hasSuffix(".jsonl") {
      try printSample(BuildSample(file, in: folder), forms: names, shown: figures)
    }
    for form in ordered where hasOwnSample(form.name) {
      let path = workshop.project.ownSample(of: form.name)
      try printSample(BuildSample(ownOf: form, at: path), forms: [form.name], shown: figures)
    }
  }

  private func hasOwnSample(_ form: String) -> Bool {
    world.exists(workshop.project.ownSample(of: form))
  }

  private mutating func printSample(
    _ file: BuildSample,
    forms: [String],
    shown figures: GuideFigures
  ) throws(CommandFailure) {
    let digest = try inputs.digest(of: file.path)
    var orders: [Order] = []
    for form in forms { orders.append(try order(form, from: file, digest, shown: figures)) }
    var stale: [Form] = []
    for order in orders where steps.facts(of: order.step, order.recipe) == nil {
      stale.append(try form(order.form))
    }
    let sample = SampleReading(file.path, for: stale, of: workshop.project, in: world)
    let reading = recipe(["rules": ingredients.rules, "sample": digest])
    if file.tellsProblems {
      let step = "samples/\(file.key)"
      let problems = try steps.carryOut(step, reading) { _ throws(CommandFailure) in
        try sample.read(tells: true)
        return (sample.hasErrors ? "problems" : "", [])
      }
      hasProblems = hasProblems || !problems.isEmpty
    }
    for order in orders { try print(order, from: sample, of: file) }
  }

  /// Returns what the document of `form` from the sample `file` is made of.
  private func order(
    _ form: String,
    from file: BuildSample,
    _ digest: String,
    shown figures: GuideFigures
  ) throws(CommandFailure) -> Order {
    // The card shows the form's own sample, where there is one.
    let hasCard =
      documents.contains { $0.printed.form == form && $0.printed.card != nil }
      || file.owner == nil && hasOwnSample(form)
    let isShown = figures.show(form, from: file.name)
    let parts = [
      "fonts": ingredients.fonts, "paper": ingredients.paper, "sheet": ingredients.sheetRules,
      "rules": ingredients.rules, "sample": digest, "card": "\(!hasCard)", "shown": "\(isShown)",
      "form": try inputs.digest(below: "\(workshop.project.forms)/\(form)"),
      "pictures": pictures.map(\.rawValue).joined(separator: ","),
    ]
    return Order(
      form: form,
      step: "documents/\(file.key)/\(form)",
      recipe: recipe(parts),
      hasCard: hasCard,
      isShown: isShown
    )
  }

  private mutating func print(
    _ order: Order,
    from sample: SampleReading,
    of file: BuildSample
  ) throws(CommandFailure) {
    var build = self
    let facts = try steps.carryOut(order.step, order.recipe) { _ throws(CommandFailure) in
      guard let run = try sample.run(of: order.form) else { return ("", []) }
      let (printed, files) = try build.print(run, by: order, from: file)
      return (try StepFacts.text(of: printed), files)
    }
    self = build
    guard !facts.isEmpty else { return }
    let printed: PrintedDocument = try StepFacts.read(from: facts)
    if documents.isEmpty || printed.isPersonal, highlights.count < 3 {
      highlights.append("documents/\(file.name)/\(order.form).pdf")
    }
    documents.append(
      MadeDocument(step: order.step, recipe: order.recipe.digest, sample: file, printed: printed)
    )
  }

  private mutating func print(
    _ run: FormRun,
    by order: Order,
    from file: BuildSample
  ) throws(CommandFailure) -> (PrintedDocument, files: [String]) {
    let stem = "documents/\(file.name)/\(run.form.name)"
    let printer = try openPrinter()
    let content = try printer.print(run, to: "\(output)/\(stem)", as: .pdf).content
    _ = try printer.print(run, to: "\(output)/\(stem)", as: .html)
    let title: Message = "\(run.title, meaning: run.title)"
    var files = ["\(stem).pdf", "\(stem).html"]
    for format in pictures {
      let made = try printer.print(run, to: "\(output)/\(stem)", as: format)
      files += made.files.map { String($0.dropFirst(output.count + 1)) }
      world.console.note("\(made.names)  《\(title)》\(made.content)")
    }
    world.console.note("\(stem).pdf  《\(title)》\(content)，\(run.extent)")
    let page = order.hasCard && !order.isShown ? nil : try printer.firstPage(of: run)
    if order.isShown { memory.drawings[order.recipe.digest] = page?.drawing }
    var card: PrintedDocument.Card?
    if let page, !order.hasCard {
      let records = try file.owner == nil ? run.excerpt() : world.text(of: file.path)
      card = try writeCard(of: records, page, at: stem)
      files += ["\(stem).png", "\(stem).json"]
    }
    return (PrintedDocument(of: run, content: content.description, at: stem, card: card), files)
  }
}
