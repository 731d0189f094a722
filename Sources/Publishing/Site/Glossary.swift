import Diagnostics
import DocumentTree
import HTML
import Remaking

/// The words that a guide explains on one of its pages, in tables whose rows are a word and its meaning.
struct Glossary: Sendable {
  /// An explained word.
  struct Term: Sendable {
    /// The word.
    var name: String
    /// What it means, in a few words.
    var meaning: String
    /// The anchor of its row.
    var anchor: String
  }

  /// The page's address within the guide; nothing when the guide explains no words.
  let slug: String?
  /// The page's path below the portal's folder.
  private let path: String
  /// The anchors of the page's rows, by the text of their first cells.
  private(set) var rows: [String: String] = [:]
  /// The words, longer ones first, so that 送审机构 is found before 机构.
  private(set) var terms: [Term] = []

  /// Reads the words of `guide`.
  init(of guide: Guide) {
    let page = guide.pages.first { $0.slug == guide.termsPage }
    slug = page?.slug
    path = page?.path(in: guide) ?? ""
    for case .table(let table) in page?.content ?? [] {
      guard case .rows(let rows) = table.body else { continue }
      rows.forEach { add($0) }
    }
    terms.sort { ($1.name.count, $0.name) < ($0.name.count, $1.name) }
  }

  private mutating func add(_ row: TableRow<Never>) {
    guard row.cells.count > 1 else { return }
    let label = row.cells[0].content.plainText
    let names = label.split(separator: "、").map { $0.filter { !"“”".contains($0) } }
    guard let first = names.first, rows[label] == nil else { return }
    let anchor = "词-\(first)"
    rows[label] = anchor
    let meaning = row.cells[1].content.plainText
    // A single character is part of too many other words.
    terms += names.filter { $0.count > 1 }.map {
      Term(name: String($0), meaning: meaning, anchor: anchor)
    }
  }
}

extension Glossary {
  /// The hash of all words and their meanings.
  var digest: String {
    let rows = rows.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }
    let terms = terms.flatMap { term in
      [(key: term.name, value: term.meaning), (key: "", value: term.anchor)]
    }
    return Recipe([
      "path": path, "slug": slug ?? "", "rows": Recipe.digest(of: rows),
      "terms": Recipe.digest(of: terms),
    ]).digest
  }

  /// Returns `blocks` of the page at `path` with the first mention of each word led to its row, and the notes to show there.
  ///
  /// Only running text is led: a heading or a link says something of its own, a table has no room.
  func leading(
    _ blocks: [Block<Never>],
    from path: String
  ) -> (blocks: [Block<Never>], notes: [String: String]) {
    guard !terms.isEmpty, self.path != path else { return (blocks, [:]) }
    var mentions = Mentions(terms, on: reference(from: path, to: self.path))
    let led = blocks.map { mentions.lead($0) }
    return (led, mentions.notes)
  }
}

/// Which words a page has mentioned so far.
private struct Mentions {
  /// The words by their first character, longer ones first.
  let terms: [Character: [Glossary.Term]]
  /// The reference to the page that explains them.
  let page: String
  /// The words that have been led.
  private var mentioned: Set<String> = []
  /// What is said beside the links made so far, by their destinations.
  private(set) var notes: [String: String] = [:]

  init(_ terms: [Glossary.Term], on page: String) {
    self.terms = Dictionary(grouping: terms) { $0.name.first ?? " " }
    self.page = page
  }

  mutating func lead(_ block: Block<Never>) -> Block<Never> {
    switch block {
    case .paragraph(var paragraph):
      paragraph.content = paragraph.content.flatMap { lead($0) }
      return .paragraph(paragraph)
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.map { lead($0) }
      }
      return .list(list)
    case .callout(var callout):
      callout.blocks = callout.blocks.map { lead($0) }
      return .callout(callout)
    default: return block
    }
  }

  private mutating func lead(_ inline: Inline<Never>) -> [Inline<Never>] {
    guard case .text(let text, let origin) = inline else { return [inline] }
    var pieces: [Inline<Never>] = []
    var plain = ""
    var rest = text[...]
    while let first = rest.first {
      // The name of a menu or button is no mention, whatever words it is made of.
      if first == "【", let close = rest.firstIndex(of: "】") {
        plain += rest[...close]
        rest = rest[rest.index(after: close)...]
        continue
      }
      let term = terms[first]?.first { rest.hasPrefix($0.name) }
      let word = term?.name ?? String(first)
      rest.removeFirst(word.count)
      guard let term, mentioned.insert(word).inserted else {
        plain += word
        continue
      }
      if !plain.isEmpty { pieces.append(.text(plain, origin)) }
      plain = ""
      pieces.append(.link(link(to: term, origin)))
    }
    return plain.isEmpty ? pieces : pieces + [.text(plain, origin)]
  }

  private mutating func link(to term: Glossary.Term, _ origin: Origin) -> Link<Never> {
    let destination = "\(page)#\(segment(term.anchor))"
    notes[destination] = term.meaning
    return Link(destination: destination, content: [.text(term.name, origin)], origin: origin)
  }
}
