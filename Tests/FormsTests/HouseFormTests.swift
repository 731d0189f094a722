import Diagnostics
import Forms
import Foundation
import Testing
import YAML

/// The forms of the house, which other rooms write: each must open without a complaint.
@Test func everyFormOfTheHouseOpens() throws {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "content/forms")
  let theme = root.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "themes/office/theme.yaml")
  let (tree, _) = readYAML(try String(contentsOf: theme, encoding: .utf8), file: "theme.yaml")
  let (looks, complaints) = readPageLooks(paper: tree?["paper"], looks: tree?["looks"])
  #expect(complaints.map(\.description) == [])
  let names = try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
  #expect(names.contains("contract"))
  for name in names where !name.hasPrefix(".") {
    let folder = root.appending(path: name)
    let (form, diagnostics) = openForm(
      name: name,
      yaml: try String(contentsOf: folder.appending(path: "form.yaml"), encoding: .utf8),
      body: try String(contentsOf: folder.appending(path: "body.md"), encoding: .utf8),
      yamlFile: "\(name)/form.yaml",
      bodyFile: "\(name)/body.md",
      looks: looks
    )
    #expect(form != nil)
    #expect(diagnostics.map(\.description) == [])
  }
}

/// An operator looks for a paper in the table of content/README.md.
@Test func everyFormOfTheHouseIsOnTheMap() throws {
  let content = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "content")
  let map = try String(contentsOf: content.appending(path: "README.md"), encoding: .utf8)
  let folder = content.appending(path: "forms").path
  for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  where !name.hasPrefix(".") {
    #expect(map.contains("`\(name)`"), "\(name)")
  }
}
