import Foundation
import TestSupport
import Testing

/// The program's manners: exit statuses, Chinese words, plain text.
@Suite struct CommandLineTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(RecordFixtures.batchJSON(rows: 1), to: "a.json")
    try folder.write("", to: "文件")
  }

  private func mingce(_ arguments: [String]) throws -> Program.Outcome {
    try Program.mingce.run(arguments, in: folder.url)
  }

  @Test(arguments: [
    "new", "build", "serve", "render", "check", "fix", "forms", "doctor", "filing", "ledger",
    "seal", "list", "import", "template", "extract", "sign", "status", "refuse", "withdraw",
    "download", "verify", "explain",
  ])
  func everyCommandHasChineseHelpWithAnExample(_ command: String) throws {
    for arguments in [[command, "--help"], ["help", command], [command, "-h"]] {
      let run = try mingce(arguments)
      #expect(run.status == 0)
      #expect(run.complaints.isEmpty)
      #expect(run.output.contains("例：mingce \(command)"))
      #expect(run.output.contains("用法：mingce \(command)"))
      #expect(englishWords(in: run.output).isEmpty, "\(englishWords(in: run.output))")
    }
  }

  @Test(arguments: [
    (["rendr"], "是否要写“render”"), (["做"], "没有名为“做”的命令"), (["-x"], "没有选项“-x”"),
    (["render"], "缺少参数“<表单>”"), (["render", "roster-new"], "缺少参数“<记录文件>”"),
    (["render", "roster-new", "a.json"], "缺少参数“--output <路径>”"),
    (["render", "roster-new", "a.json", "-o"], "后面缺少值"),
    (["render", "roster-new", "a.json", "-o", "b", "--format", "gif"], "的值“gif”无效"),
    (["render", "roster-new", "a.json", "-o", "b", "--splitt"], "是否要写“--split”"),
    (["render", "roster-new", "a.json", "-o", "b", "--split=1"], "后面不写值"),
    (["render", "roster-new", "a.json", "b.json", "-o", "b"], "多余的参数“b.json”"),
    (["render", "roster-nwe", "a.json", "-o", "b"], "是否要写“roster-new”"),
    (["render", "roster-new", "a.json", "-o", "b", "--split"], "不能与 --split 同用"),
    (["check", "a", "b"], "多余的参数“b”"),
    (["forms", "sertificate"], "是否要写“certificate”"), (["new"], "缺少参数“<文件夹>”"),
    (["archive", "find", "--from", "昨天"], "无效，日期要写成 2026-11-20"),
    (["serve", "--port", "甲"], "无效，要写1至65535的整数"),
    (["sign", "a.pdf", "--as", "甲", "-o", "b"], "可用的值：employer、employee"),
    (["--generate-completion-script", "foo"], "不能为“foo”生成补全脚本"),
  ])
  func aWrongCommandLineIsAnsweredInChinese(_ arguments: [String], _ words: String) throws {
    let run = try mingce(arguments)
    #expect(run.status == 64, "\(run.said)")
    #expect(run.output.isEmpty)
    #expect(run.complaints.contains("错误：") && run.complaints.contains(words), "\(run.said)")
    #expect(englishWords(in: run.said).isEmpty, "\(run.said)")
    #expect(try folder.names() == ["a.json", "文件"])
  }

  @Test(arguments: [
    (["check", "没有.json"], "文件或文件夹不存在"), (["check", "."], "这是一个文件夹"),
    (["render", "roster-new", "没有.json", "-o", "b.pdf"], "“没有.json”"),
    (["render", "roster-new", ".", "-o", "b.pdf"], "这是一个文件夹"),
    (["forms", "--project", "文件"], "不是名册项目"),
  ])
  func aMissingInputIsNamed(_ arguments: [String], _ words: String) throws {
    let run = try mingce(arguments)
    #expect(run.status == 66, "\(run.said)")
    #expect(run.complaints.contains(words), "\(run.said)")
    #expect(englishWords(in: run.said).isEmpty, "\(run.said)")
    #expect(try folder.names() == ["a.json", "文件"])
  }

  @Test(arguments: [
    (["render", "roster-new", "a.json", "-o", "文件/下/b.pdf"], "已有同名的文件"),
    (["render", "roster-new", "a.json", "-o", "文件/b.html"], "已有同名的文件"),
    (["render", "contract", "a.json", "-o", "文件", "--split"], "已有同名的文件"),
    (["new", "文件"], "不是空文件夹"), (["new", "."], "不是空文件夹"),
    (["build", "-o", "文件"], "已有同名的文件"),
    (["render", "roster-new", "a.json", "-o", "夹/"], "不能是文件夹"),
    (["render", "roster-new", "a.json", "-o", "."], "不能是文件夹"),
    (["render", "roster-new", "a.json", "-o", ""], "不能是文件夹"),
  ])
  func whatCannotBeWrittenIsNamed(_ arguments: [String], _ words: String) throws {
    let run = try mingce(arguments)
    #expect(run.status == 73, "\(run.said)")
    #expect(run.complaints.contains("无法写入“") && run.complaints.contains(words), "\(run.said)")
    #expect(try folder.names() == ["a.json", "文件"])
  }

  @Test func aPlaceTakenByAFolderIsNoFile() throws {
    try folder.write("", to: "b.pdf/c")
    let run = try mingce(["render", "roster-new", "a.json", "-o", "b.pdf"])
    #expect(run.status == 73)
    #expect(try folder.names() == ["a.json", "b.pdf/c", "文件"])
  }

  @Test func aCheckTellsWhatIsWrongAndMasksTheNumber() throws {
    let good = RecordFixtures.filing(1)
    let number = try #require(good.firstMatch(of: /"idNumber":"(\d{17}.)"/)?.output.1)
    let wrong = number.dropLast() + (number.hasSuffix("0") ? "1" : "0")
    let bad = good.replacing(number, with: wrong).replacing("f0000001", with: "f0000002")
    try folder.write(RecordFixtures.document([good, bad]), to: "b.json")
    let run = try mingce(["check", "b.json"])
    #expect(run.status == 2)
    #expect(run.output.contains("共 2 条记录：1 条可用，1 条有错误，另有 2 处警告。\n"))
    #expect(run.output.contains("第 2 行　张示例\n  错误　证件号码："))
    #expect(!run.said.contains(wrong) && !run.said.contains(number))
    #expect(try mingce(["check", "a.json"]).status == 0)
  }

  @Test(arguments: [
    "", "{", "[]", "null", "{}", "\u{FEFF}", "不是 JSON", "{\"schema\":\"mingce/9\"}",
  ])
  func whateverTheFileHoldsThereIsAnAnswer(_ text: String) throws {
    try folder.write(text, to: "b.json")
    let run = try mingce(["check", "b.json"])
    #expect(run.status == 2, "\(run.said)")
    #expect(run.complaints.contains("b.json") && run.complaints.contains("错误："))
    #expect(englishWords(in: run.complaints).isEmpty, "\(run.complaints)")
  }

  @Test func theDoctorNamesFontsAndForms() throws {
    let run = try mingce(["doctor"])
    #expect(run.status == 0, "\(run.said)")
    for word in ["宋体", "黑体", "楷体", "仿宋", "roster-new", "新参保花名册"] {
      #expect(run.output.contains(word), "\(word)")
    }
  }

  @Test func aPipeGetsNoColour() throws {
    try folder.write("{", to: "b.json")
    for arguments in [["check", "b.json"], ["doctor"], ["--help"], ["render"]] {
      let run = try Program.mingce.run(
        arguments,
        in: folder.url,
        environment: ["TERM": "xterm-256color", "NO_COLOR": ""]
      )
      #expect(!run.said.contains("\u{1B}"), "\(arguments)")
    }
  }

  @Test func aTerminalGetsColourUnlessToldOtherwise() throws {
    try folder.write("{", to: "b.json")
    let check = ["check", "b.json"]
    let plain = try Terminal.said(
      by: .mingce,
      check,
      in: folder.url,
      ["NO_COLOR": "1", "TERM": "xterm"]
    )
    let dumb = try Terminal.said(
      by: .mingce,
      check,
      in: folder.url,
      ["NO_COLOR": "", "TERM": "dumb"]
    )
    let bright = try Terminal.said(
      by: .mingce,
      check,
      in: folder.url,
      ["NO_COLOR": "", "TERM": "xterm"]
    )
    #expect(plain.contains("错误：") && !plain.contains("\u{1B}[1;31m"))
    #expect(dumb.contains("错误：") && !dumb.contains("\u{1B}"))
    #expect(bright.contains("\u{1B}[1;31m错误：\u{1B}[0m"))
  }

  /// Returns the words of English sentences in `text`; names of commands and formats are no sentences.
  private func englishWords(in text: String) -> [String] {
    let words = [
      "error", "usage", "overview", "missing", "unknown", "unexpected", "option", "argument",
      "please", "show", "see", "default", "value", "values", "or", "for", "does", "not", "the",
      "invalid", "subcommand", "subcommands", "options", "specified", "expected", "information",
    ]
    return text.matches(of: /[A-Za-z]+/).map { $0.output.lowercased() }.filter(words.contains)
  }
}
