import Foundation
import TestSupport
import Testing

/// The page of all forms, as the shipped project makes it.
@Suite struct FormGalleryTests {
  private let build: SampleBuild
  private let page: String

  init() throws {
    build = try SampleBuild.shared.get()
    page = try String(contentsOf: build.output.appending(path: "forms.html"), encoding: .utf8)
  }

  private func values(_ expression: Regex<(Substring, Substring)>) -> [String] {
    page.matches(of: expression).map { String($0.output.1) }
  }

  @Test func everyFormOfTheHouseHasACardWithAPicture() throws {
    let listed = try Program.mingce.run(["forms"], in: build.projects[0])
    let names = listed.output.matches(of: /(?m)^\S+ +([a-z-]+)\s\s/).map { String($0.output.1) }
    #expect(names.count == 58)
    #expect(values(/<li class="form" id="([^"]*)">/).sorted() == names.sorted())
    #expect(values(/<img src="documents\/[^"]*\/([^"]*).png"/).sorted() == names.sorted())
  }

  /// Whoever has a paper in hand finds what to do with it.
  @Test func everyCardLeadsToASectionThatMentionsIt() {
    let cards = page.split(separator: "<li class=\"form\" id=\"").dropFirst()
    let silent = cards.filter { !$0.contains("<summary>指南里提到 ") }.map { $0.prefix { $0 != "\"" } }
    #expect(cards.count == 58)
    #expect(silent == [])
  }

  @Test func everyPictureIsAPNGOfTheSizeThatThePageTells() throws {
    let pictures = page.matches(
      of: /<img src="([^"]*)" alt="《[^"]+》第 1 页" width="(\d+)" height="(\d+)"/
    )
    #expect(pictures.count == 58)
    for picture in pictures {
      let path = String(picture.output.1)
      let bytes = Array(try Data(contentsOf: build.output.appending(path: path)))
      let sizes = [16, 20].map { start in bytes[start..<start + 4].reduce(0) { $0 * 256 + Int($1) }
      }
      #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), "\(path)")
      #expect(
        sizes.map(String.init) == [String(picture.output.2), String(picture.output.3)],
        "\(path)"
      )
      #expect(bytes.count < 100_000, "\(path) has \(bytes.count) bytes")
    }
  }

  @Test func everyLinkLeadsToAFileAndToAnAnchorInIt() throws {
    let links = values(/\s(?:href|src)="([^"]*)"/)
    for link in links {
      let parts = link.split(separator: "#", omittingEmptySubsequences: false)
      let path = try #require(String(parts[0]).removingPercentEncoding)
      let file = build.output.appending(path: path.isEmpty ? "forms.html" : path)
      #expect(FileManager.default.fileExists(atPath: file.path), "\(link)")
      guard parts.count > 1, let anchor = String(parts[1]).removingPercentEncoding else { continue }
      let target = try String(contentsOf: file, encoding: .utf8)
      #expect(target.contains(" id=\"\(anchor)\""), "\(link)")
    }
    #expect(links.count > 58 * 5)
  }

  /// What is wrong with its sample is what the form is there to show: no build complains of it.
  @Test func theCardOfTheListOfFailuresShowsSome() throws {
    #expect(page.contains("<img src=\"documents/upload-results/upload-results.png\""))
    let document = build.output.appending(path: "documents/upload-results/upload-results.html")
    let text = try String(contentsOf: document, encoding: .utf8)
    #expect(text.contains("上传失败"))
    let other = build.output.appending(path: "documents/jilin/upload-results.html")
    #expect(!(try String(contentsOf: other, encoding: .utf8)).contains("上传失败"))
  }

  @Test(arguments: ["jilin/roster-new", "jilin/certificate", "shanxi/insurance-changes"])
  func theRecordBesideAPicturePrintsItsForm(_ document: String) throws {
    let form = String(document.split(separator: "/")[1])
    let record = build.output.appending(path: "documents/\(document).json").path
    let folder = try TemporaryFolder()
    let run = try Program.mingce.run(["render", form, record, "-o", "甲.pdf"], in: folder.url)
    #expect(run.status == 0, "\(run.said)")
  }
}
