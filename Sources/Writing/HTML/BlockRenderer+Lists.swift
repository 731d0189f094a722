import DocumentTree

extension BlockRenderer {
  /// Adds a list.
  mutating func append(_ list: List<Never>) throws(RowSource.Failure) {
    let isTasks = list.items.contains { $0.isTicked != nil }
    let style = isTasks ? " class=\"tasks\"" : ""
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    let name = list.start == nil ? "ul" : "ol"
    write("<\(name)\(style)\(start)>\n")
    for item in list.items {
      write("<li>")
      if let isTicked = item.isTicked { appendTick(isTicked) }
      try append(item, isTight: list.isTight)
      write("</li>\n")
    }
    write("</\(name)>\n")
  }

  private mutating func appendTick(_ isTicked: Bool) {
    let label = isTicked ? "已完成" : "未完成"
    write(
      "<span class=\"tick\" role=\"img\" aria-label=\"\(label)\">\(isTicked ? "☑" : "☐")</span> "
    )
  }

  private mutating func append(
    _ item: ListItem<Never>,
    isTight: Bool
  ) throws(RowSource.Failure) {
    for (position, block) in item.blocks.enumerated() {
      if isTight, case .paragraph(let paragraph) = block, paragraph.role == .body,
        !paragraph.isPicture
      {
        append(paragraph.content)
        if position + 1 < item.blocks.count { write("\n") }
      } else {
        if position == 0 { write("\n") }
        try append(block)
      }
    }
  }

  /// Adds the footnotes, each with the way back to its first mark.
  mutating func append(_ footnotes: [Footnote<Never>]) throws(RowSource.Failure) {
    write("<section class=\"footnotes\" aria-label=\"脚注\">\n<ol>\n")
    for footnote in footnotes {
      write("<li id=\"fn-\(footnote.number)\" value=\"\(footnote.number)\">\n")
      try append(footnote)
      write("</li>\n")
    }
    write("</ol>\n</section>\n")
  }

  private mutating func append(_ footnote: Footnote<Never>) throws(RowSource.Failure) {
    let back =
      " <a class=\"back\" href=\"#fnref-\(footnote.number)\" aria-label=\"回到正文\">↩\u{FE0E}</a>"
    guard case .paragraph(let last) = footnote.blocks.last else {
      try append(footnote.blocks)
      return write("<p>\(back)</p>\n")
    }
    try append(Array(footnote.blocks.dropLast()))
    write("<p>")
    append(last.content)
    write("\(back)</p>\n")
  }
}

extension Paragraph where Hole == Never {
  /// Whether the paragraph is one picture and nothing else.
  var isPicture: Bool {
    guard content.count == 1, case .image = content[0] else { return false }
    return true
  }
}
