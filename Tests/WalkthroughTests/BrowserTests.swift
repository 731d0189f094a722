import Foundation
import Testing

/// The portal of the shipped project, read in a real browser (`Tests/Browser`).
@Suite struct BrowserTests {
  private let checkout = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func readersStumbleOverNothing() throws {
    try expectNothing(at: SampleBuild.shared.get().output.path)
  }

  @Test func oldAddressesOfChaptersLeadToTheNewOnes() throws {
    let project = try TemporaryFolder()
    let mingce = Program.mingce
    func run(_ arguments: String...) throws {
      let run = try mingce.run(arguments, in: project.url)
      try #require(run.status == 0, "\(run.said)")
    }
    try run("new", "g", "--example", "guide")
    try run("fix", "--anchors", "--project", "g")
    let guide = project.url.appending(path: "g/content/guides/my-guide")
    let files = FileManager.default
    try files.moveItem(
      at: guide.appending(path: "02-fill.md"),
      to: guide.appending(path: "02-enter.md")
    )
    for name in try files.contentsOfDirectory(atPath: guide.path) where name.contains(".") {
      let file = guide.appending(path: name)
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(text.replacing("02-fill.md", with: "02-enter.md").utf8).write(to: file)
    }
    try run("build", "--no-pdf", "--project", "g", "-o", "public")
    try expectNothing(at: project.url.appending(path: "public").path, asked: "moved_pages")
  }

  @Test func thePageForWrongAddressesIsStyledAnywhere() throws {
    let project = try TemporaryFolder()
    let made = try Program.mingce.run(["new", "g", "--example", "guide"], in: project.url)
    try #require(made.status == 0, "\(made.said)")
    let settings = project.url.appending(path: "g/content/site.yaml")
    let text = try String(contentsOf: settings, encoding: .utf8)
    try Data("\(text)\naddress: https://help.example.cn/yg/\n".utf8).write(to: settings)
    let built = try Program.mingce
      .run(["build", "--no-pdf", "--project", "g", "-o", "public"], in: project.url)
    try #require(built.status == 0, "\(built.said)")
    try expectNothing(at: project.url.appending(path: "public").path, asked: "wrong_addresses")
  }

  private func expectNothing(at portal: String, asked checks: String...) throws {
    let folder = checkout.appending(path: "Tests/Browser")
    let place = checkout.appending(path: ".build/browser").path
    let setup = try Program(path: folder.appending(path: "setup").path).run([place], in: folder)
    try #require(setup.status == 0, "\(setup.said)")
    let run = try Program(path: "\(place)/venv/bin/python")
      .run([folder.appending(path: "check.py").path, portal] + checks, in: folder)
    #expect(run.status == 0, "\(run.said)")
  }
}
