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
    /// Whether the form has a card from an earlier sample.
    var hasCard: Bool
    /// Whether a figure of a guide shows the document.
    var isShown: Bool
  }

  /// Prints every form that finds something to print in each sample file.
  mutating func printSamples(
    _ forms: [FormSummary],
    shown figures: GuideFigures
  ) throws(CommandFailure) {
    let folder = workshop.project.samples
    guard world.isFolder(folder) else { return }
    // The rosters are what most people come for.
    let ordered = forms.sorted { $0.name < $1.name }
    let names = (ordered.filter(\.isRoster) + ordered.filter { !$0.isRoster }).map(\.name)
    for file in try world.names(in: folder)
    where file.hasSuffix(".json") || file.hasSuffix(".jsonl") {
      try printSample(file, forms: names, shown: figures)
    }
  }

  private mutating func printSample(
    _ file: String,
    forms: [String],
    shown figures: GuideFigures
  ) throws(CommandFailure) {
    let path = "\(workshop.project.samples)/\(file)"
    let digest = try inputs.digest(of: path)
    var orders: [Order] = []
    for form in forms { orders.append(try order(form, from: file, digest, shown: figures)) }
    var stale: [Form] = []
    for order in orders where steps.facts(of: order.step, order.recipe) == nil {
      stale.append(try form(order.form))
    }
    let sample = SampleReading(path, for: stale, of: workshop.project, in: world)
    let reading = recipe(["rules": ingredients.rules, "sample": digest])
    let problems = try steps.carryOut("samples/\(file)", reading) { _ throws(CommandFailure) in
      try sample.read(tells: true)
      return (sample.hasErrors ? "problems" : "", [])
    }
    hasProblems = hasProblems || !problems.isEmpty
    for order in orders { try print(order, from: sample, named: file) }
  }

  /// Returns what the document of `form` from the sample `file` is made of.
  private func order(
    _ form: String,
    from file: String,
    _ digest: String,
    shown figures: GuideFigures
  ) throws(CommandFailure) -> Order {
    let hasCard = documents.contains { $0.printed.form == form && $0.printed.card != nil }
    let isShown = figures.show(form, from: file.stem)
    let parts = [
      "fonts": ingredients.fonts, "paper": ingredients.paper, "sheet": ingredients.sheetRules,
      "rules": ingredients.rules, "sample": digest, "card": "\(!hasCard)", "shown": "\(isShown)",
      "form": try inputs.digest(below: "\(workshop.project.forms)/\(form)"),
      "pictures": pictures.map(\.rawValue).joined(separator: ","),
    ]
    return Order(
      form: form,
      step: "documents/\(file)/\(form)",
      recipe: recipe(parts),
      hasCard: hasCard,
      isShown: isShown
    )
  }

  private mutating func print(
    _ order: Order,
    from sample: SampleReading,
    named file: String
  ) throws(CommandFailure) {
    var build = self
    let facts = try steps.carryOut(order.step, order.recipe) { _ throws(CommandFailure) in
      guard let run = try sample.run(of: order.form) else { return ("", []) }
      let (printed, files) = try build.print(run, by: order, below: "documents/\(file.stem)")
      return (try StepFacts.text(of: printed), files)
    }
    self = build
    guard !facts.isEmpty else { return }
    let printed: PrintedDocument = try StepFacts.read(from: facts)
    if documents.isEmpty || printed.isPersonal, highlights.count < 3 {
      highlights.append("documents/\(file.stem)/\(order.form).pdf")
    }
    documents.append(
      MadeDocument(step: order.step, recipe: order.recipe.digest, file: file, printed: printed)
    )
  }

  private mutating func print(
    _ run: FormRun,
    by order: Order,
    below folder: String
  ) throws(CommandFailure) -> (PrintedDocument, files: [String]) {
    let stem = "\(folder)/\(run.form.name)"
    let printer = try openPrinter()
    let content = try printer.print(run, to: "\(output)/\(stem)", as: .pdf).content
    _ = try printer.print(run, to: "\(output)/\(stem)", as: .html)
    var files = ["\(stem).pdf", "\(stem).html"]
    for format in pictures {
      let made = try printer.print(run, to: "\(output)/\(stem)", as: format)
      files += made.files.map { String($0.dropFirst(output.count + 1)) }
      world.console.note("\(made.names)  《\(run.title)》\(made.content)")
    }
    world.console.note("\(stem).pdf  《\(run.title)》\(content)，\(run.extent)")
    let page = order.hasCard && !order.isShown ? nil : try printer.firstPage(of: run)
    if order.isShown { memory.drawings[order.recipe.digest] = page?.drawing }
    var card: PrintedDocument.Card?
    if let page, !order.hasCard {
      card = try writeCard(of: run, page, at: stem)
      files += ["\(stem).png", "\(stem).json"]
    }
    return (PrintedDocument(of: run, content: content.description, at: stem, card: card), files)
  }
}

extension String {
  /// The name of a file up to its first point.
  var stem: String { String(prefix { $0 != "." }) }
}
