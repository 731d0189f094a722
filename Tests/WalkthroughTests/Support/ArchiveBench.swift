import Archive
import Digests
import Foundation
import TestSupport
import Testing

/// A folder with files to be archived, and an archive beside them.
struct ArchiveBench {
  let folder: TemporaryFolder

  init() throws { self.init(in: try TemporaryFolder()) }

  /// Works in a folder that is there.
  init(in folder: TemporaryFolder) { self.folder = folder }

  /// A file like no other, some kilobytes long.
  static func file(_ number: Int) -> [UInt8] {
    let filler = String(repeating: "\(number) ", count: 2000)
    return plainPDF([
      Array("<< /Type /Catalog /Pages 2 0 R /Note (\(filler)) >>".utf8),
      Array("<< /Type /Pages /Kids [] /Count 0 >>".utf8),
    ])
  }

  /// Writes such a file to `name`.
  func addFile(_ number: Int, to name: String) throws {
    let place = folder.file(name)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(Self.file(number)).write(to: place)
  }

  /// Runs `mingce archive` in the folder.
  @discardableResult
  func run(_ words: String...) throws -> Program.Outcome {
    try Program.mingce.run(["archive"] + words, in: folder.url)
  }

  /// Starts `mingce archive` in the folder.
  func start(_ words: String...) throws -> Program.Run {
    try Program.mingce.start(["archive"] + words, in: folder.url)
  }

  /// The archival code of the file `name`.
  func code(of name: String) throws -> String {
    archivalCode(of: Digest(of: Array(try Data(contentsOf: folder.file(name)))))
  }

  /// The codes of the bags under their final names, sorted.
  func bags() throws -> [String] {
    let groups = folder.file("archive/bags")
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: groups.path)) ?? []
    return names.compactMap { path in
      let parts = path.split(separator: "/")
      return parts.count == 2 ? String(parts[1]) : nil
    }.sorted()
  }

  /// Whether the bag `code` is being written or there.
  func holds(_ code: String) -> Bool {
    folder.holds("archive/incoming/\(code)") || folder.holds("archive/\(bagPath(code))")
  }

  /// The folder of the bag `code`.
  func bag(_ code: String) -> URL { folder.file("archive/\(bagPath(code))") }

  /// The codes that a search for everything finds, sorted.
  func indexed() throws -> [String] {
    let found = try run("find", "--limit", "100000", "--all-versions")
    #expect(found.status == 0, "\(found.said)")
    return codes(in: found).sorted()
  }

  /// The codes with which lines of a list begin.
  func codes(in outcome: Program.Outcome) -> [String] {
    outcome.output.split(separator: "\n").map { String($0.prefix(16)) }
      .filter { isArchivalCode($0) }
  }
}
