import Diagnostics
import Forms
import Issuing
import Records

/// Makes all documents of a package from one record file, and tells what remains to be done by hand.
struct PackageRun {
  /// What the name of a package begins with on the command line.
  static let prefix = "package:"

  private let package: FormPackage
  private let workshop: Workshop
  private let world: World
  private let mask: MaskLevel

  /// Opens the package that `name` calls for.
  init(
    _ name: String,
    _ workshop: Workshop,
    in world: World,
    mask: MaskLevel
  ) throws(CommandFailure) {
    (self.workshop, self.world, self.mask) = (workshop, world, mask)
    let wanted = String(name.dropFirst(Self.prefix.count))
    let packages = try workshop.packages()
    guard let package = packages.first(where: { $0.name == wanted || $0.title == wanted }) else {
      let near = nearName(to: wanted, in: packages.map(\.name))
      let all = packages.map { "\($0.name)（\(term: $0.title)）" as Message }.joined(separator: "、")
      throw .usage("没有名为“\(wanted)”的打包\(near)现有：\(all)")
    }
    self.package = package
    if let refusal = package.refusal { throw .usage("《\(title)》不能打包：\(term: refusal)") }
  }

  /// What the matter is called.
  private var title: Message { "\(package.title, meaning: package.title)" }

  /// Prints the documents of `records` into `folder`, each copy in a file of its own, and the list of tasks.
  func run(_ records: String, into folder: String) throws(CommandFailure) -> ExitStatus {
    var forms: [Form] = []
    for name in package.forms {
      var form = package.narrowing(try workshop.form(name))
      form.mask = mask
      forms.append(form)
    }
    var builders = forms.map { SelectionBuilder($0) }
    var missing = MissingAttachments(package)
    var people: Set<String> = []
    var report = RecordReport(
      world: world,
      shelf: try world.ruleShelf(of: workshop.project),
      showsNotices: false
    )
    let read = try report.readForDocuments(records) { row, batch in
      for index in builders.indices { builders[index].visit(row, in: batch) }
      missing.visit(row.outcome)
      if case .accepted(let filing) = row.outcome, package.takes(filing, in: batch) {
        people.insert(filing.employee.matchingNumber)
      }
    }
    guard let whole = read else { return .problemsFound }
    if whole.batch.profile != package.profile {
      world.console.note(
        "警告：《\(title)》是\(term: package.profile.label)的打包，记录文件的地区方案是\(term: whole.batch.profile.label)。"
      )
    }
    let file = package.narrowing(whole, to: people)
    for form in forms { world.remark(on: form, for: whole.batch.employer) }
    var runs: [FormRun] = []
    for (index, form) in forms.enumerated() {
      runs.append(FormRun(form, of: file, selection: builders[index].finish()))
    }
    guard runs.contains(where: { !$0.isEmpty && ($0.form.takesFilings || $0.form.listsLines) })
    else {
      world.console.note("错误：记录里没有《\(title)》的内容，未生成文件。")
      return .problemsFound
    }
    let written = try write(runs, into: folder)
    try tell(written, missing.tasks(in: file.batch, chosenBy: runs), in: folder)
    return report.hasErrors ? .problemsFound : .ok
  }

  private func write(_ runs: [FormRun], into folder: String) throws(CommandFailure) -> [Message] {
    let printer = try Printer(workshop, isStandalone: true, in: world)
    try makeFolder(folder)
    var lines: [Message] = []
    for run in runs {
      guard !run.isEmpty else {
        lines.append("没有内容，未生成：《\(run.title, meaning: run.title)》")
        continue
      }
      for copy in run.form.numberedCopies(for: run.file.batch.profile) {
        var run = run
        run.copy = copy
        let name = run.form.fileTitle(for: run.file.batch.profile, copy)
        let content = try printer.print(run, to: "\(folder)/\(name)", as: .pdf).content
        let file = "\(name).pdf"
        lines.append("\(file, meaning: run.title)：\(content)，\(run.extent)")
      }
    }
    return lines
  }

  /// Says what was made and what remains to be done, on the console and in a file beside the documents.
  private func tell(
    _ written: [Message],
    _ tasks: [Message],
    in folder: String
  ) throws(CommandFailure) {
    var lines: [Message] = ["《\(title)》", "", "已生成："]
    lines += written.map { "  \($0)" as Message }
    lines += ["", "还要办："]
    lines += tasks.enumerated().map { "  ☐ \($0.offset + 1). \($0.element)" as Message }
    let words = world.console.words
    let text = lines.map { $0.words(in: words) + "\n" }.joined()
    let path = ("\(folder)/办理清单.txt" as Message).words(in: words)
    try world.write(Array(text.utf8), to: path)
    world.console.put(text)
    world.console.say("")
    world.console.say("已写入“\(path)”。")
  }
}

/// Finds out which attachments of a package no record has yet.
private struct MissingAttachments {
  private let package: FormPackage
  /// The persons who lack a paper, by its kind, each with the row of the filing.
  private var lacking: [String: [(row: Int, name: String)]] = [:]

  init(_ package: FormPackage) { self.package = package }

  /// Takes notice of the attachments of a filing.
  mutating func visit(_ outcome: RowOutcome) {
    guard case .accepted(let filing) = outcome else { return }
    for task in package.tasks where task.holder == .person {
      guard let kind = task.attachment, !filing.attachments.contains(kind) else { continue }
      lacking[kind, default: []].append((filing.row, filing.employee.name))
    }
  }

  /// Returns what remains to be done, with the names of those whom `runs` print and who still lack a paper.
  func tasks(in batch: Batch, chosenBy runs: [FormRun]) -> [Message] {
    let rows = Set(runs.flatMap(\.selection.rows))
    return package.tasks.compactMap { task in
      let text = Message(term: task.text)
      guard let kind = task.attachment else { return text }
      switch task.holder {
      case .matter: return text
      case .employer: return batch.employer.attachments.contains(kind) ? nil : text
      case .person:
        let names = (lacking[kind] ?? []).filter { rows.contains($0.row) }.map(\.name)
        guard !names.isEmpty else { return nil }
        let others: Message = names.count > 10 ? "等" : ""
        return "\(text)：\(list: names.prefix(10))\(others)（\(names.count)人）"
      }
    }
  }
}

extension Workshop {
  /// Reads the project's packages.
  func packages() throws(CommandFailure) -> [FormPackage] {
    let file = project.shown(project.packages, in: world)
    let (packages, complaints) = readPackages(try world.text(of: project.packages), file: file)
    try world.settle(complaints)
    return packages
  }
}
