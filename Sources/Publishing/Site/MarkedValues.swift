import Mustache

/// Values as the template library asks for them, with a mark in place of each text of their shape.
///
/// The library finds out what each value is by casting it, and casts of a type that says so are many times faster than
/// those of the standard library's.
struct MarkedValues: MustacheParent {
  private enum Value {
    case text(MarkedText)
    case flag(Bool)
    case list([MarkedValues])
  }

  private var values: [String: Value] = [:]

  /// Marks the texts of `values`.
  init(_ values: PageValues) {
    var count = 0
    self.init(values, after: &count)
  }

  /// Marks the texts of `values` with the numbers from `count` on, in the order in which `PageShape` lists them.
  private init(_ values: PageValues, after count: inout Int) {
    for name in values.keys.sorted() {
      switch values[name] {
      case .flag(let flag)?: self.values[name] = .flag(flag)
      case .list(let items)?:
        self.values[name] = .list(items.map { MarkedValues($0, after: &count) })
      case let value?:
        guard let text = value.printed else { continue }
        self.values[name] = .text(
          MarkedText(renderText: PageFrame.mark(count, endsLine: text.endsLine))
        )
        count += 1
      case nil: continue
      }
    }
  }

  /// Returns the value called `name`; nothing for empty text.
  func child(named name: String) -> Any? {
    switch values[name] {
    case .text(let text)?: text
    case .flag(let flag)?: flag
    case .list(let items)?: items
    case nil: nil
    }
  }
}

/// The mark of a text.
private struct MarkedText: MustacheCustomRenderable, MustacheParent {
  let renderText: String
  let isNull = false

  /// Returns nothing: no other value stands inside a text.
  func child(named name: String) -> Any? { nil }
}
