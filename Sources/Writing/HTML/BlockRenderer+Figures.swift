import DocumentTree

extension BlockRenderer {
  /// How many pixels an em of a drawing has before it is made to fit.
  private static let em = 15.0

  /// Adds a figure with its caption.
  mutating func append(_ figure: Figure) {
    let hasID = hasAnchors && !figure.id.isEmpty
    let id = hasID ? " id=\"\(escapedHTML(anchors.claim(figure.id)))\"" : ""
    switch figure.content {
    case .drawing(let drawing):
      write("<figure class=\"drawing\"\(id)>\n")
      append(drawing, alternative: figure.alternative)
    case .sample(let sample):
      write("<figure class=\"sample\"\(id)>\n")
      if let picture = sample.picture {
        append(picture, alternative: "\(figure.alternative)，第1页")
      }
      append(sample)
    }
    if !figure.title.isEmpty { write("<figcaption>\(escapedPhrases(figure.title))</figcaption>\n") }
    write("</figure>\n")
  }

  /// Adds the files of a document that the same build printed, and its name where no picture shows it.
  private mutating func append(_ sample: SampleDocument) {
    if sample.picture == nil, !sample.title.isEmpty {
      write("<p class=\"sample-title\">\(escapedPhrases(sample.title))</p>\n")
    }
    guard !sample.formats.isEmpty else { return }
    write("<div class=\"sample-files\">")
    if !sample.note.isEmpty { write("<span>\(escapedPhrases(sample.note))</span>") }
    for format in sample.formats {
      let target = escapedHTML(percentEncoded(format.destination))
      write("<a href=\"\(target)\">\(escapedHTML(format.label))</a>")
    }
    write("</div>\n")
  }

  // MARK: Drawings

  /// Adds a drawing as SVG 1.1 whose texts are texts; its colours are the page's own, or the stylesheet's.
  ///
  /// Its size counts in the letters of the page, so that whoever reads large text can read the figures as well.
  private mutating func append(_ drawing: Drawing, alternative: String) {
    let (width, height) = (pixels(drawing.width), pixels(drawing.height))
    write("<svg role=\"img\" aria-label=\"\(escapedHTML(alternative))\"")
    write(" width=\"\(ems(drawing.width))\" height=\"\(ems(drawing.height))\"")
    write(" viewBox=\"0 0 \(width) \(height)\">\n")
    write("<g fill=\"none\" stroke=\"currentColor\" font-size=\"\(pixels(1))\">\n")
    for shape in drawing.shapes { append(shape) }
    write("</g>\n</svg>\n")
  }

  private mutating func append(_ shape: Drawing.Shape) {
    switch shape {
    case .box(let box): append(box)
    case .line(let line): append(line)
    case .text(let text): append(text)
    }
  }

  private mutating func append(_ box: Drawing.Box) {
    let weight =
      switch box.tone {
      case .plain, .shaded: ""
      case .strong: " stroke-width=\"2.4\""
      case .tint: " stroke=\"none\""
      }
    write("<rect class=\"\(box.tone.rawValue)\" x=\"\(pixels(box.x))\" y=\"\(pixels(box.y))\"")
    write(" width=\"\(pixels(box.width))\" height=\"\(pixels(box.height))\"\(weight)/>\n")
  }

  private mutating func append(_ line: Drawing.Line) {
    var way = path(line.points)
    for stroke in line.arrowStrokes { way += path([stroke.from, stroke.to]) }
    write("<path d=\"\(way)\" stroke-width=\"\(pixels(line.thickness))\"/>\n")
  }

  private func path(_ points: [Drawing.Point]) -> String {
    points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(pixels(point.x)) \(pixels(point.y))"
    }.joined()
  }

  private mutating func append(_ text: Drawing.Text) {
    let anchor = text.anchor == .start ? "" : " text-anchor=\"\(text.anchor.rawValue)\""
    let weight = text.isBold ? " font-weight=\"bold\"" : ""
    let face = text.face == .hei ? "" : " class=\"\(text.face.rawValue)\""
    let style = text.isMark ? " class=\"mark\"" : face
    let size = text.size == 1 ? "" : " font-size=\"\(pixels(text.size))\""
    // What stands at its place in print must do so in any font of the reader.
    let width = text.width.map { " textLength=\"\(pixels($0))\"" } ?? ""
    // Chinese characters stand from 0.88 em above the baseline to 0.12 em below it.
    let baseline = pixels(text.y + 0.38 * text.size)
    write(
      "<text\(style) x=\"\(pixels(text.x))\" y=\"\(baseline)\"\(anchor)\(weight)\(size)\(width)"
    )
    write(" fill=\"currentColor\" stroke=\"none\">\(escapedHTML(text.words))</text>\n")
  }

  /// Returns `em` of a drawing in those of the text around it, than which its letters are a little smaller.
  private func ems(_ em: Double) -> String {
    decimal((em * 0.88 * 100).rounded() / 100) + "em"
  }

  private func pixels(_ em: Double) -> String {
    decimal((em * BlockRenderer.em * 10).rounded() / 10)
  }
}
