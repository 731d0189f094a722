public import Diagnostics
public import DocumentTree

/// Reads a page of a guide: Markdown with tables, strikethrough, task lists, footnotes and GitHub alerts.
///
/// Never fails: what is not understood stands as text beside a diagnostic. Front matter, which other generators know,
/// is left out with a warning. The title is the first heading of level 1.
public func readGuide(_ text: String, file: String) -> (Document<Never>, [Diagnostic]) {
  var source = SourceText(text, file: file)
  let unused = source.dropFrontMatter()
  TokenBytes.replaceReserved(in: &source)
  let strangers = PrivateUseMending.mend(&source)
  let habits = WritingHabits.complaints(about: source)
  EmphasisMending.mend(&source)
  var converter = Converter<Never>(source, fenceReader: GuideFences.read)
  var body = converter.convert(0..<source.lines.count)
  if !converter.footnotes.isEmpty { body.append(.footnotes(converter.footnotes)) }
  return (
    Document(title: title(of: body), body: body),
    (unused + strangers + habits + converter.diagnostics).sortedByPlace()
  )
}

/// Returns the text of the first heading of level 1.
private func title(of blocks: [Block<Never>]) -> String {
  for block in blocks {
    if case .heading(let heading) = block, heading.level == 1 { return heading.content.plainText }
  }
  return ""
}
