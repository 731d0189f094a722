import Archive
import Digests
import Foundation
import TestSupport
import Testing

/// A project in which every command that writes or takes long has something to do.
struct WeatherProject {
  let rosters: RosterProject

  var folder: TemporaryFolder { rosters.folder }

  /// Makes a project with `people` in its records.
  init(people: Int = 12) throws {
    rosters = try RosterProject()
    try rosters.project.add("letter", settings: LetterForm.settings, body: LetterForm.body)
    try rosters.write(1...people, to: "a.json")
    try rosters.write(1...2, to: "content/samples/one.json")
    let known = (1...people).map { RecordFixtures.filing($0) }
    try folder.write(RecordFixtures.document(known), to: "单位.json")
    let rows = known.map { filing in
      let number = filing.firstMatch(of: /"idNumber":"([^"]*)"/).map { String($0.output.1) } ?? ""
      return "张示例,\(number),2026-11-15,职工个人原因"
    }
    let head = "姓名*,身份证号码*,终止或解除时间*,终止或解除原因*"
    try folder.write(([head] + rows).joined(separator: "\n") + "\n", to: "解除.csv")
    try clear()
  }

  /// A command that writes below the folder `out`, or nothing at all.
  struct Command: Sendable, CustomTestStringConvertible {
    /// What somebody has made below the folder `before`.
    enum Ground: Sendable { case nothing, archive, seal, printed, signed }

    /// The words; one that ends with `/*` stands for the files of a folder.
    let words: [String]
    /// Whether the same run gives the same bytes: signatures, and ledgers and archives with salt of their own, do not.
    var isReproducible = true
    /// What it finds.
    var ground = Ground.nothing
    /// Whether it refuses what it has made already.
    var refusesWhatIsThere = false

    var testDescription: String { words.prefix(3).joined(separator: " ") }
  }

  static let commands: [Command] = [
    Command(words: ["render", "roster", "a.json", "-o", "out/名册.pdf"]),
    Command(words: ["render", "roster", "a.json", "-o", "out/名册.html"]),
    Command(words: ["render", "letter", "a.json", "-o", "out/证明", "--split"]),
    Command(words: ["render", "roster", "a.json", "-o", "out/名册", "--format", "svg,png"]),
    Command(words: ["check", "a.json", "-o", "out/问题.csv"]),
    Command(words: ["import", "解除.csv", "--employer", "单位.json", "-o", "out/记录.json"]),
    Command(words: ["list", "a.json", "-o", "out/列表.xlsx"]),
    Command(words: ["list", "a.json", "--sort", "姓名", "-o", "out/列表.csv"]),
    Command(words: ["forms", "letter", "--blank", "-o", "out/空白.pdf"]),
    Command(words: ["template", "jilin-termination", "-o", "out/模板.xlsx"]),
    Command(words: ["new", "out/项目", "--example", "guide"], refusesWhatIsThere: true),
    Command(words: ["build", "-o", "out/public"]),
    Command(
      words: [
        "roster", "save", "roster", "a.json", "-o", "out/XQ.pdf", "--ledger", "out/m.sqlite",
      ],
      isReproducible: false
    ),
    Command(
      words: ["sign", "--form", "letter", "a.json", "-o", "out/已签"] + key + [
        "--ledger", "out/m.sqlite",
      ],
      isReproducible: false
    ),
    Command(
      words: ["seal", "new", "合同专用章", "--records", "a.json", "--ledger", "out/m.sqlite"],
      isReproducible: false
    ),
    Command(
      words: ["archive", "add", "in", "--archive", "out/archive"],
      isReproducible: false
    ),
    Command(
      words: ["archive", "export", fileCode, "-o", "out/移交", "--archive", "before/archive"],
      ground: .archive,
      refusesWhatIsThere: true
    ),
    Command(
      words: ["seal", "preview", "YZ-0001", "-o", "out/样章.png", "--ledger", "before/m.sqlite"],
      ground: .seal
    ),
    Command(
      words: ["sign", "before/印好/*", "-o", "out/已签"] + key + ["--ledger", "out/m.sqlite"],
      isReproducible: false,
      ground: .printed
    ),
    Command(
      words: ["download", "before/双方/*", "--records", "a.json", "-o", "out/发出"]
        + ["--ledger", "before/m.sqlite"],
      ground: .signed
    ),
  ]

  /// Commands that may take long and write nothing; they work in any weather.
  static let looking: [Command] = [
    Command(words: ["archive", "verify", "--archive", "before/archive"], ground: .archive),
    Command(words: ["archive", "find", "0", "--archive", "before/archive"], ground: .archive),
    Command(words: ["verify", "before/双方/*", "--roots", path("root.pem")], ground: .signed),
    Command(words: ["ledger", "verify", "--ledger", "before/m.sqlite"], ground: .signed),
  ]

  private static var key: [String] { ["--as", "employer", "--key", path("employer.p12")] }

  private static func path(_ name: String) -> String {
    (try? TestAuthority.shared.get().path(name)) ?? ""
  }

  /// The archival code of the first file that is archived.
  private static var fileCode: String {
    archivalCode(of: Digest(of: ArchiveBench.file(0)))
  }

  /// Makes what `command` finds, once.
  func prepare(_ command: Command) throws {
    guard !folder.holds("before") else { return }
    let ledger = ["--ledger", "before/m.sqlite"]
    switch command.ground {
    case .nothing: return
    case .archive:
      if !folder.holds("in") { try addFiles() }
      try make(["archive", "add", "in", "--archive", "before/archive"])
    case .seal:
      try FileManager.default.createDirectory(
        at: folder.file("before"),
        withIntermediateDirectories: true
      )
      try make(["seal", "new", "合同专用章", "--records", "a.json"] + ledger)
    case .printed: try make(["render", "letter", "a.json", "-o", "before/印好", "--split"])
    case .signed:
      try FileManager.default.createDirectory(
        at: folder.file("before"),
        withIntermediateDirectories: true
      )
      try rosters.write(1...12, to: "before/a.json")
      let printed = ["--form", "letter", "before/a.json", "-o", "before/单位"]
      try make(["sign"] + printed + Self.key + ledger)
      let employee = ["--as", "employee", "--key", Self.path("employee.p12")]
      try make(["sign", "before/单位/*", "-o", "before/双方"] + employee + ledger)
    }
  }

  private func make(_ words: [String]) throws {
    let made = try Program.mingce.run(
      try spelt(words),
      in: folder.url,
      environment: Self.environment
    )
    guard made.status == 0 else { throw NotMade(said: made.said) }
  }

  private struct NotMade: Error {
    var said: String
  }

  /// The words of `command` with the files that they stand for.
  func words(of command: Command) throws -> [String] { try spelt(command.words) }

  private func spelt(_ words: [String]) throws -> [String] {
    try words.flatMap { word in
      guard word.hasSuffix("/*") else { return [word] }
      let place = String(word.dropLast(2))
      return try folder.names(in: place).map { "\(place)/\($0)" }
    }
  }

  /// What a run needs to know that is not on its command line.
  static let environment = ["MINGCE_KEY_PASSWORD": TestAuthority.password]

  /// Makes the files that are to be archived.
  func addFiles(_ count: Int = 20) throws {
    let bench = ArchiveBench(in: folder)
    for number in 0..<count { try bench.addFile(number, to: "in/\(number).pdf") }
  }

  /// Runs `command` to its end.
  func run(_ command: Command, environment: [String: String] = [:]) throws -> Program.Outcome {
    try prepare(command)
    return try Program.mingce.run(
      try words(of: command),
      in: folder.url,
      environment: Self.environment.merging(environment) { $1 }
    )
  }

  /// Empties `out`.
  func clear() throws {
    if folder.holds("out") { try FileManager.default.removeItem(at: folder.file("out")) }
    try FileManager.default.createDirectory(
      at: folder.file("out"),
      withIntermediateDirectories: true
    )
  }

  /// The files that are there for somebody else, by their paths; a build's own notes tell of times.
  func made() throws -> [String: Data] {
    try folder.contents(of: "out").filter { !$0.key.hasPrefix(".mingce/") }
  }

  /// Sees that no file below `out` is half written or under a temporary name; what `command` had done before may be there.
  func expectNothingHalf(_ comment: Comment) throws {
    for (name, bytes) in try folder.contents(of: "out") {
      #expect(!name.contains("/incoming/"), "\(comment): \(name)")
      #expect(!name.contains(".part"), "\(comment): \(name)")
      #expect(isWhole(name, bytes), "\(comment): \(name)")
    }
    // What `new` writes last is there, or nothing of the project.
    #expect(folder.holds("out/项目") == folder.holds("out/项目/.gitignore"), comment)
    #expect(try folder.names(in: "").filter { $0.hasSuffix(".part") } == [], comment)
  }

  /// Whether a file has the end that its kind has.
  private func isWhole(_ name: String, _ bytes: Data) -> Bool {
    switch URL(filePath: name).pathExtension {
    case "pdf": bytes.suffix(6) == Data("%%EOF\n".utf8) || name.contains("/bags/")
    case "html", "svg": bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: ">")
    case "png": bytes.suffix(8).starts(with: Data("IEND".utf8))
    case "xlsx": bytes.suffix(22).starts(with: Data([0x50, 0x4B, 0x05, 0x06]))
    default: true
    }
  }
}
