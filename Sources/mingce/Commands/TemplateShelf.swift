import Diagnostics
import Imports

/// The import templates of a project, or those that the program brings where the project has none.
struct TemplateShelf {
  /// All templates, in the order of their names.
  let templates: [ImportTemplate]

  /// Opens every description in `content/imports`.
  init(_ project: Project, in world: World) throws(CommandFailure) {
    let own = "\(project.folder)/content/imports"
    let folder = world.isFolder(own) ? own : "\(try world.home())/content/imports"
    var templates: [ImportTemplate] = []
    for name in try world.names(in: folder) where name.hasSuffix(".yaml") {
      let path = "\(folder)/\(name)"
      let (template, complaints) = openImportTemplate(
        try world.text(of: path),
        file: project.shown(path, in: world)
      )
      try world.settle(complaints)
      if let template { templates.append(template) }
    }
    self.templates = templates
  }

  /// Returns the template `name`; an unknown name is answered with the nearest known one.
  func template(_ name: String) throws(CommandFailure) -> ImportTemplate {
    if let template = templates.first(where: { $0.name == name }) { return template }
    let names = templates.map(\.name)
    let near = nearName(to: name, in: names)
    throw .usage(
      "没有名为“\(name)”的导入模板\(near)现有模板：\(names.map { Message(value: $0) }.joined(separator: "、"))"
    )
  }
}
