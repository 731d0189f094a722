import TestSupport

/// One way of using the program that is worth measuring.
struct Scene: Sendable {
  let name: String
  /// The records it reads; the program's own samples where there are none.
  var records: InventedRecords?
  var isJSONLines = true
  /// Whether it takes so long that it is run once.
  var isLong = false
  /// The command line, given the paths of records and output.
  let arguments: @Sendable (_ input: String, _ output: String) -> [String]

  /// All scenes, in the order of the table.
  static let all =
    [start, roster(20)]
    + [roster(1000), roster(10_000), roster(10_000, isJSONLines: false), roster(100_000)]
    + [web(10_000), check(10_000), certificates(1000), certificateFiles(1000), contracts(100)]
    + [everything]

  private static let start = Scene(name: "启动（--help）") { _, _ in ["--help"] }

  private static let everything = Scene(name: "样例文书和门户（build）") { _, output in
    ["build", "-o", output, "--project", Machine.project]
  }

  private static func roster(_ count: Int, isJSONLines: Bool = true) -> Scene {
    let kind = isJSONLines ? "" : "（JSON）"
    return Scene(
      name: "名册 \(count) 行\(kind)",
      records: InventedRecords(count: count),
      isJSONLines: isJSONLines,
      isLong: count >= 100_000,
      arguments: render("roster-new", as: "pdf")
    )
  }

  private static func web(_ count: Int) -> Scene {
    let records = InventedRecords(count: count)
    return Scene(
      name: "名册 \(count) 行，网页",
      records: records,
      arguments: render("roster-new", as: "html")
    )
  }

  private static func check(_ count: Int) -> Scene {
    Scene(name: "检查 \(count) 行", records: InventedRecords(count: count)) { input, _ in
      ["check", input]
    }
  }

  private static func certificates(_ count: Int) -> Scene {
    Scene(
      name: "证明书 \(count) 份，一个文件",
      records: InventedRecords(count: count, kinds: [.terminate]),
      arguments: render("certificate", as: "pdf")
    )
  }

  private static func certificateFiles(_ count: Int) -> Scene {
    let render = render("certificate", as: "pdf")
    return Scene(
      name: "证明书 \(count) 份，各一个文件",
      records: InventedRecords(count: count, kinds: [.terminate])
    ) { render($0, $1) + ["--split"] }
  }

  private static func contracts(_ count: Int) -> Scene {
    Scene(
      name: "劳动合同 \(count) 份，一个文件",
      records: InventedRecords(count: count),
      arguments: render("contract", as: "pdf")
    )
  }

  private static func render(
    _ form: String,
    as format: String
  ) -> @Sendable (_ input: String, _ output: String) -> [String] {
    { input, output in
      ["render", form, input, "-o", output, "--format", format, "--project", Machine.project]
    }
  }
}
