import Foundation
import TestSupport
import Testing

/// All that help says is said in English too: to a person, to man and to a shell that completes.
@Suite struct EnglishHelpTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func mingce(
    _ arguments: [String],
    _ environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    try Program.mingce.run(
      arguments,
      in: FileManager.default.temporaryDirectory,
      environment: environment
    )
  }

  /// Every command's sentences, with the command's words before each.
  private func sentences(_ language: String) throws -> [(path: String, sentence: String)] {
    let dump = try mingce(["--lang", language, "--experimental-dump-help"]).output
    let root = try JSONSerialization.jsonObject(with: Data(dump.utf8)) as? [String: Any]
    return texts(of: try #require(root?["command"] as? [String: Any]), below: "")
  }

  private func texts(of command: [String: Any], below path: String) -> [(String, String)] {
    let path = "\(path) \(command["commandName"] as? String ?? "")"
    let parts = [command] + (command["arguments"] as? [[String: Any]] ?? [])
    let own = parts.flatMap { part in
      ["abstract", "discussion", "valueName"].compactMap { part[$0] as? String }
        .flatMap { $0.split(separator: "\n").map { (path, String($0)) } }
    }
    let below = command["subcommands"] as? [[String: Any]] ?? []
    return own + below.flatMap { texts(of: $0, below: path) }
  }

  @Test func noSentenceIsLeftInChinese() throws {
    let sentences = try sentences("en")
    #expect(sentences.count > 400)
    for (path, sentence) in sentences where !isExample(sentence) {
      #expect(!hasHan(withoutExplainedTerms(sentence)), "\(path)：\(sentence)")
    }
  }

  @Test func bothLanguagesSayEquallyMuch() throws {
    #expect(try sentences("en").map(\.path) == sentences("zh").map(\.path))
  }

  @Test func everyCommandHasAnExample() throws {
    for path in Set(try sentences("en").map(\.path)) {
      let words = path.split(separator: " ").dropFirst().map(String.init)
      let page = try mingce(words + ["--help", "--lang", "en"])
      #expect(page.status == 0 && page.complaints.isEmpty)
      #expect(page.output.contains("Example:\(path)"), "\(page.output)")
      #expect(page.output.contains("Usage:\(path)"), "\(page.output)")
      #expect(!page.output.contains { "，。：；“”（）".contains($0) }, "\(page.output)")
      #expect(!page.output.split(separator: "\n").contains { $0.count > 80 && !isExample("\($0)") })
    }
  }

  /// Words that nobody reads any more would be kept up in vain.
  @Test func theFileOfWordsHoldsNothingElse() throws {
    let said = Set(try sentences("zh").map(\.sentence))
    let file = Self.root.appending(path: "content/messages/en/help.yaml")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let keys = lines.drop { $0 != "sentences:" }.prefix { $0 != "examples:" }
      .compactMap { try? #/  "(.+?)": /#.prefixMatch(in: $0).map { String($0.1) } }
    #expect(keys.count > 200)
    let own = try ["ParserComplaint", "HelpPage", "HelpWords", "CommandSheet"].map { name in
      let file = Self.root.appending(path: "Sources/mingce/World/Words/\(name).swift")
      return try String(contentsOf: file, encoding: .utf8)
    }
    .joined()
    for key in keys where !said.contains(key) {
      // The words of the page itself stand in the code, holes included.
      let literal = key.split(separator: /\{[0-9]\}/).first.map(String.init) ?? key
      #expect(own.contains(literal), "\(key)")
    }
  }

  @Test(arguments: [
    (["render"], "Missing expected argument '<form>'"),
    (["render", "a", "b"], "Missing expected argument '--output <path>'"),
    (["serve", "--port", "x"], "'--port <port>': write a whole number from 1 to 65535"),
    (["serve", "--pot", "1"], "Did you mean '--port'?"), (["new"], "<folder>"),
    (["archive", "find", "--from", "x"], "write dates as 2026-11-20"),
  ])
  func aWrongCommandLineIsAnsweredInEnglish(_ arguments: [String], _ words: String) throws {
    let run = try mingce(arguments, ["LC_ALL": "en_US.UTF-8"])
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.complaints.contains(words), "\(run.complaints)")
    #expect(!hasHan(run.complaints), "\(run.complaints)")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsExplainInEnglish(_ shell: String) throws {
    let english = try mingce(["--generate-completion-script", shell, "--lang", "en"]).output
    let chinese = try mingce(["--generate-completion-script", shell]).output
    #expect(english.split(separator: "\n").count == chinese.split(separator: "\n").count)
    #expect((shell == "bash") == !english.contains("Print a form from filing records."))
    for line in english.split(separator: "\n") where !line.contains("-W '") {
      #expect(!line.contains { "，。：；“”（）".contains($0) }, "\(line)")
    }
    for word in ["Show help information", "Show the version"] { #expect(!chinese.contains(word)) }
  }

  @Test func manualPagesAreWrittenInBothLanguages() throws {
    let folder = try TemporaryFolder()
    for (language, heading) in [("zh", ".SH 用法"), ("en", ".SH SYNOPSIS")] {
      let dump = try mingce(["--experimental-dump-help", "--lang", language]).output
      let script = Self.root.appending(path: ".packaging/manual.py").path
      let run = try Program.tool("python3").run(
        [script, folder.url.path, "1", language],
        in: folder.url,
        input: Data(dump.utf8)
      )
      #expect(run.status == 0, "\(run.said)")
      let pages = try folder.names()
      #expect(pages.count == Set(try sentences(language).map(\.path)).count)
      let page = try String(contentsOf: folder.file("mingce-archive-add.1"), encoding: .utf8)
      #expect(page.contains(heading))
    }
  }

  private func isExample(_ line: String) -> Bool {
    line.hasPrefix("Example: ") || line.hasPrefix("         mingce")
  }

  /// Takes out what is typed or printed in Chinese, which stands in quotation marks.
  private func withoutExplainedTerms(_ sentence: String) -> String {
    sentence.replacing(#/"[^"]+"/#, with: "")
  }

  private func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }
}
