import Diagnostics
import Forms
import Foundation
import Testing

/// The forms of the house, which other rooms write: each must open without a complaint.
@Test func everyFormOfTheHouseOpens() throws {
  #expect(try House.looks().1.map(\.description) == [])
  let names = try House.names()
  #expect(names.contains("contract"))
  for name in names {
    let (form, diagnostics) = try House.open(name)
    #expect(form != nil)
    #expect(diagnostics.map(\.description) == [])
  }
}

/// An operator looks for a paper in the tables of content/README.md: one by form, one by manual.
@Test func everyFormOfTheHouseIsOnBothMaps() throws {
  let maps = try FormMaps()
  for name in try House.names() {
    #expect(maps.forms.contains("`\(name)`"), "\(name)")
    #expect(maps.manuals.contains("`\(name)`"), "\(name)")
  }
}

/// Every word in code on the map of the manuals is a form, a template or a command.
@Test func theMapOfTheManualsNamesNothingElse() throws {
  let imports = House.content.appending(path: "imports").path
  let templates = try FileManager.default.contentsOfDirectory(atPath: imports)
    .map { $0.replacing(".yaml", with: "") }
  let known = Set(try House.names() + templates + ["guides/zhanyi-signing"])
  let words = try FormMaps().manuals.matches(of: /`([^`]+)`/).map { String($0.output.1) }
  #expect(words.count > 80)
  for word in words where !word.hasPrefix("mingce ") {
    #expect(known.contains(word), "\(word)")
  }
  let named = Set(words.map { $0.replacing("mingce template ", with: "") })
  #expect(named.isSuperset(of: templates))
}

/// The two tables of content/README.md that lead from a paper to its form.
private struct FormMaps {
  let forms: Substring
  let manuals: Substring

  init() throws {
    let manual = House.content.appending(path: "README.md")
    let parts = try String(contentsOf: manual, encoding: .utf8).split(separator: "\n## 现有表单\n")
    let text = try #require(parts.last).split(separator: "\n### 打包办理\n")[0]
    let maps = text.split(separator: "\n### 手册里的文书在哪里\n")
    try #require(maps.count == 2)
    (forms, manuals) = (maps[0], maps[1])
  }
}
