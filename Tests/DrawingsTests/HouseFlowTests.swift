import DocumentTree
import Drawings
import Foundation
import Testing

/// The flow charts of the house's guides, which other rooms write: none may have a fault.
@Test func noFlowChartOfTheHouseHasAFault() throws {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "content/guides")
  let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    .filter { $0.hasSuffix(".md") }
  var count = 0
  for path in paths {
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    for fence in text.matches(of: /```flow ([^\n]*)\n((?s).*?)\n```/) {
      let (described, diagnostics) = readFlow(lines(String(fence.2)), at: place)
      #expect(diagnostics == [], "\(path): \(fence.1)")
      #expect(try #require(described).drawing.faults == [], "\(path): \(fence.1)")
      #expect(described?.drawing.width ?? 0 < 36, "\(path): \(fence.1)")
      count += 1
    }
  }
  #expect(count > 10)
}
