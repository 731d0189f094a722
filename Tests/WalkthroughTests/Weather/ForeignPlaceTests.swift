import Foundation
import TestSupport
import Testing

/// Locale, time zone, fonts and company that are not those of the clerk's own desk.
@Suite struct ForeignPlaceTests {
  private let project: WeatherProject

  init() throws {
    project = try WeatherProject()
  }

  private static let reproducible = WeatherProject.commands.filter(\.isReproducible)

  @Test(arguments: reproducible + WeatherProject.looking)
  func localeAndTimeZoneChangeNothing(_ command: WeatherProject.Command) throws {
    let usual = try project.run(command)
    #expect(usual.status == 0, "\(usual.said)")
    let expected = try project.made()
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for words in [
      ["LC_ALL=C"], ["LC_ALL=tr_TR.UTF-8", "LANG=ar_EG"], ["TZ=America/Los_Angeles"],
      ["TZ=Pacific/Kiritimati"], ["-i", "PATH=\(path)"],
    ] {
      try project.clear()
      let run = try Program.tool("env").run(
        words + [Program.mingce.path] + project.words(of: command),
        in: project.folder.url
      )
      #expect(run.status == 0, "\(words): \(run.said)")
      // Progress is told by the clock.
      #expect(run.output == usual.output, "\(words)")
      #expect(try project.made() == expected, "\(words)")
    }
  }

  /// Commands that set type.
  private static let printing = WeatherProject.commands.filter { command in
    ["render", "forms", "build", "roster"].contains(command.words[0])
  }

  @Test(arguments: printing)
  func withoutFontsThereIsAnAnswerAndNoFile(_ command: WeatherProject.Command) throws {
    try FileManager.default.createDirectory(
      at: project.folder.file("无字体"),
      withIntermediateDirectories: true
    )
    let fonts = try project.folder.text(of: "fonts/fonts.yaml")
    let folders = fonts.replacing(/folders: .*/, with: "folders: [无字体]")
    try project.folder.write(folders, to: "fonts/fonts.yaml")
    let run = try project.run(command)
    if command.words.contains("out/名册.html") {
      // A web page leaves the choice of fonts to the browser.
      #expect(run.status == 0 || run.status == 1, "\(run.said)")
      return
    }
    #expect(run.status == 1, "\(run.said)")
    #expect(run.complaints.contains("字体"), "\(run.said)")
    #expect(run.complaints.contains("fonts/fonts.yaml"), "\(run.said)")
    let made = try project.folder.names(in: "out")
    #expect(made.filter { $0.hasSuffix(".pdf") || $0.hasSuffix(".part") } == [])
  }

  @Test(arguments: [["check", "a.json"], ["list", "a.json"], ["explain", "V-13"]])
  func whatSetsNoTypeNeedsNoFonts(_ words: [String]) throws {
    try project.folder.write("folders: [无字体]\nfamilies: {}\nfallback: []\n", to: "fonts/fonts.yaml")
    let run = try project.run(WeatherProject.Command(words: words))
    #expect(run.status == 0, "\(run.said)")
  }

  /// As in a root that debootstrap(8) has made, before anybody mounts anything.
  @Test(.enabled(if: SmallDisk.isPossible))
  func withoutProcItIsSaidWhatIsMissing() throws {
    let run = try SmallDisk.run(
      #"mount -t tmpfs tmpfs /proc && "$0" check a.json"#,
      in: project.folder.url
    )
    #expect(run.status == 1, "\(run.said)")
    #expect(run.output.isEmpty && run.complaints.contains("/proc"), "\(run.said)")
  }

  /// Two people do the same at the same time.
  @Test(arguments: reproducible.filter { !$0.refusesWhatIsThere })
  func twoRunsAtOnceMakeWhatOneMakes(_ command: WeatherProject.Command) throws {
    #expect(try project.run(command).status == 0)
    let expected = try project.made()
    try project.clear()
    let runs = try (0..<2).map { _ in
      try Program.mingce.start(project.words(of: command), in: project.folder.url)
    }
    for run in runs {
      let outcome = try run.outcome()
      #expect(outcome.status == 0, "\(outcome.said)")
    }
    #expect(try project.made() == expected)
  }

  /// A gibibyte is what any command may write into at these sizes (RLIMIT_DATA, which leaves out what is only reserved or
  /// read from files; getrlimit(2)).
  @Test(arguments: WeatherProject.commands + WeatherProject.looking)
  func memoryIsBounded(_ command: WeatherProject.Command) throws {
    try project.addFiles()
    try project.prepare(command)
    let run = try Program(path: "/bin/bash").run(
      ["-c", "ulimit -d \(1 << 20); exec \"$0\" \"$@\"", Program.mingce.path]
        + project.words(of: command),
      in: project.folder.url,
      environment: WeatherProject.environment
    )
    #expect(run.status == 0, "\(run.said)")
  }
}
