import Diagnostics

extension Guide {
  /// Returns a complaint for each of the guide's files that is not among the `linked` ones.
  func unusedFiles(linked: Set<String>) -> [Diagnostic] {
    let folder = pages.first.map {
      $0.file.prefix(through: $0.file.lastIndex(of: "/") ?? $0.file.startIndex)
    }
    return files.filter { !linked.contains("guides/\(id)/\($0.path)") }.map { file in
      Diagnostic(
        "guide.unusedFile",
        .warning,
        at: .source(SourceLocation(file: "\(folder ?? "")\(file.path)")),
        "没有一页用到这个文件",
        advice: "请在正文里引用，或者删去文件"
      )
    }
  }
}
