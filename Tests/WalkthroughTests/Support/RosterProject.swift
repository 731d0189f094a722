import Diagnostics
import Digests
import Foundation
import Ledger
import TestSupport
import Testing

/// A project with a small roster form and a ledger, for processes that save rosters.
struct RosterProject {
  let project: TinyProject

  var folder: TemporaryFolder { project.folder }

  /// Makes the project; it reads few fonts, since its processes are started hundreds of times.
  init() throws {
    project = try TinyProject()
    let noto = "{names: [Noto Serif CJK SC]}"
    try folder.write(
      """
      folders: [/usr/share/fonts/opentype/noto]
      families: {宋体: [\(noto)], 黑体: [\(noto)], 楷体: [\(noto)], 仿宋: [\(noto)]}
      fallback: [\(noto)]
      """,
      to: "fonts/fonts.yaml"
    )
    try project.add("roster", settings: Self.settings(kinds: "[new]"), body: Self.body)
    try project.add("renewals", settings: Self.settings(kinds: "[renew]"), body: Self.body)
    try folder.write(
      """
      kinds:
        new: {label: 新签, letters: XQ, forms: [roster]}
        renew: {label: 续签, letters: XU, forms: [renewals]}
      """,
      to: "content/ledger.yaml"
    )
  }

  /// The checkout that the tests run in.
  static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func settings(kinds: String) -> String {
    """
    title: {default: 备案名册}
    summary: 测试用名册。
    scope: roster
    select: {kinds: \(kinds), gate: roster}
    order: [e.name, id]
    footer: {start: "{{roster.no}} {{roster.check}}", centre: "{{page}}/{{pages}}"}
    """
  }

  private static let body = """
    # {{form.title}}

    ```table filings
    序号 | seq | 10 | 中
    姓名 | e.name | 40 | 中
    号码 | e.idNumber | 60 | 中
    @closing （以下空白）
    ```
    """

  /// Writes a record file of the filings `numbers`.
  func write(_ numbers: ClosedRange<Int>, to name: String) throws {
    let filings = numbers.map { RecordFixtures.filing($0) }
    try folder.write(RecordFixtures.document(filings), to: name)
  }

  /// Runs the program in the project.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Outcome {
    try Program.mingce.run(arguments, in: folder.url, environment: environment)
  }

  /// Opens the ledger.
  func ledger() throws -> Ledger { try Ledger(at: folder.file("mingce.sqlite").path) }

  /// Returns every roster with the ids of its filings.
  func rosters() throws -> [(roster: SavedRoster, ids: [String])] {
    let ledger = try ledger()
    var rosters: [SavedRoster] = []
    _ = try ledger.forEachRoster { rosters.append($0) }
    return try rosters.map { roster in
      var text: [UInt8] = []
      _ = try ledger.thaw(roster) { text += $0 }
      let ids = String(decoding: text, as: UTF8.self).matches(of: /"id":"(f\d{7})"/)
      return (roster, ids.map { String($0.output.1) })
    }
  }

  /// Returns the hash of the file `name`.
  func hash(of name: String) throws -> String {
    Digest(of: Array(try Data(contentsOf: folder.file(name)))).hex
  }

  /// Returns what a search through the ledger finds.
  func findings() throws -> [String] {
    var found: [String] = []
    _ = try ledger().verify { found.append($0.description) }
    return found
  }
}
