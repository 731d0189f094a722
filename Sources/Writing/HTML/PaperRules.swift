import DocumentTree
import Geometry
import Styling

/// Returns how tables are ruled and sized.
func tableRules(for style: PageStyle) -> String {
  let table = style.table
  let ground = table.headGround.map { " background: \($0);" } ?? ""
  var rules = """
    .sheet table { border: \(table.frame)mm solid #000; }
    .sheet th, .sheet td { border: \(table.rule)mm solid #000; padding: 0 \(table.cellPadding)mm; \
    vertical-align: middle; }
    .sheet td, .sheet tbody th { height: \(table.rowHeight)mm; }
    .sheet thead th { height: \(table.headHeight)mm;\(ground) }

    """
  if let rows = table.rowsPerPage, rows > 0 {
    rules += "@media print { .sheet tbody tr:nth-child(\(rows)n):not(:last-child) "
    rules += "{ break-after: page; } }\n"
  }
  return rules
}

/// Returns the sheet as the screen shows it: the paper with its margins, or the whole width of a narrow screen.
func sheetRules(for style: PageStyle) -> String {
  let margins = style.margins
  return """
    @media screen {
      .sheet { width: \(style.paper.width)mm; max-width: 100%; min-height: \(style.paper.height)mm; \
    padding: \(margins.top)mm \(margins.right)mm \(margins.bottom)mm \(margins.left)mm; }
      .page-break { margin: 8mm 0; border-top: 0.4mm dashed #888; }
    }
    @media screen and (max-width: \(style.paper.width)mm) {
      .sheet { min-height: 0; padding: 6mm 4mm; }
      .table { overflow-x: auto; }
      .sheet table.wide { width: \(style.textArea.size.width)mm; }
    }

    """
}

/// Returns the printed page: its size, its margins and the running line in them.
func pageRules(for style: PageStyle, footer: RunningLine<Never>?) -> String {
  let margins = style.margins
  var rules = """
    @page {
      size: \(style.paper.width)mm \(style.paper.height)mm;
      margin: \(margins.top)mm \(margins.right)mm \(margins.bottom)mm \(margins.left)mm;

    """
  if let footer {
    let font = fontDeclarations(of: style[.footer]).joined(separator: "; ")
    let parts = [("left", footer.start), ("center", footer.centre), ("right", footer.end)]
    for (place, content) in parts where !content.isEmpty {
      rules += "  @bottom-\(place) { content: \(generatedContent(content)); \(font); }\n"
    }
  }
  return rules
    + "}\n@media print { body { margin: 0; background: none; } .sheet { width: auto; } "
    + ".sheet + .sheet { break-before: page; } }\n"
}

/// Returns a running line as the value of `content`, its page numbers as counters.
private func generatedContent(_ content: [Inline<Never>]) -> String {
  content.map { inline in
    switch inline {
    case .pageNumber: "counter(page)"
    case .pageCount: "counter(pages)"
    default: cssString(inline.plainText)
    }
  }.joined(separator: " ")
}

/// Returns `text` as a quoted CSS string that can end neither itself nor the element around it.
func cssString(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    if scalar.isPlainInCSS {
      result.unicodeScalars.append(scalar)
    } else {
      // CSS Syntax § 4.3.7: a hexadecimal escape is ended by one space; zero and surrogates are replaced.
      result += "\\\(String(scalar.value == 0 ? 0xFFFD : scalar.value, radix: 16)) "
    }
  }
  return result + "\""
}

extension Unicode.Scalar {
  fileprivate var isPlainInCSS: Bool {
    switch self {
    case "\"", "\\", "<", ">", "&", "'": false
    default: value >= 0x20 && !(0x7F...0x9F).contains(value)
    }
  }
}
