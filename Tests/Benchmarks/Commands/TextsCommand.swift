import ArgumentParser
import Foundation
import Records
import TestSupport

/// Binds a form to invented records and writes the text for the scripts of other typesetters.
struct TextsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "texts",
    abstract: "把表单填好的文字写成 JSON，一份文书一行，供别的排版程序使用。",
    discussion: "例：mingce-bench texts roster-new r.jsonl -o texts.jsonl"
  )

  @Argument(help: "表单名称。")
  var form: String

  @Argument(help: "记录文件。")
  var records: String

  @Option(name: .shortAndLong, help: "写到这个文件；不写时输出到终端。")
  var output: String?

  func run() throws {
    let bytes = try Data(contentsOf: URL(filePath: records))
    let source = ByteSource(name: "记录", bytes: Array(bytes))
    let sample = try StageSample(form: form, of: source)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try ByteFile.write(to: output) { file in
      for document in try sample.documents() {
        let line = try encoder.encode(try PlainDocument(document))
        file.append(String(decoding: line, as: UTF8.self) + "\n")
      }
    }
  }
}
