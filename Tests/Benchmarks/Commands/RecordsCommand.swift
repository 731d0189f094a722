import ArgumentParser
import TestSupport

/// Prints invented records.
struct RecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "生成虚构的备案记录：同样的参数总是得到同样的内容。",
    discussion: "例：mingce-bench records 10000 --jsonl -o r.jsonl"
  )

  @Argument(help: "备案条数。")
  var count: Int

  @Option(name: .shortAndLong, help: "写到这个文件；不写时输出到终端。")
  var output: String?

  @Flag(name: .long, help: "一行一条（JSON Lines）；不写时是一个 JSON 文件。")
  var jsonl = false

  @Option(name: .long, help: "业务类型：new、renew、terminate 或 mixed。")
  var kind = "new"

  @Option(name: .long, help: "地区规格代号。")
  var profile = "CN-JL"

  @Option(name: .long, help: "随机种子。")
  var seed: UInt64 = 7

  func validate() throws {
    guard count >= 0 else { throw ValidationError("条数不能是负数。") }
    guard kinds != nil else { throw ValidationError("业务类型只能是 new、renew、terminate 或 mixed。") }
  }

  func run() throws {
    let records = InventedRecords(
      count: count,
      kinds: kinds ?? [.new],
      profile: profile,
      seed: seed
    )
    try ByteFile.write(to: output) { file in
      records.forEachPiece(isJSONLines: jsonl) { file.append($0) }
    }
  }

  private var kinds: [RecordFixtures.Kind]? {
    kind == "mixed"
      ? RecordFixtures.Kind.allCases : RecordFixtures.Kind(rawValue: kind).map { [$0] }
  }
}
