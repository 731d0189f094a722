import TestSupport

/// One way of using the program that is worth measuring.
struct Scene: Sendable {
  let name: String
  /// The records it reads; the program's own samples where there are none.
  var records: InventedRecords?
  var isJSONLines = true
  /// Whether it takes so long that it is run once.
  var isLong = false
  /// Whether what it writes is a folder that must be there.
  var needsFolder = false
  /// The command line, given the paths of records and output and of the folder whose forms and fonts are used.
  let command: @Sendable (_ input: String, _ output: String, _ project: String) -> [String]

  /// Returns the command line.
  func arguments(
    _ input: String,
    _ output: String,
    project: String = Machine.project
  ) -> [String] {
    command(input, output, project)
  }

  /// All scenes, in the order of the table.
  static let all =
    [start, roster(20)]
    + [roster(1000), roster(10_000), roster(10_000, isJSONLines: false)]
    + [roster(100_000), roster(300_000), web(10_000), check(10_000)]
    + [saved(10_000), saved(100_000)]
    + [certificates(1000), certificateFiles(1000), contracts(100), contractFiles(100)]
    + [everything]

  private static let start = Scene(name: "启动（--help）") { _, _, _ in ["--help"] }

  private static let everything = Scene(name: "样例文书和门户（build）") { _, output, project in
    ["build", "-o", output, "--project", project]
  }

  static func roster(_ count: Int, isJSONLines: Bool = true) -> Scene {
    let kind = isJSONLines ? "" : "（JSON）"
    return Scene(
      name: "名册 \(count) 行\(kind)",
      records: InventedRecords(count: count),
      isJSONLines: isJSONLines,
      isLong: count >= 100_000,
      command: render("roster-new", as: "pdf")
    )
  }

  static func web(_ count: Int) -> Scene {
    let records = InventedRecords(count: count)
    return Scene(
      name: "名册 \(count) 行，网页",
      records: records,
      command: render("roster-new", as: "html")
    )
  }

  static func check(_ count: Int) -> Scene {
    Scene(name: "检查 \(count) 行", records: InventedRecords(count: count)) { input, _, _ in
      ["check", input]
    }
  }

  /// A roster that a new ledger saves.
  private static func saved(_ count: Int) -> Scene {
    Scene(
      name: "保存名册 \(count) 行",
      records: InventedRecords(count: count),
      isLong: count >= 100_000,
      needsFolder: true
    ) { input, output, project in
      ["roster", "save", "roster-new", input, "-o", "\(output)/roster.pdf"]
        + ["--ledger", "\(output)/mingce.sqlite", "--project", project]
    }
  }

  static func certificates(_ count: Int) -> Scene {
    Scene(
      name: "证明书 \(count) 份，一个文件",
      records: InventedRecords(count: count, kinds: [.terminate]),
      command: render("certificate", as: "pdf")
    )
  }

  static func certificateFiles(_ count: Int) -> Scene {
    let render = render("certificate", as: "pdf")
    return Scene(
      name: "证明书 \(count) 份，各一个文件",
      records: InventedRecords(count: count, kinds: [.terminate])
    ) { render($0, $1, $2) + ["--split"] }
  }

  static func contractFiles(_ count: Int) -> Scene {
    let render = render("contract", as: "pdf")
    return Scene(
      name: "劳动合同 \(count) 份，各一个文件",
      records: InventedRecords(count: count)
    ) { render($0, $1, $2) + ["--split"] }
  }

  private static func contracts(_ count: Int) -> Scene {
    Scene(
      name: "劳动合同 \(count) 份，一个文件",
      records: InventedRecords(count: count),
      command: render("contract", as: "pdf")
    )
  }

  private static func render(
    _ form: String,
    as format: String
  ) -> @Sendable (_ input: String, _ output: String, _ project: String) -> [String] {
    { input, output, project in
      ["render", form, input, "-o", output, "--format", format, "--project", project]
    }
  }
}
