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

  /// The stack of a thread is eight mebibytes, and its heap begins with two: here there is room for the work and for no
  /// thread, or for all. Where a thread is begun whose work finds no room, the program ends.
  @Test(arguments: [20, 22, 24, 64])
  func withoutThreadsTheWorkIsDoneAllTheSame(_ mebibytes: Int) throws {
    // Rows are decoded side by side where there are more than a chunk of them.
    try project.folder.write(RecordFixtures.batchJSON(rows: 600), to: "多.json")
    let words = ["list", "多.json"]
    let usual = try Program.mingce.run(words, in: project.folder.url)
    let run = try run(words, mebibytes: mebibytes)
    #expect(run.status == 0, "\(run.said)")
    #expect(run.output == usual.output)
  }
}
