import Diagnostics
import DocumentTree
import Remaking

extension Packer {
  /// Appends the outline of the page at `path`.
  mutating func put(_ kept: KeptOutline, at path: String) {
    let outline = kept.outline
    put([path, kept.digest, outline.titleAnchor])
    put([outline.title, outline.lead].map { $0.map { "=" + $0 } ?? "" })
    put(outline.headings) { packer, heading in
      packer.put(UInt64(heading.level))
      packer.put([heading.id, heading.title])
    }
    put(outline.figures) { packer, figure in
      packer.put(figure.id)
      packer.put(figure.origin)
    }
    put(outline.samples) { $0.put([$1.form, $1.sample]) }
  }

  private mutating func put(_ origin: Origin) {
    guard case .source(let place) = origin else { return put(["", "0", "0"]) }
    put([place.file, String(place.line), String(place.column)])
  }
}

extension Unpacker {
  /// Takes the outline of a page with the page's path.
  mutating func outline() -> (path: String, kept: KeptOutline)? {
    guard let head = texts(), head.count == 3, let words = texts(), words.count == 2,
      let headings = list(of: { $0.heading() }), let figures = list(of: { $0.figure() }),
      let samples = list(of: { $0.sample() })
    else { return nil }
    let outline = PageOutline(
      title: words[0].isEmpty ? nil : String(words[0].dropFirst()),
      titleAnchor: head[2],
      headings: headings,
      figures: figures,
      samples: samples,
      lead: words[1].isEmpty ? nil : String(words[1].dropFirst())
    )
    return (head[0], KeptOutline(digest: head[1], outline: outline))
  }

  private mutating func heading() -> GuideHeading? {
    guard let level = number(), let words = texts(), words.count == 2 else { return nil }
    return GuideHeading(level: Int(clamping: level), id: words[0], number: "", title: words[1])
  }

  private mutating func figure() -> PageOutline.Figure? {
    guard let id = text(), let place = texts(), place.count == 3, let line = Int(place[1]),
      let column = Int(place[2])
    else { return nil }
    let location = SourceLocation(file: place[0], line: line, column: column)
    return PageOutline.Figure(id: id, origin: place[0].isEmpty ? .unknown : .source(location))
  }

  private mutating func sample() -> SampleDocument? {
    guard let words = texts(), words.count == 2 else { return nil }
    return SampleDocument(form: words[0], sample: words[1])
  }
}
