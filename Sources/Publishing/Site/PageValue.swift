import HTML

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

extension PageValues {
  /// The values as the template library takes them.
  var forTemplate: [String: Any] {
    compactMapValues { value in
      switch value {
      case .text(let text): text.isEmpty ? nil : escapedHTML(text)
      case .markup(let text): text.isEmpty ? nil : text
      case .flag(let flag): flag
      case .list(let items): items.map(\.forTemplate)
      }
    }
  }
}
