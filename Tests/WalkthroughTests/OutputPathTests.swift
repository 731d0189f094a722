import Foundation
import Glibc
import TestSupport
import Testing

@testable import mingce

/// `-o` means the same everywhere: its ending is the format, and nothing is written that nobody asked for.
@Suite struct OutputPathTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(RecordFixtures.batchJSON(rows: 2), to: "a.json")
    try folder.write(" ", to: "夹/文件")
  }

  private func mingce(_ words: [String]) throws -> Program.Outcome {
    try Program.mingce.run(words, in: folder.url)
  }

  @Test(arguments: [
    ("名册.pdf", "pdf"), ("夹.d/名册.PDF", "PDF"), ("a.b.xlsx", "xlsx"), ("x.foo", "foo"), ("名册", nil),
    ("夹.pdf/名册", nil), ("名册2026.11", nil), ("合同.2026-11", nil), ("公司.有限", nil), (".pdf", nil),
    ("名册.", nil), ("a.description", nil), ("", nil),
  ])
  func theEndingOfANameIsAWordAndNoNumber(_ path: String, _ ending: String?) {
    #expect(OutputPath.ending(of: path) == ending)
  }

  /// Every command that writes one file, and how such files may end.
  private static let commands: [(words: [String], endings: String)] = [
    (["render", "roster-new", "a.json", "-o"], ".pdf、.html、.svg、.png"),
    (["render", "roster-new", "a.json", "--copies", "-o"], ".pdf、.html、.svg、.png"),
    (["render", "roster-new", "a.json", "--format", "svg", "-o"], ".svg"),
    (["check", "a.json", "-o"], ".txt、.text、.json、.csv、.xlsx、.sarif、.json"),
    (["check", "a.json", "--format", "csv", "-o"], ".csv"),
    (["check", "a.json", "--failed-only"], ".xlsx"), (["check", "-o"], ".txt、.text、.json"),
    (["list", "a.json", "-o"], ".txt、.csv、.json、.xlsx"),
    (["list", "a.json", "--format", "json", "-o"], ".json"),
    (["forms", "contract", "--sample", "-o"], ".json"),
    (["forms", "contract", "--blank", "-o"], ".pdf"), (["template", "jilin-new", "-o"], ".xlsx"),
    (["import", "a.xlsx", "--employer", "a.json", "-o"], ".json"),
    (["extract", "a.pdf", "-o"], ".json"),
    (["roster", "draft", "roster-new", "a.json", "-o"], ".pdf"),
    (["roster", "save", "roster-new", "a.json", "-o"], ".pdf"),
    (["roster", "reprint", "XQ-2026-0001", "-o"], ".pdf"),
    (["seal", "new", "公章", "--records", "a.json", "--preview"], ".svg、.png、.pdf"),
    (["seal", "preview", "YZ-0001", "-o"], ".svg、.png、.pdf"),
    (["seal", "uses", "-o"], ".pdf、.html、.svg、.png"),
    (["archive", "due", "-o"], ".csv、.xlsx、.pdf"),
  ]

  @Test(arguments: commands)
  func anEndingThatCannotBeWrittenIsRefusedWithThoseThatCan(
    _ words: [String],
    _ endings: String
  ) throws {
    let run = try mingce(words + ["x.foo"])
    #expect(run.status == 64, "\(run.said)")
    #expect(run.complaints.contains("错误：“x.foo”的扩展名不能用，可以用：\(endings)"), "\(run.said)")
    #expect(try folder.names() == ["a.json", "夹/文件"])
  }

  @Test(arguments: commands)
  func whatIsNoFileNameIsRefused(_ words: [String], _: String) throws {
    for name in ["夹", "夹/", "没有/"] {
      let run = try mingce(words + [name])
      #expect(run.status == 73 && run.complaints.contains("不能是文件夹"), "\(run.said)")
    }
    let screen = try mingce(words + ["-"])
    #expect(screen.status == 64 && screen.complaints.contains("不能写“-”"), "\(screen.said)")
    #expect(try folder.names() == ["a.json", "夹/文件"])
  }

  /// A file in the place of a pipe or a device would take it away from everybody.
  @Test func whatIsNeitherFileNorFolderStaysWhatItIs() throws {
    let pipe = folder.file("管道.txt").path
    #expect(unsafe mkfifo(pipe, 0o644) == 0)
    let run = try mingce(["check", "a.json", "-o", "管道.txt"])
    #expect(run.status == 73 && run.complaints.contains("不是普通文件"), "\(run.said)")
    var status = stat()
    #expect(unsafe stat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test(arguments: [
    (["render", "roster-new", "a.json", "-o", "新/名册.PDF"], "新/名册.PDF"),
    (["render", "roster-new", "a.json", "-o", "名册2026.11"], "名册2026.11.pdf"),
    (["render", "roster-new", "a.json", "-o", "图", "--format", "png", "--pages", "1"], "图-1.png"),
    (["render", "roster-new", "a.json", "-o", "图.SVG", "--pages", "1"], "图-1.SVG"),
    (["check", "a.json", "-o", "问题"], "问题.txt"), (["check", "a.json", "-o", "问题.CSV"], "问题.CSV"),
    (["check", "a.json", "-o", "问题", "--format", "json"], "问题.json"),
    (["check", "a.json", "-o", "问题.json", "--format", "sarif"], "问题.json"),
    (["list", "a.json", "-o", "人员"], "人员.txt"), (["list", "a.json", "-o", "人员.Xlsx"], "人员.Xlsx"),
    (["forms", "contract", "--sample", "-o", "样例"], "样例.json"),
    (["forms", "contract", "--sample"], "contract.json"),
    (["template", "jilin-new", "-o", "模板"], "模板.xlsx"),
    (["roster", "draft", "roster-new", "a.json", "-o", "预览"], "预览.pdf"),
  ])
  func theNameIsKeptAndAMissingEndingAdded(_ words: [String], _ name: String) throws {
    let run = try mingce(words)
    #expect(run.status == 0 && run.said.contains(name), "\(run.said)")
    #expect(try folder.names().filter { !["a.json", "夹/文件"].contains($0) } == [name])
  }

  @Test func aFileThatIsThereIsReplacedOnceTheNewOneIsWhole() throws {
    try folder.write("旧", to: "名册.pdf")
    #expect(try mingce(["render", "roster-new", "没有.json", "-o", "名册.pdf"]).status == 66)
    #expect(try folder.text(of: "名册.pdf") == "旧")
    #expect(try mingce(["render", "roster-new", "a.json", "-o", "名册.pdf"]).status == 0)
    #expect(try Data(contentsOf: folder.file("名册.pdf")).starts(with: Array("%PDF".utf8)))
  }

  @Test(arguments: [
    ["render", "contract", "a.json", "--split", "-o"],
    ["render", "package:recruit", "a.json", "-o"],
    ["build", "-o"], ["download", "a.pdf", "--records", "a.json", "-o"],
    ["archive", "export", "0f", "-o"],
  ])
  func aFolderIsNotNamedLikeAFile(_ words: [String]) throws {
    let run = try mingce(words + ["合同.PDF"])
    #expect(run.status == 64 && run.complaints.contains("“合同.PDF”是文件名"), "\(run.said)")
    #expect(try mingce(words + ["-"]).complaints.contains("-o 要写文件夹的名称"))
    #expect(try folder.names() == ["a.json", "夹/文件"])
  }

  @Test func aFolderMayHaveAnyNameThatIsMeant() throws {
    let run = try mingce(["render", "contract", "a.json", "--split", "-o", "合同.pdf/"])
    #expect(run.status == 0, "\(run.said)")
    #expect(try folder.names(in: "合同.pdf").count == 2)
  }

  /// A signed file has a name of its own, or one below a folder.
  @Test func aSignedFileEndsInPDF() throws {
    let world = World(environment: [:])
    func target(_ name: String) throws -> String {
      // The slash at its end is part of what was written.
      let path = folder.file(name).path + (name.hasSuffix("/") ? "/" : "")
      return try SigningTarget(path, for: 1, in: world).place(of: "b.pdf")
    }
    #expect(try target("a.PDF").hasSuffix("/a.PDF"))
    for name in ["签", "签.2026", "签.x/"] { #expect(try target(name).hasSuffix("/b.pdf")) }
    #expect(throws: CommandFailure.self) { try target("a.txt") }
  }
}
