import Foundation
import Testing

/// Every example that `mingce new` offers can be built and checked without a word of complaint.
@Suite struct NewProjectTests {
  private func project(_ example: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let run = try Program.mingce.run(["new", "项目", "--example", example], in: folder.url)
    #expect(run.status == 0, "\(run.said)")
    #expect(run.output.contains("mingce serve"))
    return folder
  }

  /// Runs the program in the new project, and returns what it complained of.
  private func complaints(_ folder: TemporaryFolder, _ arguments: String...) throws -> String {
    let run = try Program.mingce.run(arguments, in: folder.file("项目"))
    #expect(run.status == 0, "\(run.said)")
    return run.complaints.split(separator: "\n").filter { line in
      ["错误：", "警告：", "提示："].contains { line.contains($0) }
    }.joined(separator: "\n")
  }

  @Test(arguments: ["guide", "documents", "portal"])
  func theExampleIsChecked(example: String) throws {
    let folder = try project(example)
    #expect(try complaints(folder, "check") == "")
  }

  /// What the program says may be done next can be done at once.
  @Test(arguments: ["documents", "portal"]) func theRosterIsPrintedAsIsSaid(example: String) throws
  {
    let folder = try TemporaryFolder()
    let said = try Program.mingce.run(["new", "项目", "--example", example], in: folder.url).output
    let line = try #require(said.split(separator: "\n").first { $0.contains("mingce render") })
    let words = line.split(separator: " ").map(String.init)
    let run = try Program.mingce.run(Array(words.dropFirst()), in: folder.file("项目"))
    #expect(run.status == 0 && folder.holds("项目/名册.pdf"), "\(line): \(run.said)")
  }

  @Test func aGuideIsBuilt() throws {
    let folder = try project("guide")
    #expect(try complaints(folder, "build") == "")
    #expect(folder.holds("项目/public/guides/my-guide/my-guide.pdf"))
    #expect(try folder.text(of: "项目/public/index.html").contains("网上办事操作指南"))
    #expect(!folder.holds("项目/content/forms"))
  }

  @Test func documentsAreBuilt() throws {
    let folder = try project("documents")
    #expect(try complaints(folder, "build") == "")
    #expect(folder.holds("项目/public/documents/jilin/roster-new.pdf"))
    #expect(!folder.holds("项目/content/guides"))
  }

  @Test func everythingIsBuiltWithoutPDFs() throws {
    let folder = try project("portal")
    #expect(try complaints(folder, "build", "--no-pdf") == "")
    #expect(folder.holds("项目/public/guides/jilin-filing/index.html"))
    #expect(!folder.holds("项目/content/examples"))
  }

  /// “新建/..” would be the folder around it as soon as “新建” is made.
  @Test func aPathThatLeadsBackIsNoNewFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("别动", to: "content/site.yaml")
    let run = try Program.mingce.run(["new", "新建/.."], in: folder.url)
    #expect(run.status != 0 && run.complaints.contains("“..”前面的文件夹还没有"), "\(run.said)")
    #expect(try folder.text(of: "content/site.yaml") == "别动")
    #expect(!folder.holds("新建") && !folder.holds("fonts"))
  }

  @Test func anUnknownExampleIsRefused() throws {
    let folder = try TemporaryFolder()
    let run = try Program.mingce.run(["new", "a", "--example", "blog"], in: folder.url)
    #expect(run.status == 64)
    #expect(!folder.holds("a"))
  }
}
