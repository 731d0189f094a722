import HTML

/// What a template is given, by name.
typealias PageValues = [String: PageValue]

/// A value for a template.
enum PageValue: Sendable {
  /// Text, which is escaped; empty text counts as absent.
  case text(String)
  /// HTML or CSS made by this program.
  case markup(String)
  /// Whether a part of the template is used.
  case flag(Bool)
  /// A part of the template for each of these.
  case list([PageValues])

  /// The text as it stands in the page; nothing for an absent one, and for what is no text.
  var printed: String? {
    switch self {
    case .text(let text) where !text.isEmpty: escapedHTML(text)
    case .markup(let text) where !text.isEmpty: text
    case .text, .markup, .flag, .list: nil
    }
  }
}
