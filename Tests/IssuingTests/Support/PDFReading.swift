import Foundation

/// Returns what each page of `file` says, without white space.
func pageTexts(of file: [UInt8]) throws -> [String] {
  let output = try answer(of: "pdftotext", ["-raw", "-enc", "UTF-8"], on: file, ["-"])
  return String(decoding: output, as: UTF8.self)
    .split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast()
    .map { String($0.filter { !$0.isWhitespace }) }
}

/// Returns the titles of the outline's top entries with the pages that they lead to.
func bookmarks(of file: [UInt8]) throws -> [String] {
  let output = try answer(of: "qpdf", ["--json", "--json-key=outlines"], on: file, [])
  let top = try JSONSerialization.jsonObject(with: output) as? [String: Any]
  let outlines = top?["outlines"] as? [[String: Any]] ?? []
  return outlines.map { "\($0["title"] ?? "") \($0["destpageposfrom1"] ?? "")" }
}

/// Runs a tool of the test set-up on `file` and returns its output.
private func answer(
  of tool: String,
  _ before: [String],
  on file: [UInt8],
  _ after: [String]
) throws -> Data {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let (path, output) = (folder.appending(path: "file.pdf"), folder.appending(path: "output"))
  try Data(file).write(to: path)
  try Data().write(to: output)
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [tool] + before + [path.path()] + after
  process.standardOutput = try FileHandle(forWritingTo: output)
  try process.run()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
  return try Data(contentsOf: output)
}
