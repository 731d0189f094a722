import Diagnostics
import DocumentTree

extension Converter {
  /// Returns the address of a link or picture, or its title, as it is written.
  ///
  /// A hole there would never be filled and would reach paper as braces, so it is an error.
  mutating func address(_ text: String, of node: SyntaxNode) -> String {
    let written = restored(text)
    if TokenBytes.holdsToken(text) { refuseHole(written, at: node) }
    return written
  }

  /// Refuses holes in the words that stand for a picture, which are no text of the form.
  mutating func refuseHoles(inWordsOf picture: SyntaxNode) {
    var nodes = picture.children
    while let node = nodes.popLast() {
      nodes += node.children
      guard case .text(let text) = node.kind, TokenBytes.holdsToken(text) else { continue }
      return refuseHole(restored(text), at: picture)
    }
  }

  private mutating func refuseHole(_ written: String, at node: SyntaxNode) {
    complain(
      "form.holePlace",
      .error,
      at: location(of: node),
      "链接地址和图片里不能引用字段",
      found: "\(written)",
      advice: "请把字段写在正文里"
    )
  }
}
