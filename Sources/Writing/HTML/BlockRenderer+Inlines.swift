import DocumentTree

extension BlockRenderer {
  /// Adds pieces of a line.
  mutating func append(_ content: [Inline<Never>]) {
    // Most lines, and nearly all cells of a roster, are one piece.
    if content.count == 1 { return append(content[0]) }
    for piece in LinePiece.pieces(of: content) {
      switch piece {
      case .plain(let inline): append(inline)
      case .tied("", let fillIn, ""): append(fillIn)
      case .tied(let before, let fillIn, let after):
        write("<span class=\"tied\">\(escapedPhrases(before))")
        append(fillIn)
        write("\(escapedPhrases(after))</span>")
      }
    }
  }

  private mutating func append(_ inline: Inline<Never>) {
    switch inline {
    case .text(let text, _): write(marks.setsNamesApart ? namesApart(text) : escapedPhrases(text))
    case .strong(let content): wrap(content, in: "strong")
    case .emphasis(let content): wrap(content, in: "em")
    case .strikethrough(let content): wrap(content, in: "del")
    case .raised(let content): wrap(content, in: "sup")
    case .code(let text, _): write("<code>\(escapedPhrases(text))</code>")
    case .link(let link): append(link)
    case .image(let image): append(image)
    case .lineBreak: write("<br>\n")
    case .fillIn(let fillIn): append(fillIn)
    case .stampPlace(let place): append(place)
    case .footnoteMark(let mark): append(mark)
    // Page numbers exist on paper only; the stylesheet puts them into the page's margin.
    case .pageNumber, .pageCount: break
    case .hole(let never): switch never {}
    }
  }

  /// Returns `text` with each name in 【】 in an element of its own; a bracket without its fellow stays text.
  private func namesApart(_ text: String) -> String {
    let traits = TextTraits(of: text)
    // To look for a character is to cut all before it into characters; most texts have no such bracket.
    guard traits.contains(.name) else { return escapedPhrases(text, traits) }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "【"), let close = rest[open...].firstIndex(of: "】") {
      result += escapedPhrases(String(rest[..<open]))
      result += "<span class=\"control\">\(escapedPhrases(String(rest[open...close])))</span>"
      rest = rest[rest.index(after: close)...]
    }
    return result + escapedPhrases(String(rest))
  }

  private mutating func wrap(_ content: [Inline<Never>], in name: String) {
    write("<\(name)>")
    append(content)
    write("</\(name)>")
  }

  private mutating func append(_ link: Link<Never>) {
    let destination = Destination(link.destination)
    guard destination.isSafeLink else {
      append(link.content)
      return write("（\(escapedHTML(link.destination))）")
    }
    let rel = destination.isExternal ? " rel=\"noopener\"" : ""
    let note = marks.notes[link.destination].map {
      " class=\"term\" data-note=\"\(escapedHTML($0))\""
    }
    write("<a href=\"\(escapedHTML(percentEncoded(link.destination)))\"\(rel)\(note ?? "")>")
    append(link.content)
    write("</a>")
  }

  /// Adds a picture that stands alone, with its caption.
  mutating func appendFigure(_ image: Image) {
    write("<figure>")
    append(image, showsTitle: false)
    if let title = image.title, !title.isEmpty {
      write("<figcaption>\(escapedPhrases(title))</figcaption>")
    }
    write("</figure>\n")
  }

  private mutating func append(_ image: Image, showsTitle: Bool = true) {
    guard Destination(image.source).isSafePicture else {
      return write("\(escapedHTML(image.alternative))（\(escapedHTML(image.source))）")
    }
    let source = escapedHTML(percentEncoded(image.source))
    let title = showsTitle ? image.title.map { " title=\"\(escapedHTML($0))\"" } ?? "" : ""
    write("<img src=\"\(source)\" alt=\"\(escapedHTML(image.alternative))\"\(title)>")
  }

  private mutating func append(_ fillIn: FillIn<Never>) {
    // A value that fills its rule anyway flows like text, so that it can be broken across lines with its rule.
    let width = fillIn.content.plainText.roughWidth
    let isLong = width > 0 && width >= fillIn.width
    let name = isLong ? "run" : StyleClass.fillIn(fillIn.width).name
    write("<span class=\"fill \(name)\">")
    append(fillIn.content)
    write("</span>")
  }

  private mutating func append(_ place: StampPlace) {
    let name = escapedHTML(place.name)
    write("<span class=\"stamp\" data-stamp=\"\(name)\" data-mm=\"\(decimal(place.millimetres))\">")
    write("</span>")
  }

  private mutating func append(_ mark: FootnoteMark) {
    let times = marksOfFootnote[mark.number, default: 0] + 1
    marksOfFootnote[mark.number] = times
    let id = times == 1 ? "fnref-\(mark.number)" : "fnref-\(mark.number)-\(times)"
    write("<sup class=\"footnote-mark\"><a id=\"\(id)\" href=\"#fn-\(mark.number)\"")
    write(" aria-label=\"脚注 \(mark.number)\">\(mark.number)</a></sup>")
  }
}

extension String {
  /// About how many em the text takes: one for each character from beyond ASCII, half of one for the others.
  fileprivate var roughWidth: Double {
    unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) }
  }
}
