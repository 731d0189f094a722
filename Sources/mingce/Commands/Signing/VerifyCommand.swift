import Archive
import ArgumentParser
import Certificates
import Diagnostics
import Verification

/// Judges the signatures of files.
struct VerifyCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "核对 PDF 的电子签名。",
    discussion: """
      例：mingce verify 合同.pdf --roots 根证书.pem

      核对内容有没有改动、签名覆盖了多少、谁在什么时候签的、证书是否可信、是否吊销、时间戳、签名级别、\
      签名以后又改了什么、附带的数据与印出的文字是否一致。\
      证书上的名称与文书上的单位、劳动者不同的会指出来，不影响结果。

      全部有效时退出码是 0，有一份无效、不可信或者没有签名时是 2。
      """
  )

  @Argument(help: ArgumentHelp("要核对的 PDF 文件。", valueName: "文件"), completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp("根证书（PEM），核对签名时信任它，可以有几张，也可以写几次；不写时只核对内容，不认签名人，结果不算有效。", valueName: "文件"),
    completion: .file()
  )
  var roots: [String] = []

  @Option(help: ArgumentHelp("中间证书（PEM），文件里没有带齐时用。", valueName: "文件"), completion: .file())
  var certificates: [String] = []

  @Flag(help: "联网向签发机构查询证书是否吊销。")
  var online = false

  @Flag(help: "查不到是否吊销的，不算有效。")
  var requireRevocation = false

  @Option(name: .long, help: ArgumentHelp("输出格式：text 或 json；不写时是 text。", valueName: "格式"))
  var format: VerdictFormat?

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let verifier = Verifier(
      roots: try world.certificates(in: roots),
      others: try world.certificates(in: certificates),
      at: world.seconds,
      web: online ? .http() : nil,
      requiresRevocation: requireRevocation
    )
    var reports: [VerdictReport] = []
    for file in files {
      let verdict = verifier.judge(try world.bytes(of: file))
      let facts = RecordFacts(values: verdict.values.lazy.map { (field: $0.field, text: $0.text) })
      reports.append(VerdictReport(file: file, verdict: verdict, facts: facts))
    }
    switch format ?? .text {
    case .json: world.console.put(verdictJSON(reports) + "\n")
    case .text: for line in reports.flatMap(\.lines) { world.console.say(line) }
    }
    return reports.allSatisfy(\.verdict.isPassed) ? .ok : .problemsFound
  }
}

/// What verdicts can be written as.
enum VerdictFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
