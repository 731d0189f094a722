import DocumentTree

/// Returns a machine mark as the last line of its sheet.
///
/// In print it stands there too, once: what is fixed to the page would fall on other documents of the same file.
func markup(of mark: MachineMark) -> String {
  let code = mark.code.map(markup) ?? ""
  return "<footer class=\"machine-mark\">\(code)\(escapedHTML(mark.text))</footer>\n"
}

/// Returns a square code as SVG 1.1; it says nothing that does not stand beside it.
private func markup(of code: SquareCode) -> String {
  let way = code.bars.map { "M\($0.column) \($0.row)h\($0.length)v1h-\($0.length)z" }.joined()
  let attributes = "aria-hidden=\"true\" viewBox=\"0 0 \(code.side) \(code.side)\""
  return "<svg \(attributes) shape-rendering=\"crispEdges\"><path d=\"\(way)\"/></svg>"
}
