import ArgumentParser
import Foundation
import TestSupport

/// Measures the signing of many contracts: as they are printed, with a seal, and by the employees afterwards.
struct SignBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "测量批量签名：边打印边签、盖印章（含骑缝章）边签、给现有文件追加签名。",
    discussion: """
      例：mingce-bench sign --count 1000 --folder bench-sign

      用 ECDSA（P-256）密钥，不加时间戳，登记在账本里。要有 openssl。
      """
  )

  @Option(name: .long, help: "合同份数。")
  var count = 1000

  @Option(name: .long, help: "文件夹；原有内容先删除，测完不删除。")
  var folder: String

  private static let password = "bench"

  func run() throws {
    print(Machine.description)
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.password.write(toFile: "\(folder)/password", atomically: true, encoding: .utf8)
    try makeKey("employer", of: RecordFixtures.employerName)
    try makeKey("employee", of: "李示例")
    let records = "\(folder)/records.jsonl"
    try ByteFile.write(to: records) { file in
      InventedRecords(count: count).forEachPiece(isJSONLines: true) { file.append($0) }
    }
    let seal = ["--ledger", "\(folder)/sealed.sqlite", "--project", Machine.project]
    _ = ProcessRun(Machine.program, ["seal", "new", "合同专用章", "--records", records] + seal)
    _ = ProcessRun(Machine.program, ["seal", "authorise", "YZ-0001", "--person", "李示例"] + seal)
    let table = ResultTable(["签劳动合同 \(count) 份", "秒", "处理器秒", "每秒", "峰值 MiB"])
    table.printHead()
    let printing = ["--form", "contract", records] + key("employer")
    let plain = ["-o", "\(folder)/signed", "--ledger", "\(folder)/signed.sqlite"]
    row("边打印边签", plain + printing, table)
    let sealed = ["--seal", "YZ-0001", "--person", "李示例", "--cross-page"]
    row("边打印边盖章签", ["-o", "\(folder)/sealed"] + printing + sealed + seal.prefix(2), table)
    // One key stands for all the employees.
    let signing = ["-o", "\(folder)/both", "--other-name"]
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/sealed").sorted()
      .map { "\(folder)/sealed/\($0)" }
    row("劳动者追加签名", files + signing + key("employee") + seal.prefix(2), table)
  }

  private func key(_ holder: String) -> [String] {
    ["--as", holder, "--key", "\(folder)/\(holder).p12", "--password-file", "\(folder)/password"]
  }

  private func makeKey(_ holder: String, of name: String) throws {
    let (secret, certificate) = ("\(folder)/\(holder).key", "\(folder)/\(holder).pem")
    for words in [
      ["ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", secret],
      ["req", "-utf8", "-x509", "-new", "-key", secret, "-subj", "/CN=\(name)", "-days", "30"]
        + ["-out", certificate],
      ["pkcs12", "-export", "-inkey", secret, "-in", certificate]
        + ["-passout", "pass:\(Self.password)", "-out", "\(folder)/\(holder).p12"],
    ] {
      guard ProcessRun("/usr/bin/openssl", words).status == 0 else {
        throw ValidationError("openssl 没有做成密钥：\(words.joined(separator: " "))")
      }
    }
  }

  private func row(_ name: String, _ words: [String], _ table: ResultTable) {
    let run = ProcessRun(Machine.program, ["sign"] + words + ["--project", Machine.project])
    let status = run.status == 0 ? "" : "（退出码 \(run.status)）"
    table.printRow([
      name + status, Figure.seconds(run.seconds), Figure.seconds(run.processorSeconds),
      Figure.rate(of: count, in: run.seconds), Figure.fixed(run.peakMiB, 0),
    ])
  }
}
