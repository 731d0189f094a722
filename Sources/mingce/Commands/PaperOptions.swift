import ArgumentParser
import Issuing

/// The options that say what kind of PDF a command writes.
struct PaperOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "PDF 的种类：archival（默认，符合 PDF/A-3a 和 PDF/UA-1，供归档和朗读）或者 plain（普通）。",
      valueName: "种类"
    )
  )
  var pdf: PDFKind?

  @Flag(name: .long, help: "PDF 里不附带数据；交给第三方的文件用。")
  var noEmbed = false

  /// What was chosen.
  var choices: PaperChoices {
    PaperChoices(isArchival: pdf != .plain, embedsRecord: !noEmbed)
  }
}

/// The kinds of PDF.
enum PDFKind: String, ExpressibleByArgument, CaseIterable {
  case archival, plain
}
