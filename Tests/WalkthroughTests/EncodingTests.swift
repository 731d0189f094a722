import Foundation
import Testing

/// Pages that an editor saved in another encoding than UTF-8.
@Suite struct EncodingTests {
  /// `1、甲` and `2、乙` on two lines, in GBK and in UTF-16 with its mark.
  @Test(arguments: [
    [0x31, 0xA1, 0xA2, 0xBC, 0xD7, 0x0A, 0x32, 0xA1, 0xA2, 0xD2, 0xD2, 0x0A] as [UInt8],
    [
      0xFF, 0xFE, 0x31, 0, 0x01, 0x30, 0x32, 0x75, 0x0A, 0, 0x32, 0, 0x01, 0x30, 0x59, 0x4E, 0x0A,
      0,
    ],
  ])
  func aPageInAnotherEncodingIsToldAndMended(bytes: [UInt8]) throws {
    let folder = try project()
    let page = folder.file("g/content/guides/my-guide/01-start.md")
    try Data(bytes).write(to: page)
    let told = try Program.mingce.run(["check", "--project", "g"], in: folder.url)
    #expect(told.status == 2 || told.status == 1)
    #expect(told.said.contains("01-start.md：错误：文件不是 UTF-8 编码，会印成乱码；请运行 mingce fix 改成 UTF-8"))
    #expect(try Program.mingce.run(["build", "--project", "g"], in: folder.url).status != 0)
    let dry = try Program.mingce.run(["fix", "--dry-run", "--project", "g"], in: folder.url)
    #expect(dry.said.contains("01-start.md  →  UTF-8"))
    #expect(try Data(contentsOf: page) == Data(bytes))
    #expect(try Program.mingce.run(["fix", "--project", "g"], in: folder.url).status == 0)
    #expect(try String(contentsOf: page, encoding: .utf8) == "1. 甲\n2. 乙\n")
  }

  @Test func whatCannotBeReadIsLeftAlone() throws {
    let folder = try project()
    let page = folder.file("g/content/guides/my-guide/01-start.md")
    let bytes = Data([0x81, 0x0A, 0xFF, 0xFF])
    try bytes.write(to: page)
    let told = try Program.mingce.run(["check", "--project", "g"], in: folder.url)
    #expect(told.said.contains("会印成乱码；请用编辑器打开，另存为 UTF-8"))
    #expect(
      try Program.mingce.run(["fix", "--project", "g"], in: folder.url).said.contains("没有要改的")
    )
    #expect(try Data(contentsOf: page) == bytes)
  }

  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let made = try Program.mingce.run(["new", "g", "--example", "guide"], in: folder.url)
    try #require(made.status == 0, "\(made.said)")
    return folder
  }
}
