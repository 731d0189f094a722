import Diagnostics

extension World {
  /// Returns `diagnostic` as a line, with the line of the source that it speaks of and a mark under its place.
  func excerpt(of diagnostic: Diagnostic) throws(CommandFailure) -> String {
    let text = diagnostic.line(in: console.words) + "\n"
    guard case .source(let place) = diagnostic.origin, place.line > 0,
      let source = try sourceLine(place)
    else { return text }
    let number = "\(place.line)"
    let margin = String(repeating: " ", count: number.count)
    // A Chinese character is as wide as two others on a terminal.
    let before = source.prefix(max(0, place.column - 1)).map { $0.isASCII ? " " : "\u{3000}" }
    return "\(text)  \(number) │ \(source)\n  \(margin) │ \(before.joined())^\n"
  }

  private func sourceLine(_ place: SourceLocation) throws(CommandFailure) -> String? {
    let path = place.file.hasPrefix("/") ? place.file : "\(currentFolder)/\(place.file)"
    guard exists(path) else { return nil }
    let lines = try text(of: path).split(separator: "\n", omittingEmptySubsequences: false)
    return place.line <= lines.count ? String(lines[place.line - 1]) : nil
  }
}
