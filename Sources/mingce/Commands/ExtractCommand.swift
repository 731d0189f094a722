import ArgumentParser
import Diagnostics
import PDFFiles

/// Gives back the record that a PDF carries.
struct ExtractCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "取出 PDF 文件里附带的数据（JSON）。",
    discussion: """
      例：mingce extract 名册.pdf -o 名册数据.json

      取出的只有这份文件印出的字段；遮盖过的文件，数据也是遮盖过的。不写 -o 时写到屏幕。
      """
  )

  @Argument(help: ArgumentHelp("本程序生成的 PDF 文件。", valueName: "文件"), completion: .file())
  var file: String

  @Option(name: .shortAndLong, help: ArgumentHelp("输出文件；不写时写到屏幕。", valueName: "文件"))
  var output: String?

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let path = try output.map { path throws(CommandFailure) in
      try OutputPath(path, endings: ["json"], in: world).file
    }
    let bytes = try world.bytes(of: file)
    let (record, facts) = try reading { () throws(PDFFileFailure) in
      let pdf = try PDFFile(bytes)
      return (try pdf.record(), try pdf.selfDescription().form)
    }
    tell(facts, on: world.console)
    guard let record else {
      throw .told(
        [
          Diagnostic(
            "extract.noRecord",
            .error,
            "“\(file)”没有附带数据",
            advice: "请换一份没有用 --no-embed 生成的文件"
          )
        ],
        .failed
      )
    }
    guard let path else {
      world.console.put(String(decoding: record, as: UTF8.self) + "\n")
      return .ok
    }
    try world.write(record, to: path)
    world.console.say("已取出“\(path)”。")
    return .ok
  }

  /// Says which form it was, where the file does.
  private func tell(_ facts: [String: String], on console: Console) {
    guard let form = facts["form"] else { return }
    let edition: Message = facts["edition"].map { "，第\($0)版" } ?? ""
    let number: Message = facts["number"].map { "，编号 \($0)" } ?? ""
    console.note("表单 \(form)\(edition)\(number)。")
  }

  private func reading<Value>(
    _ body: () throws(PDFFileFailure) -> Value
  ) throws(CommandFailure) -> Value {
    do throws(PDFFileFailure) {
      return try body()
    } catch {
      throw .told([error.diagnostic(about: file)], .failed)
    }
  }
}

extension PDFFileFailure {
  /// What a person can do about it.
  func diagnostic(about file: String) -> Diagnostic {
    switch self {
    case .unreadable(let reason):
      Diagnostic(
        "pdf.unreadable",
        .error,
        "“\(file)”不是完好的 PDF 文件",
        found: reason.isEmpty ? nil : "\(reason)",
        advice: "文件可能已经损坏、不完整或者加了密；请重新取得原件"
      )
    case .unknownFilter, .damagedStream:
      Diagnostic(
        "pdf.stream",
        .error,
        "“\(file)”中的附件无法解开",
        advice: "文件可能已经损坏，或者不是本程序生成的"
      )
    case .tooLong(let limit):
      Diagnostic(
        "pdf.tooLong",
        .error,
        "“\(file)”中的附件解开后超过 \(limit >> 20) MB，不再读取",
        advice: "请核对文件的来源"
      )
    }
  }
}
