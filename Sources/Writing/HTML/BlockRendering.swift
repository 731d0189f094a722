public import DocumentTree

/// Returns the HTML of `blocks` without a page around them, for pages whose shell a theme makes.
///
/// `title` names the tables that stand under no heading. Throws when a pulled row cannot be had.
public func htmlBlocks(
  _ blocks: [Block<Never>],
  title: String,
  marks: PageMarks = PageMarks()
) throws(RowSource.Failure) -> String {
  var renderer = BlockRenderer(title: title, outline: Outline(of: blocks), marks: marks)
  try renderer.append(blocks)
  return renderer.takeText()
}

/// Returns the HTML of a line of text, links and emphasis included.
public func htmlInlines(_ content: [Inline<Never>]) -> String {
  var renderer = BlockRenderer(title: "", outline: Outline(of: []))
  renderer.append(content)
  return renderer.takeText()
}
