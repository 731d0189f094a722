import Diagnostics
import Forms
import Issuing
import Records

/// Finds a small record file that a form can be printed from: the form's own, or an excerpt of one of the project's samples.
struct FormSample {
  private let workshop: Workshop
  private let world: World

  init(_ workshop: Workshop, in world: World) { (self.workshop, self.world) = (workshop, world) }

  /// Returns the form's own sample, or of the first sample that suits `form` one filing, two for a form that lists them.
  func records(for form: Form) throws(CommandFailure) -> String? {
    let own = workshop.project.ownSample(of: form.name)
    if world.exists(own) { return try world.text(of: own) }
    var other: FormRun?
    for name in try world.names(in: workshop.project.samples)
    where name.hasSuffix(".json") || name.hasSuffix(".jsonl") {
      guard let run = try run(of: form, from: "\(workshop.project.samples)/\(name)"), !run.isEmpty
      else { continue }
      if form.isAsked(of: run.file.batch) { return try run.excerpt() }
      other = other ?? run
    }
    guard let other else { return nil }
    return try other.excerpt()
  }

  private func run(of form: Form, from path: String) throws(CommandFailure) -> FormRun? {
    var report = RecordReport(world: world, shelf: nil, showsNotices: false)
    var builder = SelectionBuilder(form)
    return try report.read(path) { builder.visit($0, in: $1) }
      .map { FormRun(form, of: $0, selection: builder.finish()) }
  }
}

extension FormRun {
  /// Returns records that print the form, taken from those of the run: one filing, or two for a form that lists them.
  func excerpt() throws(CommandFailure) -> String {
    let count = form.scope == .filing ? 1 : 2
    do throws(ReadFailure) {
      return try file.excerpt(rows: Array(selection.rows.prefix(count)), lists: form.usedLists)
    } catch {
      throw .inputMissing(path: file.name, reason: error.message)
    }
  }
}
