import Mustache
import Synchronization

/// The templates of a theme, ready to make pages, on several threads at once.
///
/// A template is asked once for every shape of values. A guide's pages have a handful of them, and their texts are all
/// that they differ in. The library sees marks of texts alone, which have nothing to escape; its own escaping goes by
/// grapheme, and overlooks a quotation mark that carries a combining mark.
final class Templates: Sendable {
  private let library: MustacheLibrary
  private let theme: String
  private let frames = Mutex<[[UInt8]: PageFrame]>([:])

  /// Reads templates, and makes sure that those which are `needed` are there.
  init(
    _ sources: [ThemeSource.Template],
    needed: [String],
    theme: String
  ) throws(SiteFailure) {
    var library = MustacheLibrary()
    for source in sources {
      do {
        try library.register(source.text, named: source.name)
      } catch {
        throw .templateUnreadable(name: source.name, theme: theme, reason: "\(error)")
      }
    }
    for name in needed where library.getTemplate(named: name) == nil {
      throw .templateMissing(name: name, theme: theme)
    }
    (self.library, self.theme) = (library, theme)
  }

  /// Returns the page that the template `name` makes of `values`.
  func page(_ name: String, with values: PageValues) throws(SiteFailure) -> [UInt8] {
    let shape = PageShape(of: values, for: name)
    if let known = frames.withLock({ $0[shape.key] }) { return known.page(with: shape.texts) }
    guard let text = library.render(MarkedValues(values), withTemplate: name) else {
      throw .templateMissing(name: name, theme: theme)
    }
    let frame = PageFrame(text)
    frames.withLock { $0[shape.key] = frame }
    return frame.page(with: shape.texts)
  }

  /// Returns the same as text.
  func text(_ name: String, with values: PageValues) throws(SiteFailure) -> String {
    String(decoding: try page(name, with: values), as: UTF8.self)
  }
}
