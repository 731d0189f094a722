import Diagnostics
import DocumentTree
import Records

/// Turns a checked line into one without holes.
struct LineBinder: Sendable {
  /// What an absent value becomes.
  enum Absence: Sendable {
    /// Nothing at all.
    case nothing
    /// This text, as in tables.
    case text(String)
  }

  /// The least width in em of the rule under a value, and that of one without a value, where the form names none.
  private static let ruleWidth = (under: 2.0, empty: 6.0)

  /// Whether fields without a wish of their own stand on a rule.
  var isRuled = false
  /// Whether the sheet is to be filled in by hand, so that what nobody has said leaves room for a pen.
  var isBlank = false
  /// What an absent value becomes where no rule is left to write on.
  var absence = Absence.nothing

  /// Returns `content` with the `values` in place of its holes.
  func line(_ content: [Inline<FieldUse>], _ values: some HoleValues) -> [Inline<Never>] {
    var result: [Inline<Never>] = []
    result.reserveCapacity(content.count)
    for inline in content { append(inline, values, to: &result) }
    // A value without words beside it needs no rule to say where it goes.
    guard isBlank, content.count == 1, case .hole(let use) = content[0],
      width(of: use, isEmpty: true) == nil, values.text(of: use) == nil
    else { return result }
    return []
  }

  /// Returns the content of a table cell; where every value is absent and nothing is left to write on, the words
  /// around them go too.
  func cell(_ content: [Inline<FieldUse>], _ values: some HoleValues) -> [Inline<Never>] {
    let bound = line(content, values)
    guard content.count > 1, case .text(let empty) = absence, !bound.hasPlaceToWrite else {
      return bound
    }
    let uses = content.flatMap(\.uses)
    guard let first = uses.first, uses.allSatisfy({ values.text(of: $0) == nil }) else {
      return bound
    }
    return empty.isEmpty ? [] : [.text(empty, origin(of: first, values))]
  }

  private func append(
    _ inline: Inline<FieldUse>,
    _ values: some HoleValues,
    to result: inout [Inline<Never>]
  ) {
    switch inline {
    case .text(let text, let origin): result.append(.text(text, origin))
    case .hole(let use):
      if let value = bound(use, values) { result.append(value) }
    case .strong(let content):
      let content = line(content, values)
      if !content.isEmpty { result.append(.strong(content)) }
    case .emphasis(let content):
      let content = line(content, values)
      if !content.isEmpty { result.append(.emphasis(content)) }
    case .strikethrough(let content):
      let content = line(content, values)
      if !content.isEmpty { result.append(.strikethrough(content)) }
    case .raised(let content): result.append(.raised(line(content, values)))
    case .link(let link):
      let content = line(link.content, values)
      result.append(
        .link(Link(destination: link.destination, content: content, origin: link.origin))
      )
    case .fillIn(let fillIn):
      let content = line(fillIn.content, values)
      result.append(.fillIn(FillIn(content: content, width: fillIn.width)))
    case .code(let text, let origin): result.append(.code(text, origin))
    case .image(let image): result.append(.image(image))
    case .lineBreak: result.append(.lineBreak)
    case .stampPlace(let stamp): result.append(.stampPlace(stamp))
    case .footnoteMark(let mark): result.append(.footnoteMark(mark))
    case .pageNumber: result.append(.pageNumber)
    case .pageCount: result.append(.pageCount)
    }
  }

  /// Returns what stands in the place of `use`; nothing where its value is absent and leaves nothing.
  func bound(_ use: FieldUse, _ values: some HoleValues) -> Inline<Never>? {
    let origin = origin(of: use, values)
    let text = values.text(of: use)
    if let width = width(of: use, isEmpty: text == nil) {
      return .fillIn(FillIn(content: text.map { [.text($0, origin)] } ?? [], width: width))
    }
    if let plain = plain(text, origin) { return plain }
    guard isBlank, !use.isSaidByForm else { return nil }
    return switch use.handRoom {
    case .rule(let em): .fillIn(FillIn(content: [], width: em))
    case .choices(let words): .text(words, origin)
    }
  }

  /// Whether the value of `use` stands as plain text, with nothing in its place to be written by hand.
  func isPlain(_ use: FieldUse) -> Bool { !isBlank && width(of: use, isEmpty: true) == nil }

  /// Returns what stands in the place of a value that needs no rule; nothing where it is absent and leaves nothing.
  @inline(__always)
  func plain(_ text: String?, _ origin: Origin) -> Inline<Never>? {
    if let text { return .text(text, origin) }
    if case .text(let empty) = absence, !empty.isEmpty { return .text(empty, origin) }
    return nil
  }

  /// The least width of the rule under a value, or nothing when it stands as plain text.
  private func width(of use: FieldUse, isEmpty: Bool) -> Double? {
    switch use.appearance {
    case .plain: nil
    case .ruled(let em): em
    case .formDefault where isRuled && !use.path.hasPrefix("form."):
      isEmpty ? emptyWidth(of: use) : LineBinder.ruleWidth.under
    case .formDefault: nil
    }
  }

  private func emptyWidth(of use: FieldUse) -> Double {
    if isBlank, case .rule(let em) = use.handRoom { return em }
    return LineBinder.ruleWidth.empty
  }

  private func origin(of use: FieldUse, _ values: some HoleValues) -> Origin {
    let row = use.isOfFiling ? values.row : 0
    return .field(FieldLocation(row: row, field: use.path))
  }
}

extension Inline<FieldUse> {
  /// The references in the piece, in order.
  var uses: [FieldUse] {
    switch self {
    case .hole(let use): [use]
    case .strong(let content), .emphasis(let content), .strikethrough(let content),
      .raised(let content):
      content.flatMap(\.uses)
    case .link(let link): link.content.flatMap(\.uses)
    case .fillIn(let fillIn): fillIn.content.flatMap(\.uses)
    case .text, .code, .image, .lineBreak, .stampPlace, .footnoteMark, .pageNumber, .pageCount: []
    }
  }
}

extension [Inline<Never>] {
  /// Whether the line has a rule to write on or the place of a seal.
  var hasPlaceToWrite: Bool {
    contains { inline in
      switch inline {
      case .fillIn, .stampPlace: true
      case .strong(let content), .emphasis(let content), .strikethrough(let content),
        .raised(let content):
        content.hasPlaceToWrite
      case .link(let link): link.content.hasPlaceToWrite
      default: false
      }
    }
  }

  /// Whether the line leaves no ink: neither text but white space, nor anything to write or stamp on.
  var isBlank: Bool {
    allSatisfy { inline in
      switch inline {
      case .text(let text, _): text.allSatisfy(\.isWhitespace)
      case .strong(let content), .emphasis(let content), .strikethrough(let content),
        .raised(let content):
        content.isBlank
      case .link(let link): link.content.isBlank
      case .lineBreak: true
      case .code, .image, .fillIn, .stampPlace, .footnoteMark, .pageNumber, .pageCount: false
      }
    }
  }
}
