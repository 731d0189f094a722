import Diagnostics
import Forms
import Foundation
import Testing

/// The forms of the house, which other rooms write: each must open without a complaint.
@Test func everyFormOfTheHouseOpens() throws {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "content/forms")
  let names = try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
  #expect(names.contains("contract"))
  for name in names where !name.hasPrefix(".") {
    let folder = root.appending(path: name)
    let (form, diagnostics) = openForm(
      name: name,
      yaml: try String(contentsOf: folder.appending(path: "form.yaml"), encoding: .utf8),
      body: try String(contentsOf: folder.appending(path: "body.md"), encoding: .utf8),
      yamlFile: "\(name)/form.yaml",
      bodyFile: "\(name)/body.md"
    )
    #expect(form != nil)
    #expect(diagnostics.map(\.description) == [])
  }
}
