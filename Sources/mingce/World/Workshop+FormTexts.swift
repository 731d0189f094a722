import Diagnostics
import Forms
import Ledger
import YAML

extension Workshop {
  /// Reads the texts of the form `name`, as they are kept with a saved roster.
  func texts(ofForm name: String) throws(CommandFailure) -> FormTexts {
    let folder = "\(project.forms)/\(name)"
    return FormTexts(
      name: name,
      settings: try world.text(of: "\(folder)/form.yaml"),
      body: try world.text(of: "\(folder)/body.md"),
      theme: paperYAML
    )
  }

  /// Opens a form from texts that were kept.
  func form(from texts: FormTexts) throws(CommandFailure) -> Form {
    let (theme, _) = readYAML(texts.theme, file: "theme.yaml")
    let (looks, complaints) = readPageLooks(paper: theme?["paper"], looks: theme?["looks"])
    let (form, formComplaints) = openForm(
      name: texts.name,
      yaml: texts.settings,
      body: texts.body,
      yamlFile: "content/forms/\(texts.name)/form.yaml",
      bodyFile: "content/forms/\(texts.name)/body.md",
      looks: looks
    )
    try world.settle(complaints + formComplaints)
    guard let form else { throw .unfit([]) }
    return form
  }
}
