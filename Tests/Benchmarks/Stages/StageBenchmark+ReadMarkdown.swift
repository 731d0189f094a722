import Foundation
import Markdown

extension StageBenchmark {
  /// The text of the guides to document trees.
  static let readMarkdown = StageBenchmark(name: "read-markdown", unit: "bytes") {
    let folder = "content/guides/jilin-filing"
    let names = try FileManager.default.contentsOfDirectory(
      atPath: "\(Machine.project)/\(folder)"
    )
    let texts = try names.sorted().filter { $0.hasSuffix(".md") }.map {
      try StageSample.text(of: "\(folder)/\($0)")
    }
    return {
      for text in texts { _ = readGuide(text, file: "guide.md") }
      return texts.reduce(0) { $0 + $1.utf8.count }
    }
  }
}
