/// Where a page's stylesheet is.
public enum StylesheetReference: Sendable, Hashable {
  /// In a file of its own, reached by a relative path.
  case linked(href: String)
  /// In the page itself, which then needs no other file.
  case inline(css: String)
}

extension StylesheetReference {
  /// The elements of the page's head that allow and bring the stylesheet, and nothing else.
  var markup: String {
    switch self {
    case .linked(let href):
      """
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; \
      img-src 'self' data:">
      <link rel="stylesheet" href="\(escapedHTML(href))">

      """
    case .inline(let css):
      """
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; img-src 'self' data:">
      <style>
      \(css.closingNoElement)</style>

      """
    }
  }
}

extension String {
  /// The stylesheet with every `</` written so that it cannot end the element that holds it.
  fileprivate var closingNoElement: String {
    var result = ""
    var previous: Character = " "
    for character in self {
      if previous == "<", character == "/" { result.append("\\") }
      result.append(character)
      previous = character
    }
    return result
  }
}
