import DocumentTree

/// Turns blocks into HTML text, remembering what has to be unique or numbered within the page.
struct BlockRenderer {
  /// The text made since it was last taken.
  private(set) var text = ""
  /// The ids given so far.
  var anchors = Anchors()
  /// How often each footnote has been marked in the text.
  var marksOfFootnote: [Int: Int] = [:]
  /// The name of the next table without a caption: the heading it stands under.
  var place: String
  /// How many tables without a caption each place has had.
  var tablesOfPlace: [String: Int] = [:]
  /// Whether headings and figures have ids.
  let hasAnchors: Bool
  /// What the page adds to its blocks.
  let marks: PageMarks
  private let outline: Outline

  /// Creates a renderer for the page called `title`, whose table of contents lists `outline`.
  ///
  /// Without anchors headings have no ids, and the table of contents leads nowhere.
  init(
    title: String,
    outline: Outline,
    hasAnchors: Bool = true,
    marks: PageMarks = PageMarks()
  ) {
    place = title
    self.outline = outline
    self.hasAnchors = hasAnchors
    self.marks = marks
  }

  /// Gives the text made since the last call.
  mutating func takeText() -> String {
    defer { text = "" }
    return text
  }

  /// Adds `markup` as it is.
  mutating func write(_ markup: String) {
    text += markup
  }

  /// Adds blocks.
  mutating func append(_ blocks: [Block<Never>]) throws(RowSource.Failure) {
    for block in blocks { try append(block) }
  }

  /// Adds one block.
  mutating func append(_ block: Block<Never>) throws(RowSource.Failure) {
    switch block {
    case .heading(let heading): append(heading)
    case .paragraph(let paragraph): append(paragraph)
    case .list(let list): try append(list)
    case .quote(let blocks): try wrap(blocks, in: "blockquote")
    case .callout(let callout): try append(callout)
    case .code(let code): append(code)
    case .table(let table): try append(table)
    case .fields(let fields): append(lines: fields.lines, in: "fields")
    case .signatures(let block): append(lines: block.lines, in: "signatures")
    case .footnotes(let footnotes): try append(footnotes)
    case .contents: appendContents()
    case .figure(let figure): append(figure)
    case .divider: write("<hr>\n")
    case .pageBreak: write("<div class=\"page-break\"></div>\n")
    case .section(let section): switch section.subject {}
    }
  }

  /// Adds `blocks` inside an element `name`.
  mutating func wrap(_ blocks: [Block<Never>], in name: String) throws(RowSource.Failure) {
    write("<\(name)>\n")
    try append(blocks)
    write("</\(name)>\n")
  }

  private mutating func append(_ heading: Heading<Never>) {
    let level = min(max(heading.level, 1), 6)
    let hasID = hasAnchors && !heading.id.isEmpty
    let id = hasID ? " id=\"\(escapedHTML(anchors.claim(heading.id)))\"" : ""
    place = heading.content.plainText
    write("<h\(level)\(id)>")
    for alias in marks.aliases[heading.id] ?? [] where hasID && anchors.isFree(alias) {
      write("<span id=\"\(escapedHTML(anchors.claim(alias)))\"></span>")
    }
    append(heading.content)
    write("</h\(level)>\n")
  }

  private mutating func append(_ paragraph: Paragraph<Never>) {
    if paragraph.content.count == 1, case .image(let image) = paragraph.content[0] {
      return appendFigure(image)
    }
    switch paragraph.role {
    case .body: write("<p>")
    case .line, .subtitle, .centre, .right, .note: write("<p class=\"\(paragraph.role.rawValue)\">")
    }
    append(paragraph.content)
    write("</p>\n")
  }

  private mutating func append(_ callout: Callout<Never>) throws(RowSource.Failure) {
    write("<div class=\"callout \(callout.kind.rawValue)\" role=\"note\">\n")
    write("<p class=\"callout-title\">\(escapedHTML(callout.title))</p>\n")
    try append(callout.blocks)
    write("</div>\n")
  }

  private mutating func append(_ code: CodeBlock) {
    let isName = code.language.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
    let language = isName && !code.language.isEmpty ? " class=\"language-\(code.language)\"" : ""
    write("<pre tabindex=\"0\"><code\(language)>\(escapedPhrases(code.text))</code></pre>\n")
  }

  private mutating func append(lines: [[[Inline<Never>]]], in name: String) {
    write("<div class=\"\(name)\">\n")
    for line in lines {
      write("<p>")
      for cell in line {
        write("<span>")
        append(cell)
        write("</span>")
      }
      write("</p>\n")
    }
    write("</div>\n")
  }

  private mutating func appendContents() {
    write("<nav class=\"contents\" aria-label=\"目录\">\n<ol>\n")
    for entry in outline.entries {
      write("<li class=\"level-\(min(entry.level, 6))\">")
      let title = escapedPhrases(entry.content.plainText)
      let target = escapedHTML(percentEncoded(Anchors.valid(entry.id)))
      write(entry.id.isEmpty || !hasAnchors ? title : "<a href=\"#\(target)\">\(title)</a>")
      write("</li>\n")
    }
    write("</ol>\n</nav>\n")
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII letter or digit.
  var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
