import Foundation

/// Counts the instructions of our program, in a way that gives the same number again, here and elsewhere.
///
/// What would make the number differ is kept still. Hash tables have the same seed, and a single processor means a
/// single worker. Code that is chosen by the type of processor: valgrind shows every program one of its own few types
/// (no AVX-512 among them), glibc keeps to its oldest string functions and simdjson to one of its kernels, which
/// changes the count by half a percent at most; libdeflate cannot be told. The fonts are those of `.ci/packages`
/// alone, for every other installed file costs a look.
struct Callgrind {
  private let folder: URL
  private var program: String { folder.appending(path: "mingce").path }
  private var project: String { folder.appending(path: "project").path }

  /// Prepares to work in `folder`, which must be there: a copy of the program that valgrind can read, and a project.
  init(in folder: URL) throws {
    self.folder = folder
    // Debian's valgrind 3.19 gives up over the debugging information of Swift 6 (DWARF 5, form 0x23).
    let stripping = ProcessRun("/usr/bin/strip", ["-g", "-o", program, Machine.program])
    guard stripping.status == 0 else { throw SampleFailure(reasons: ["strip \(Machine.program)"]) }
    let files = FileManager.default
    let fonts = "\(project)/fonts"
    try files.createDirectory(atPath: fonts, withIntermediateDirectories: true)
    for name in ["content", "themes"] {
      try files.createSymbolicLink(
        atPath: "\(project)/\(name)",
        withDestinationPath: "\(Machine.project)/\(name)"
      )
    }
    try Self.fontPlan(try StageSample.text(of: "fonts/fonts.yaml"))
      .write(toFile: "\(fonts)/fonts.yaml", atomically: true, encoding: .utf8)
  }

  /// Returns how many instructions `scene` takes, or nothing when the program fails.
  func instructions(of scene: Scene) throws -> Int? {
    let records = folder.appending(path: "in").path
    try ByteFile.write(to: records) { file in
      scene.records?.forEachPiece(isJSONLines: scene.isJSONLines) { file.append($0) }
    }
    let (output, counts) = (folder.appending(path: "out"), folder.appending(path: "counts").path)
    let valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=\(counts)", program]
    let run = ProcessRun(
      "/usr/bin/env",
      Self.environment + ["taskset", "-c", Self.firstProcessor] + valgrind
        + scene.arguments(records, output.path, project: project)
    )
    defer { try? FileManager.default.removeItem(at: output) }
    guard run.status == 0 else { return nil }
    return Self.total(in: try String(contentsOfFile: counts, encoding: .utf8))
  }

  /// Returns the sum that stands in the file which callgrind writes.
  static func total(in text: String) -> Int? {
    let line = text.split(separator: "\n").last { $0.hasPrefix("totals:") }
    return line.flatMap { Int($0.dropFirst(7).trimmingCharacters(in: .whitespaces)) }
  }

  /// Returns `plan` with the folders of the fonts of `.ci/packages` in the place of all fonts of the system.
  static func fontPlan(_ plan: String) -> String {
    let folders = ["opentype/noto", "truetype/lxgw-wenkai", "truetype/hanazono"]
    let lines = folders.map { "  - /usr/share/fonts/\($0)" }.joined(separator: "\n")
    return plan.replacing("  - /usr/share/fonts\n", with: lines + "\n")
  }

  private static let environment = [
    "LANG=C.UTF-8", "SWIFT_DETERMINISTIC_HASHING=1",
    "GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-AVX,-BMI2,-ERMS,-FSRM,-SSE4_2,-SSE4_1,-SSSE3",
    "SIMDJSON_FORCE_IMPLEMENTATION=westmere",
  ]

  /// The first processor that this process may use.
  private static let firstProcessor: String = {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") }
    let first = line?.split(separator: "\t").last?.split { $0 == "," || $0 == "-" }.first
    return first.map(String.init) ?? "0"
  }()
}
