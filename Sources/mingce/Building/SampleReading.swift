import Forms
import Issuing
import Records

/// A record file of `samples`, read when something is printed of it: at most once, for all forms together.
final class SampleReading {
  private let path: String
  private let forms: [Form]
  private let world: World
  private let project: Project
  private var runs: [String: FormRun]?
  /// Whether the file holds errors, once it has been read.
  private(set) var hasErrors = false

  /// Prepares to print `forms` from the file at `path`.
  init(_ path: String, for forms: [Form], of project: Project, in world: World) {
    (self.path, self.forms, self.project, self.world) = (path, forms, project, world)
  }

  /// Returns the run of the form `name`; nothing when the file holds nothing for it or cannot be used.
  func run(of name: String) throws(CommandFailure) -> FormRun? {
    if runs == nil { try read(tells: false) }
    return runs?[name]
  }

  /// Reads the file, and `tells` what is wrong with it.
  func read(tells: Bool) throws(CommandFailure) {
    var report = RecordReport(
      world: world,
      shelf: try world.ruleShelf(of: project),
      showsNotices: false,
      tells: tells
    )
    var builders = forms.map { SelectionBuilder($0) }
    let file = try report.readForDocuments(path) { row, batch in
      for index in builders.indices { builders[index].visit(row, in: batch) }
    }
    hasErrors = report.hasErrors || file == nil
    var runs: [String: FormRun] = [:]
    if let file {
      for (index, form) in forms.enumerated() where form.isAsked(of: file.batch) {
        let run = FormRun(form, of: file, selection: builders[index].finish())
        if !run.isEmpty { runs[form.name] = run }
      }
    }
    self.runs = runs
  }
}
