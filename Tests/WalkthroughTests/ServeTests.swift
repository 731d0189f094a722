import Foundation
import TestSupport
import Testing

/// The preview as an operator uses it: files are saved, and the open page hears of it.
@Suite(.serialized) struct ServeTests {
  private let project: TinyProject
  private let page = "content/guides/first/01-start.md"

  init() throws {
    project = try TinyProject()
    try project.add("letter", settings: LetterForm.settings, body: LetterForm.body)
    let filings = [RecordFixtures.filing(1, kind: .new)]
    try project.folder.write(RecordFixtures.document(filings), to: "content/samples/one.json")
  }

  /// A running preview, with the events that its open page hears.
  private final class Preview {
    let port: UInt16
    private let run: Program.Run
    private let events: RawConnection

    init(of project: TinyProject) throws {
      port = UInt16.random(in: 20_000..<30_000)
      run = try Program.mingce.start(["serve", "--port", "\(port)"], in: project.folder.url)
      var connection: RawConnection?
      for _ in 0..<400 where connection == nil && run.process.isRunning {
        connection = try? RawConnection(to: port)
        usleep(50_000)
      }
      events = try #require(connection, "nobody listens")
      events.send("GET /.mingce/events HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
      _ = events.received(upTo: "\n\n\r\n")
    }

    /// Waits for the next edition, and returns what is told of it.
    func nextEvent() -> String {
      events.received(upTo: "\n\n").removingPercentEncoding ?? ""
    }

    func get(_ path: String) throws -> String {
      let connection = try RawConnection(to: port)
      connection.send(
        "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n"
      )
      return connection.received(upTo: "never")
    }

    /// Ends the preview as Ctrl-C does.
    func end() throws -> Program.Outcome {
      run.process.interrupt()
      return try run.outcome()
    }
  }

  @Test func whatIsSavedIsShown() throws {
    let preview = try Preview(of: project)
    #expect(try preview.get("/guides/first/01-start.html").contains("先看"))
    let text = try project.folder.text(of: page)

    try project.folder.write(text + "\n新的一段。\n", to: page)
    #expect(preview.nextEvent().contains("edition"))
    #expect(try preview.get("/guides/first/01-start.html").contains("新的一段。"))

    try project.folder.write(text + "\n[坏](无.md)\n", to: page)
    let problem = preview.nextEvent()
    #expect(problem.contains("problem \(page):9:2：错误：链接指向的文件“无.md”不存在"), "\(problem)")
    #expect(problem.contains("9 │ [坏](无.md)"))
    #expect(
      try preview.get("/guides/first/01-start.html").contains("新的一段。"),
      "the last good one stays"
    )

    try project.folder.write(text, to: page)
    #expect(!preview.nextEvent().contains("problem"))
    #expect(try !preview.get("/guides/first/01-start.html").contains("新的一段。"))

    let outcome = try preview.end()
    #expect(outcome.status == 0, "\(outcome.said)")
    #expect(outcome.output.hasSuffix("预览已经结束。\n"))
  }

  @Test func documentsFollowTheirFormAndTheirRecord() throws {
    let preview = try Preview(of: project)
    let body = LetterForm.body + "\n第二版。\n"
    try project.folder.write(body, to: "content/forms/letter/body.md")
    _ = preview.nextEvent()
    #expect(try preview.get("/documents/one/letter.html").contains("第二版。"))

    let records = try project.folder.text(of: "content/samples/one.json")
    let renamed = records.replacing(/"position":"[^"]*"/, with: "\"position\":\"测绘员\"")
    #expect(renamed != records)
    try project.folder.write(renamed, to: "content/samples/one.json")
    _ = preview.nextEvent()
    #expect(try preview.get("/documents/one/letter.html").contains("测绘员"))
    #expect(try preview.end().status == 0)
  }

  @Test func thePreviewIsWhatABuildMakes() throws {
    let preview = try Preview(of: project)
    try project.folder.write("# 开始\n\n改过。\n", to: page)
    _ = preview.nextEvent()
    #expect(try preview.end().status == 0)
    #expect(try project.run("build", "--no-pdf").status == 0)
    #expect(
      try project.folder.contents(of: ".mingce/preview") == project.folder.contents(of: "public")
    )
  }

  @Test func aPortInUseIsToldWithWhatToDo() throws {
    let preview = try Preview(of: project)
    let run = try project.run("serve", "--port", "\(preview.port)")
    #expect(run.status == 64)
    #expect(run.complaints.contains("端口 \(preview.port) 用不了"))
    #expect(run.complaints.contains("--port"))
    #expect(try preview.end().status == 0)
  }
}
