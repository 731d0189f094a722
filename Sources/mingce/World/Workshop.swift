import Diagnostics
import Fonts
import Forms
import Issuing
import Site
import Styling
import YAML

/// Everything documents are made with: forms, fonts and the theme of a project.
struct Workshop {
  let project: Project
  /// The looks that forms start from.
  let formLooks: PageLooks
  /// The paper of guides.
  let guideStyle: PageStyle
  let world: World
  /// The content of the `theme.yaml` that says how forms look.
  let paperYAML: String
  private let screen: ScreenTheme

  /// Opens what paper needs of the theme that the site of `project` names, or of the house's own.
  init(_ project: Project, in world: World) throws(CommandFailure) {
    self.project = project
    self.world = world
    let folders = try ThemeFolders(try project.themeName(in: world), of: project, in: world)
    let (theme, complaints) = (folders.settings, folders.diagnostics)
    screen = ScreenTheme(folders)
    paperYAML = folders.paperYAML
    let (looks, formComplaints) = readPageLooks(paper: theme.paper, looks: theme.looks)
    let (guideStyle, guideComplaints) =
      theme.guidePaper.map { readPageStyle($0, over: looks.base) } ?? (looks.base, [])
    formLooks = looks
    self.guideStyle = guideStyle
    try world.settle(complaints + formComplaints + guideComplaints)
  }

  /// The names of the project's forms, in order.
  func formNames() throws(CommandFailure) -> [String] {
    guard world.isFolder(project.forms) else { return [] }
    return try world.names(in: project.forms).filter { world.isFolder("\(project.forms)/\($0)") }
  }

  /// Opens the form `name`; an unknown name is answered with the nearest known one.
  ///
  /// What is wrong with the form is told unless that was done before.
  func form(_ name: String, tells: Bool = true) throws(CommandFailure) -> Form {
    let (form, complaints) = try openedForm(name)
    if tells { try world.settle(complaints) }
    guard let form else { throw .unfit(complaints) }
    return form
  }

  /// Opens the form `name` and returns what is wrong with its texts; there is no form where they are not understood.
  func openedForm(
    _ name: String
  ) throws(CommandFailure) -> (form: Form?, complaints: [Diagnostic]) {
    let names = try formNames()
    guard names.contains(name) else {
      let near = nearName(to: name, in: names)
      throw .usage(
        "没有名为“\(name)”的表单\(near)现有表单：\(names.map { Message(value: $0) }.joined(separator: "、"))"
      )
    }
    let folder = "\(project.forms)/\(name)"
    let (yamlFile, bodyFile) = ("\(folder)/form.yaml", "\(folder)/body.md")
    return openForm(
      name: name,
      yaml: try world.text(of: yamlFile),
      body: try world.text(of: bodyFile),
      yamlFile: project.shown(yamlFile, in: world),
      bodyFile: project.shown(bodyFile, in: world),
      looks: formLooks
    )
  }

  /// Finds the project's fonts among the installed files.
  func fonts() throws(CommandFailure) -> FontLibrary {
    let file = project.shown(project.fontsFile, in: world)
    let (plan, complaints) = readFontPlan(try world.text(of: project.fontsFile), file: file)
    try world.settle(complaints)
    guard let plan else { throw .unfit([]) }
    do throws(FontFailure) {
      return try FontLibrary(plan: plan, files: fontFiles(of: plan))
    } catch {
      throw .unfit([Diagnostic("font.plan", .error, "\(error)", advice: "请检查 \(file)")])
    }
  }

  /// The font files that a plan's folders hold, the project's own first.
  func fontFiles(of plan: FontPlan) -> [String] {
    ([project.localFonts] + plan.folders).flatMap { folder in world.fontFiles(below: folder) }
  }

  /// The theme as the screen needs it.
  func theme() throws(CommandFailure) -> Theme { try screen.theme(in: world) }

  /// The theme's rules around a document's sheet.
  func documentCSS() throws(CommandFailure) -> String { try screen.documentCSS(in: world) }
}

extension World {
  /// Shows warnings and notes, and stops at errors.
  func settle(_ diagnostics: [Diagnostic]) throws(CommandFailure) {
    diagnostics.filter { $0.severity != .error }.forEach(console.complain)
    let errors = diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { throw .unfit(errors) }
  }

  /// Returns the files below `folder` with their bytes; none when there is no such folder.
  func outputFiles(below folder: String) throws(CommandFailure) -> [OutputFile] {
    guard isFolder(folder) else { return [] }
    var files: [OutputFile] = []
    for path in try filesBelow(folder) {
      files.append(OutputFile(path: path, bytes: try bytes(of: "\(folder)/\(path)")))
    }
    return files
  }

  /// Returns the font files below `folder`, in order; links are skipped, their targets are listed anyway.
  func fontFiles(below folder: String) -> [String] {
    guard isFolder(folder), let paths = try? filesBelow(folder) else { return [] }
    return paths.filter { path in
      [".ttf", ".otf", ".ttc", ".otc"].contains { path.lowercased().hasSuffix($0) }
    }
    .map { "\(folder)/\($0)" }
    .filter { !isLink($0) }
  }
}
