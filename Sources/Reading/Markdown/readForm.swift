public import Diagnostics
public import DocumentTree

/// Reads the body of a form: the Markdown of guides with holes, sections and fenced blocks of its own.
///
/// Never fails: what is not understood stands as text beside a diagnostic. Whether the fields exist is not checked
/// here. The document has no title and no masthead; form.yaml says both.
public func readForm(_ text: String, file: String) -> (Document<FieldReference>, [Diagnostic]) {
  var source = SourceText(text, file: file)
  TokenBytes.replaceReserved(in: &source)
  var diagnostics = PrivateUseMending.mend(&source)
  let tags = sectionTags(in: &source, &diagnostics)
  let tokens = TokenBytes.extract(from: &source)
  EmphasisMending.mend(&source)
  var converter = Converter(
    source,
    tokens: tokens,
    isForm: true,
    fenceReader: FormFences.read
  )
  var nest = SectionNest()
  var start = 0
  for (line, tag) in tags {
    nest.append(converter.convert(start..<line))
    nest.apply(tag)
    start = line + 1
  }
  nest.append(converter.convert(start..<source.lines.count))
  var body = nest.finish()
  if !converter.footnotes.isEmpty { body.append(.footnotes(converter.footnotes)) }
  let all = diagnostics + converter.diagnostics + nest.diagnostics
  return (Document(title: "", body: body), all.sortedByPlace())
}

/// Returns the tags of sections that stand alone on a line outside of fenced blocks, with the line's index.
private func sectionTags(
  in source: inout SourceText,
  _ diagnostics: inout [Diagnostic]
) -> [(line: Int, tag: SectionTag)] {
  var tags: [(line: Int, tag: SectionTag)] = []
  var fence = FenceTracker()
  for (index, line) in source.lines.enumerated() {
    guard !fence.isInside(after: line.bytes), line.bytes.contains(0x7B) else { continue }
    let place = SourceLocation(file: source.file, line: index + 1, column: 1)
    let text = String(decoding: line.bytes, as: UTF8.self)
    let count = diagnostics.count
    if let tag = SectionTag(line: text, at: place, diagnostics: &diagnostics) {
      tags.append((index, tag))
    } else if diagnostics.count > count {
      // One complaint about a misspelt tag is enough: the line is not read as text too.
      source.lines[index] = SourceText.Line(bytes: [])
    }
  }
  return tags
}

extension [Diagnostic] {
  /// The diagnostics in the order of their places in the file.
  func sortedByPlace() -> [Diagnostic] {
    enumerated().sorted { lhs, rhs in
      let (left, right) = (lhs.element.place, rhs.element.place)
      return (left.line, left.column, lhs.offset) < (right.line, right.column, rhs.offset)
    }.map(\.element)
  }
}

extension Diagnostic {
  fileprivate var place: SourceLocation {
    guard case .source(let place) = origin else { return SourceLocation(file: "") }
    return place
  }
}
