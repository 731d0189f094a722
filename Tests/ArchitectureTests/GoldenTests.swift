import Foundation
import Testing

/// Every golden file belongs to a test that names it; an orphan would be believed and never compared.
@Test func everyGoldenIsNamedByATest() throws {
  let tests = Checkout.root.appending(path: "Tests")
  let paths = try FileManager.default.subpathsOfDirectory(atPath: tests.path)
    .filter { $0.contains("/Golden/") && !$0.hasSuffix(".gitkeep") }
  for path in paths {
    let parts = path.split(separator: "/")
    let suite = "Tests/\(parts[0])"
    let name = String(parts[parts.count - 1])
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    let isNamed = try Checkout.swiftFiles(under: suite).contains { file in
      let text = try Checkout.text(of: file)
      return text.contains("\"\(name)\"") || text.contains("\"\(stem)\"")
    }
    #expect(isNamed, "no test of \(suite) names the golden \(name)")
  }
}
