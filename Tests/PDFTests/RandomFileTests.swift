import DocumentTree
import Foundation
import Pages
import TestSupport
import Testing

@testable import PDF

/// What holds for the file of every document.
@Suite struct RandomFileTests {
  @Test("readers of other hands find the text of the pages and of the tree", arguments: 0..<20)
  func texts(seed: Int) throws {
    var source = RandomDocument(seed: UInt64(seed), isRich: seed.isMultiple(of: 2))
    let printed = try Printed(source.make())
    #expect(try complaints(about: printed.file) == [], "seed \(seed)")
    let shown = visible(printed.pages.flatMap(\.runs).map(\.text).joined())
    #expect(try extractedText(of: printed.file) == shown, "seed \(seed)")
    let told = visible(printed.pages.textsInReadingOrder.joined())
    #expect(try structuredText(of: printed.file) == told, "seed \(seed)")
  }

  /// Writes files for judges that are no part of this project: `MINGCE_FILES=folder MINGCE_COUNT=200 swift test …`.
  @Test("files for other judges", .enabled(if: RandomFileTests.folder != nil))
  func files() throws {
    let folder = try #require(RandomFileTests.folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let count = ProcessInfo.processInfo.environment["MINGCE_COUNT"].flatMap { Int($0) } ?? 200
    for seed in 0..<count {
      let foreign = seed % 4 < 2 ? [] : RandomDocument.foreignWords
      var source = RandomDocument(
        seed: UInt64(seed),
        isRich: seed.isMultiple(of: 2),
        foreign: foreign
      )
      let file = try Printed(source.make(), allScripts: !foreign.isEmpty).file
      try Data(file).write(to: folder.appending(path: "random-\(seed).pdf"))
    }
  }

  private static let folder = ProcessInfo.processInfo.environment["MINGCE_FILES"].map {
    URL(filePath: $0)
  }

  private func visible(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  /// The text of all elements in the order of the structure, without white space.
  private func structuredText(of file: [UInt8]) throws -> String {
    let answer = try Tool(name: "pdfinfo").run(["-struct-text", "-enc", "UTF-8"], on: file)
    guard answer.status == 0 else { throw ToolFailure(answer: answer) }
    let quoted = answer.output.matches(of: /^ *"(.*)"$/.anchorsMatchLineEndings())
    return visible(quoted.map { String($0.output.1) }.joined())
  }
}
