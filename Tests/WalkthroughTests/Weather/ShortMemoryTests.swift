import TestSupport
import Testing

/// Less memory than a run would like to write into (RLIMIT_DATA; getrlimit(2)).
@Suite struct ShortMemoryTests {
  private let project: WeatherProject

  init() throws {
    project = try WeatherProject()
  }

  private func run(_ words: [String], mebibytes: Int) throws -> Program.Outcome {
    try Program(path: "/bin/bash").run(
      ["-c", "ulimit -d \(mebibytes << 10); exec timeout 120 \"$0\" \"$@\"", Program.mingce.path]
        + words,
      in: project.folder.url,
      environment: WeatherProject.environment
    )
  }

  /// To unpack a row of six megabytes takes a hundred more; the rows around it are read all the same.
  @Test func aRowThatMemoryIsTooShortForIsToldAlone() throws {
    let note = String(repeating: #"\u4e00"#, count: 1 << 20)
    let rows = [RecordFixtures.filing(1), #"{"note":"\#(note)"}"#, RecordFixtures.filing(3)]
    try project.folder.write(RecordFixtures.document(rows), to: "大.json")
    let run = try run(["check", "大.json"], mebibytes: 100)
    #expect(run.status == 2, "\(run.said)")
    #expect(run.output.contains("内存不足　[json.noMemory]"), "\(run.said)")
    #expect(run.output.contains("共 3 条记录：2 条可用，1 条有错误"), "\(run.said)")
  }
}
