import Diagnostics
import Foundation
import Markdown
import Testing

/// The guides of the house, which other rooms write: each must be read without a complaint.
@Test func everyGuideOfTheHouseIsRead() throws {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "content/guides")
  let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    .filter { $0.hasSuffix(".md") }
  #expect(!paths.isEmpty)
  for path in paths {
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    #expect(readGuide(text, file: path).1.map(\.description) == [])
  }
}
