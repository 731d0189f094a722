import Diagnostics
import Forms
import Foundation
import YAML

/// The forms of the house, opened as the program opens them.
enum House {
  static let content = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "content")

  /// The names of all forms.
  static func names() throws -> [String] {
    let folder = content.appending(path: "forms").path
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
      .sorted()
  }

  /// What is wrong with the looks of the house's theme, and those looks.
  static func looks() throws -> (PageLooks, [Diagnostic]) {
    let theme = content.deletingLastPathComponent().appending(path: "themes/office/theme.yaml")
    let (tree, _) = readYAML(try String(contentsOf: theme, encoding: .utf8), file: "theme.yaml")
    return readPageLooks(paper: tree?["paper"], looks: tree?["looks"])
  }

  /// Opens the form `name` and tells what is wrong with it.
  static func open(_ name: String) throws -> (Form?, [Diagnostic]) {
    let folder = content.appending(path: "forms/\(name)")
    return openForm(
      name: name,
      yaml: try String(contentsOf: folder.appending(path: "form.yaml"), encoding: .utf8),
      body: try String(contentsOf: folder.appending(path: "body.md"), encoding: .utf8),
      yamlFile: "\(name)/form.yaml",
      bodyFile: "\(name)/body.md",
      looks: try looks().0
    )
  }
}
