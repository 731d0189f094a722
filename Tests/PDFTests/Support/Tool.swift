import Foundation

/// A program of another hand that reads our files.
struct Tool {
  /// What a run of the program said.
  struct Answer {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Its name, found on the path.
  let name: String

  /// The reader of structure.
  static let qpdf = Tool(name: "qpdf")
  /// The reader of text.
  static let pdftotext = Tool(name: "pdftotext")

  /// Runs the program on `file`, whose path follows `before` and precedes `after`; a missing program throws.
  func run(_ before: [String] = [], on file: [UInt8], _ after: [String] = []) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "file.pdf")
    let (output, errors) = (folder.appending(path: "output"), folder.appending(path: "errors"))
    try Data(file).write(to: path)
    try Data().write(to: output)
    try Data().write(to: errors)

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + before + [path.path()] + after
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    )
  }
}

/// Returns the complaints of `qpdf --check` about `file`; none when it is in order.
func complaints(about file: [UInt8]) throws -> [String] {
  let answer = try Tool.qpdf.run(["--check"], on: file)
  let verdict = "No syntax or stream encoding errors found"
  if answer.status == 0, answer.errors.isEmpty, answer.output.contains(verdict) { return [] }
  return ["status \(answer.status)", answer.output, answer.errors]
}

/// Returns the text that `pdftotext` finds in `file`, in content order, without white space.
func extractedText(of file: [UInt8]) throws -> String {
  let answer = try Tool.pdftotext.run(["-raw", "-enc", "UTF-8"], on: file, ["-"])
  guard answer.status == 0 else { throw ToolFailure(answer: answer) }
  return String(answer.output.filter { !$0.isWhitespace })
}

/// A tool that could not read a file.
struct ToolFailure: Error {
  var answer: Tool.Answer
}
