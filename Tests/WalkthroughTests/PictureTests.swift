import Foundation
import TestSupport
import Testing

/// What `mingce render` promises of pictures of pages.
@Suite struct PictureTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(RecordFixtures.batchJSON(rows: 20), to: "记录.json")
  }

  private func mingce(_ arguments: String...) throws -> Program.Outcome {
    try Program.mingce.run(arguments, in: folder.url)
  }

  private func render(_ arguments: String...) throws -> Program.Outcome {
    try Program.mingce.run(["render", "roster-new", "记录.json"] + arguments, in: folder.url)
  }

  @Test func everyPageIsAFileOfItsOwnBesideTheOtherFormats() throws {
    let run = try render("-o", "图/名册", "--format", "png,pdf,svg")
    #expect(run.status == 0, "\(run.said)")
    #expect(
      try folder.names(in: "图") == ["名册-1.png", "名册-1.svg", "名册-2.png", "名册-2.svg", "名册.pdf"]
    )
    #expect(
      run.output == """
        已生成“图/名册.pdf”：2 页，20 人。
        已生成“图/名册-1.svg”至“图/名册-2.svg”：2 张图，20 人。
        已生成“图/名册-1.png”至“图/名册-2.png”：2 张图，20 人。

        """
    )
    #expect(try folder.text(of: "图/名册-2.svg").contains("<title>《新签备案名册》第2页</title>"))
  }

  @Test func theEndingOfTheNameAsksForAPictureToo() throws {
    #expect(try render("-o", "a.svg", "--pages", "2").status == 0)
    #expect(try folder.names() == ["a-2.svg", "记录.json"])
  }

  @Test func theSameRecordsGiveTheSamePictures() throws {
    #expect(try render("-o", "a", "--format", "svg,png").status == 0)
    #expect(try render("-o", "b", "--format", "svg,png").status == 0)
    for name in ["1.svg", "2.svg", "1.png", "2.png"] {
      let files = try ["a", "b"].map { try Data(contentsOf: folder.file("\($0)-\(name)")) }
      #expect(files[0] == files[1])
    }
  }

  @Test func theResolutionDecidesHowLargeAPictureIs() throws {
    #expect(try render("-o", "a.png", "--pages", "1", "--resolution", "50").status == 0)
    // IHDR: width and height stand behind the signature and the chunk's name (PNG, ISO/IEC 15948 §11.2.2).
    let head = [UInt8](try Data(contentsOf: folder.file("a-1.png")).prefix(24))
    #expect(head[16...] == [0, 0, 2, 73, 0, 0, 1, 158])
  }

  @Test func picturesOfEachPersonStandAlone() throws {
    let run = try mingce(
      "render",
      "contract",
      "记录.json",
      "-o",
      "图",
      "--split",
      "--format",
      "svg",
      "--pages",
      "1-2"
    )
    #expect(run.status == 0, "\(run.said)")
    let names = try folder.names(in: "图")
    #expect(names.count == 40)
    #expect(names.allSatisfy { $0.hasSuffix("-1.svg") || $0.hasSuffix("-2.svg") })
  }

  @Test(arguments: [
    (["-o", "a.pdf", "--pages", "1"], "--pages 只用于图片"),
    (["-o", "a.svg", "--resolution", "96"], "--resolution 只用于 png"),
    (["-o", "a.svg", "--pages", "0"], "--pages"),
    (["-o", "a.svg", "--pages", "3-2"], "--pages"),
    (["-o", "a.svg", "--pages", "1-"], "--pages"),
    (["-o", "a.png", "--resolution", "19"], "--resolution"),
    (["-o", "a.png", "--resolution", "601"], "--resolution"),
  ])
  func whatMakesNoSenseIsRefused(_ arguments: [String], _ word: String) throws {
    let run = try Program.mingce.run(
      ["render", "roster-new", "记录.json"] + arguments,
      in: folder.url
    )
    #expect(run.status == 64)
    #expect(run.complaints.contains(word), "\(run.complaints)")
    #expect(try folder.names() == ["记录.json"])
  }

  @Test func pagesBeyondTheLastAreTold() throws {
    let run = try render("-o", "a.svg", "--pages", "3")
    #expect(run.status == 1)
    #expect(run.complaints.contains("共 2 页"), "\(run.complaints)")
    #expect(try folder.names() == ["记录.json"])
  }
}
