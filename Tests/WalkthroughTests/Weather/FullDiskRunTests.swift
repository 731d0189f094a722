import Foundation
import TestSupport
import Testing

/// A disk that takes no more, a folder that takes nothing, a report that goes nowhere: each is told, and nothing is half
/// written.
@Suite struct FullDiskRunTests {
  private let project: WeatherProject

  init() throws {
    project = try WeatherProject()
    try project.addFiles()
  }

  private func shell(_ script: String, _ command: WeatherProject.Command) throws -> Program.Outcome
  {
    try project.prepare(command)
    return try Program(path: "/bin/bash").run(
      ["-c", script, Program.mingce.path] + project.words(of: command),
      in: project.folder.url,
      environment: WeatherProject.environment
    )
  }

  /// The disk has room for a page or two only.
  @Test(.enabled(if: SmallDisk.isPossible), arguments: WeatherProject.commands)
  func aFullDiskIsTold(_ command: WeatherProject.Command) throws {
    try project.prepare(command)
    let run = try SmallDisk.run(
      """
      mkdir -p out && mount -t tmpfs -o size=8k,nr_inodes=9 tmpfs out
      head -c 9000 /dev/zero > out/filler 2>/dev/null
      "$0" "$@"; echo "ended $?"
      find out -name '*.part' -size +0; find out -name '*.part'
      """,
      try project.words(of: command),
      in: project.folder.url,
      environment: WeatherProject.environment
    )
    #expect(run.output.contains("ended 73\n"), "\(run.said)")
    #expect(run.complaints.contains("空间") || run.complaints.contains("写不下"), "\(run.said)")
    #expect(!run.output.contains(".part"), "\(run.said)")
  }

  /// As a quota does it: files may not grow, and the program is not killed for trying.
  @Test(arguments: WeatherProject.commands)
  func aFileThatMayNotGrowIsTold(_ command: WeatherProject.Command) throws {
    // What is said goes through a pipe, since it is kept in files that may not grow either.
    let run = try shell(
      "(ulimit -f 0; exec \"$0\" \"$@\") 2>&1 | cat; exit ${PIPESTATUS[0]}",
      command
    )
    #expect(run.status == 73, "\(run.said)")
    #expect(run.output.contains("文件超过系统允许的大小") || run.output.contains("写不下"), "\(run.said)")
    try project.expectNothingHalf("\(command.testDescription)")
    try project.clear()
    let again = try project.run(command)
    #expect(again.status == 0, "\(again.said)")
  }

  @Test(.enabled(if: SmallDisk.isPossible), arguments: WeatherProject.commands)
  func aReadOnlyFolderIsTold(_ command: WeatherProject.Command) throws {
    try project.prepare(command)
    let run = try SmallDisk.run(
      """
      mkdir -p out && mount -t tmpfs -o ro tmpfs out
      "$0" "$@"; echo "ended $?"
      """,
      try project.words(of: command),
      in: project.folder.url,
      environment: WeatherProject.environment
    )
    #expect(run.output.contains("ended 73\n"), "\(run.said)")
    #expect(run.complaints.contains("只读") || run.complaints.contains("不能写入"), "\(run.said)")
  }

  /// Who only looks needs no room, and nothing that can be written; a ledger has a file beside it as long as anybody reads.
  @Test(
    .enabled(if: SmallDisk.isPossible),
    arguments: WeatherProject.looking.filter { $0.words[0] != "ledger" }
  )
  func lookingNeedsNoRoom(_ command: WeatherProject.Command) throws {
    try project.prepare(command)
    let run = try SmallDisk.run(
      """
      mount --bind before before && mount -o remount,bind,ro before || exit 9
      touch before/x 2>/dev/null && exit 8
      (ulimit -f 0; "$0" "$@"; echo "ended $?") 2>&1 | cat
      """,
      try project.words(of: command),
      in: project.folder.url,
      environment: WeatherProject.environment
    )
    #expect(run.output.contains("ended 0\n"), "\(run.said)")
  }

  /// Commands whose report is what they are for.
  private static let reports = [
    ["list", "a.json"], ["list", "a.json", "--fields"], ["check", "a.json"], ["forms"],
    ["explain"], ["doctor"], ["roster", "list"], ["render", "--help"], ["--version"],
  ]

  @Test(arguments: reports)
  func aReportThatCannotBeWrittenIsTold(_ words: [String]) throws {
    let command = WeatherProject.Command(words: words)
    let run = try shell("exec \"$0\" \"$@\" > /dev/full", command)
    #expect(run.status == 73 || words[0] == "roster", "\(words) \(run.said)")
    #expect(run.complaints.contains("无法写入标准输出") || words[0] == "roster", "\(run.said)")
  }

  /// Whoever has read enough is not bothered.
  @Test(arguments: reports)
  func aReaderThatGoesAwayEndsTheRunQuietly(_ words: [String]) throws {
    let command = WeatherProject.Command(words: words)
    let run = try shell("\"$0\" \"$@\" | head -1; echo \"${PIPESTATUS[0]}\"", command)
    let usual = try shell("\"$0\" \"$@\" >/dev/null; echo $?", command)
    let status = run.output.split(separator: "\n").last.map(String.init)
    // 128 and the number of SIGPIPE, or all had been written before.
    let statuses = ["141", usual.output.trimmingCharacters(in: .newlines)]
    #expect(statuses.contains(status ?? ""), "\(run.said)")
    #expect(run.complaints.isEmpty || run.complaints == usual.complaints, "\(run.said)")
  }

  /// What is written with nobody listening is the same; no file takes the place of what was closed.
  @Test func closedDescriptorsDoNoHarm() throws {
    let command = WeatherProject.commands[0]
    #expect(try project.run(command).status == 0)
    let expected = try project.made()
    try project.clear()
    let run = try shell("\"$0\" \"$@\" <&- >&- 2>&-; exit $?", command)
    #expect(run.status == 0)
    #expect(try project.made() == expected)
  }
}
