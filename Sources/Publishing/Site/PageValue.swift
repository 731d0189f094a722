import HTML
import Mustache

/// What a template is given, by name.
typealias PageValues = [String: PageValue]

/// A value for a template.
enum PageValue {
  /// Text, which is escaped; empty text counts as absent.
  case text(String)
  /// HTML or CSS made by this program.
  case markup(String)
  /// Whether a part of the template is used.
  case flag(Bool)
  /// A part of the template for each of these.
  case list([PageValues])
}

/// Values as the template library asks for them.
///
/// The library finds out what each value is by casting it, and casts of a type that says so are many times faster than
/// those of the standard library's; text is escaped when it is asked for.
struct TemplateValues: MustacheParent {
  private let values: PageValues

  init(_ values: PageValues) {
    self.values = values
  }

  /// Returns the value called `name`; nothing for empty text.
  func child(named name: String) -> Any? {
    switch values[name] {
    case .text(let text)? where !text.isEmpty: TemplateText(renderText: escapedHTML(text))
    case .markup(let text)? where !text.isEmpty: TemplateText(renderText: text)
    case .flag(let flag)?: flag
    case .list(let items)?: items.map(TemplateValues.init)
    case .text?, .markup?, nil: nil
    }
  }
}

/// Text ready for a template.
private struct TemplateText: MustacheCustomRenderable, MustacheParent {
  let renderText: String
  let isNull = false

  /// Returns nothing: no other value stands inside a text.
  func child(named name: String) -> Any? { nil }
}
