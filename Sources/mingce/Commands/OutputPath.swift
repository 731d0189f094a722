/// Where a command writes: the operator's path, to which each format adds its ending.
struct OutputPath {
  /// The path without an ending that names a format.
  let stem: String
  /// The format that the operator's ending asks for.
  let formatInName: OutputFormat?

  /// Takes apart `path` as it was given with `-o`.
  init(_ path: String) {
    for format in OutputFormat.allCases where path.lowercased().hasSuffix(".\(format.rawValue)") {
      stem = String(path.dropLast(format.rawValue.count + 1))
      formatInName = format
      return
    }
    stem = path
    formatInName = nil
  }

  /// Returns the path of the file in `format`.
  func path(for format: OutputFormat) -> String { "\(stem).\(format.rawValue)" }
}
