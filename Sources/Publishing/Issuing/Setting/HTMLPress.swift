public import DocumentTree
import Forms
import HTML
import Styling

/// Writes documents one after another as one web page, each a sheet of its own.
public struct HTMLPress {
  /// Where the page's rules stand.
  public enum Stylesheet: Sendable {
    /// In a file of this address beside the page.
    case linked(href: String)
    /// In the page itself.
    case inline(css: String)
  }

  private let receive: (String) throws -> Void
  private let writer = HTMLWriter()

  /// Begins a page titled `title`; `receive` takes its text in order.
  public init(
    title: String,
    stylesheet: Stylesheet,
    receive: @escaping (String) throws -> Void
  ) throws(IssuingFailure) {
    self.receive = receive
    let reference: StylesheetReference =
      switch stylesheet {
      case .linked(let href): .linked(href: href)
      case .inline(let css): .inline(css: css)
      }
    try passing { () throws(HTMLFailure<any Error>) in
      try writer.begin(title: title, stylesheet: reference, to: receive)
    }
  }

  /// Adds `document` as the next sheet.
  public func add(_ document: Document<Never>) throws(IssuingFailure) {
    try passing { () throws(HTMLFailure<any Error>) in try writer.add(document, to: receive) }
  }

  /// Ends the page.
  public func finish() throws(IssuingFailure) {
    try passing { () throws(HTMLFailure<any Error>) in try writer.end(to: receive) }
  }

  private func passing(
    _ body: () throws(HTMLFailure<any Error>) -> Void
  ) throws(IssuingFailure) {
    do throws(HTMLFailure<any Error>) {
      try body()
    } catch {
      throw IssuingFailure(error)
    }
  }
}

extension FormRun {
  /// Returns the stylesheet that the run's documents need, the look of the screen being `theme`'s.
  ///
  /// The documents are bound once for it, since each may have blanks of its own width.
  public func css(theme: String) throws(IssuingFailure) -> String {
    var stylesheet = DocumentStylesheet()
    try forEachDocument { document, _ throws(IssuingFailure) in
      stylesheet.gather(from: document)
    }
    return stylesheet.css(style: form.style, theme: theme)
  }
}
