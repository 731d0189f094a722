import Diagnostics
import Serving

/// A project's portal in a folder of its own, built anew whenever something of it changes, for browsers on this machine.
final class Preview {
  private let project: Project
  private let world: World
  private let printsGuides: Bool
  private let folder: String
  private let shelf: PreviewShelf
  private let memory = BuildMemory(keepsFiles: true)
  private var isSound = false
  /// What browsers see.
  let site: PreviewSite

  /// The folders whose files the portal is made of.
  var sources: [String] {
    let homes = Set([project.folder, world.homeIfAny ?? project.folder]).sorted()
    return homes.flatMap { home in ["content", "themes", "fonts"].map { "\(home)/\($0)" } }
  }

  /// Prepares the preview of `project`; `printsGuides` makes PDFs of the guides as well.
  init(of project: Project, printsGuides: Bool, in world: World) {
    (self.project, self.printsGuides, self.world) = (project, printsGuides, world)
    folder = "\(project.folder)/.mingce/preview"
    let shelf = PreviewShelf(folder, in: world)
    self.shelf = shelf
    site = PreviewSite { shelf.bytes(of: $0) }
  }

  /// Builds what has become necessary, shows it to all open pages and tells how long that took.
  func build() throws(CommandFailure) {
    let start = ContinuousClock.now
    do throws(CommandFailure) {
      let workshop = try Workshop(project, in: world)
      var build = try SiteBuild(workshop, into: folder, memory: memory, in: world)
      try build.run(printsGuides: printsGuides)
      shelf.files = build.steps.files
      guard !isSound || build.steps.hasChanges else { return }
      isSound = true
      site.show(problems: [])
      let time = Int((ContinuousClock.now - start) / .milliseconds(1))
      world.console.say("\(build.summary)（\(time) 毫秒）")
    } catch {
      if case .cannotWrite = error { throw error }
      isSound = false
      error.lines.forEach(world.console.note)
      site.show(problems: try problems(of: error))
    }
  }

  /// Returns what browsers show of `failure`.
  private func problems(of failure: CommandFailure) throws(CommandFailure) -> [String] {
    guard case .unfit(let diagnostics) = failure else {
      return failure.lines.map { $0.words(in: world.console.words) }
    }
    var problems: [String] = []
    for diagnostic in diagnostics { problems.append(try world.excerpt(of: diagnostic)) }
    return problems
  }
}
