import Foundation
import Testing

/// The portal of the shipped project, read in a real browser (`Tests/Browser`).
@Suite struct BrowserTests {
  private let checkout = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func readersStumbleOverNothing() throws {
    let output = try SampleBuild.shared.get().output
    let folder = checkout.appending(path: "Tests/Browser")
    let place = checkout.appending(path: ".build/browser").path
    let setup = try Program(path: folder.appending(path: "setup").path).run([place], in: folder)
    try #require(setup.status == 0, "\(setup.said)")
    let run = try Program(path: "\(place)/venv/bin/python")
      .run([folder.appending(path: "check.py").path, output.path], in: folder)
    #expect(run.status == 0, "\(run.said)")
  }
}
