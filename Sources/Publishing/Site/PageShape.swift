/// What decides which parts of a template are used, and the texts that are only put into them.
///
/// A template can ask whether there is a text, and print it, but not look into it. So what it makes of values of one
/// shape differs in nothing but the texts.
struct PageShape {
  /// Which values there are, their flags and lists: the same for all values of one shape, and for no others.
  private(set) var key: [UInt8] = []
  /// The texts as they stand in the page, in the order of their names.
  private(set) var texts: [String] = []

  /// Looks over `values` for the template `name`.
  init(of values: PageValues, for name: String) {
    add(name, ":")
    add(values)
  }

  private mutating func add(_ values: PageValues) {
    for name in values.keys.sorted() {
      switch values[name] {
      case .flag(let flag)?: add(name, flag ? "+" : "-")
      case .list(let items)?:
        add(name, "[")
        for item in items {
          add(item)
          add("", ";")
        }
        add("", "]")
      case let value?:
        guard let text = value.printed else { continue }
        add(name, text.endsLine ? "l" : "t")
        texts.append(text)
      case nil: continue
      }
    }
  }

  private mutating func add(_ name: String, _ kind: Unicode.Scalar) {
    key += name.utf8
    key += [0, UInt8(ascii: kind)]
  }
}

extension String {
  /// Whether the last character ends a line.
  var endsLine: Bool { utf8.last == UInt8(ascii: "\n") }
}
