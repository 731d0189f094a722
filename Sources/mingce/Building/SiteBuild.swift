import Diagnostics
import DocumentTree
import Forms
import Remaking
import Site

/// One run of `mingce build`: every step makes its files, when they have become necessary, and tells the next one of them.
struct SiteBuild {
  let workshop: Workshop
  let output: String
  let world: World
  let inputs: BuildInputs
  let ingredients: BuildIngredients
  let steps: BuildSteps
  let memory: BuildMemory
  private let ledgerFile: BuildLedgerFile
  let keptPages: KeptPages
  private let journal: BuildJournal
  let shelf = GuideShelf()
  private var printer: Printer?
  private var opened: [String: Form] = [:]

  /// What samples are written as beside PDF and HTML.
  var pictures: [OutputFormat] = []
  /// The documents so far, in their order.
  var documents: [MadeDocument] = []
  /// The guides whose PDF is there.
  var printed: Set<String> = []
  /// Whether a record file holds errors.
  var hasProblems = false
  /// A few files that are worth opening first.
  var highlights: [String] = []

  /// Begins to build the project of `workshop` into the folder `output`; `memory` knows what the same process built before.
  init(
    _ workshop: Workshop,
    into output: String,
    memory: BuildMemory = BuildMemory(),
    in world: World
  ) throws(CommandFailure) {
    journal = try BuildJournal(of: output, in: world)
    var world = world
    world.journal = journal
    (self.workshop, self.output, self.memory, self.world) = (workshop, output, memory, world)
    keptPages = KeptPages(of: output, memory: memory)
    ledgerFile = BuildLedgerFile(of: output, memory: memory)
    let last = try ledgerFile.read(in: world)
    inputs = BuildInputs(last.inputs, in: world)
    ingredients = try BuildIngredients(of: workshop.project, inputs, in: world)
    steps = BuildSteps(into: output, after: last, begun: journal.begun, in: world)
  }

  /// Carries out all steps; `printsGuides` makes PDFs of the guides as well.
  mutating func run(printsGuides: Bool) throws(CommandFailure) {
    do throws(CommandFailure) {
      let figures = try findFigures()
      let forms = try listForms()
      try printSamples(forms, shown: figures)
      if printsGuides { try printGuides(shown: figures) }
      try writePortal(forms, shown: figures)
      try writeLedger(try steps.finish())
      journal.end()
    } catch {
      // A build that could not even begin leaves nothing behind.
      if !steps.unfinished.allSatisfy({ $0.value.outputs.isEmpty }) {
        try writeLedger(steps.unfinished)
      }
      throw error
    }
  }

  /// Writes down what was made of what.
  ///
  /// Where an input has changed since it was read, nobody can tell which of its versions went into the output: then nothing
  /// counts as made, and everything is made again next time.
  private func writeLedger(
    _ steps: [String: BuildLedger.Step]
  ) throws(CommandFailure) {
    var ledger = BuildLedger()
    ledger.inputs = inputs.inputs
    ledger.steps = steps
    let changed = inputs.changed
    if !changed.isEmpty { ledger.steps = steps.mapValues(\.forgotten) }
    // What is remembered of guides is compared with their texts themselves, not with hashes of them.
    if changed.contains(where: { !$0.hasPrefix(workshop.project.guides + "/") }) { memory.forget() }
    try ledgerFile.write(ledger, in: world)
  }

  /// Leaves what is remembered to the end of the process, which is near: to take it apart piece by piece takes longer than to
  /// make a dozen pages.
  func leaveMemory() {
    _ = unsafe Unmanaged.passRetained(memory)
    _ = unsafe Unmanaged.passRetained(shelf)
  }

  /// How many files were made and how many were left.
  var summary: Message {
    let (made, kept) = (steps.madeCount, steps.keptCount)
    if kept == 0 { return "已生成 \(made) 个文件" }
    return made == 0 ? "没有变化，\(kept) 个文件都是最新的" : "已生成 \(made) 个文件，另有 \(kept) 个没有变化"
  }

  /// Returns a recipe with the program, and `others`.
  func recipe(_ others: [String: String]) -> Recipe {
    Recipe(others.merging(["program": ingredients.program]) { $1 })
  }

  /// Returns the printer; fonts are opened when something is printed for the first time.
  mutating func openPrinter() throws(CommandFailure) -> Printer {
    if let printer { return printer }
    let opened = try Printer(workshop, isStandalone: true, in: world)
    printer = opened
    return opened
  }

  /// Returns the form `name`, whose complaints were told when the forms were listed.
  mutating func form(_ name: String) throws(CommandFailure) -> Form {
    if let form = opened[name] { return form }
    let form = try workshop.form(name, tells: false)
    opened[name] = form
    return form
  }

  /// Opens all forms and returns what the page of all forms says of each, those of all places first.
  private mutating func listForms() throws(CommandFailure) -> [FormSummary] {
    let recipe = recipe([
      "paper": ingredients.paper,
      "forms": try inputs.digest(below: workshop.project.forms),
    ])
    let facts = try steps.carryOut("forms", recipe) { _ throws(CommandFailure) in
      (try StepFacts.text(of: FormSummary.list(try workshop.catalogue())), [])
    }
    return try StepFacts.read(from: facts)
  }
}

/// A document that was printed from a sample, by this build or an earlier one.
struct MadeDocument {
  /// The name of its step.
  var step: String
  /// The hash of the step's recipe.
  var recipe: String
  /// The sample.
  var sample: BuildSample
  /// What is remembered of it.
  var printed: PrintedDocument

  /// The document as figures of guides name it.
  var shown: GuideFigures.Shown { .init(form: printed.form, sample: sample.name) }
}

extension BuildLedger.Step {
  /// The step with its files, but as if it had been made of something unknown.
  fileprivate var forgotten: BuildLedger.Step {
    BuildLedger.Step(recipe: "", outputs: outputs, facts: facts, complaints: complaints)
  }
}
