import Diagnostics
public import DocumentTree
import JSON
import Records

/// What a document prints of the records, and nothing else of them, as canonical JSON (RFC 8785).
///
/// Values are the texts that the form would print without a filter: `2026-11-02`, `12800.50`, 固定期限. So a person
/// who has nothing but the file can read them, and hold them against the page.
public struct PrintedRecord: Sendable {
  let form: Form
  let subject: FieldSubject
  var filings: FilingSource?
  var outcomes: OutcomeSource?

  /// Hands the record of `document`, which was bound to the same, to `take` piece by piece, until that says that it takes
  /// no more.
  ///
  /// It is an object with `fields`, with `lists` where tables of lists are printed, and with `rows` for a roster; rows
  /// are pulled once more.
  public func write(
    of document: Document<Never>,
    to take: ([UInt8]) -> Bool
  ) throws(RowSource.Failure) {
    var head = [UInt8](#"{"fields":"#.utf8)
    head.append(members: fields(of: document))
    let lists = printedLists
    if !lists.isEmpty {
      head += #","lists":"#.utf8
      head.append(members: lists)
    }
    guard filings != nil || outcomes != nil else {
      _ = take(head + [UInt8(ascii: "}")])
      return
    }
    guard take(head + #","rows":["#.utf8), try writeRows(to: take) else { return }
    _ = take(Array("]}".utf8))
  }

  // MARK: Fields

  /// The fields that the document prints outside its rows, in the order of their paths.
  private func fields(of document: Document<Never>) -> [(path: String, value: [UInt8])] {
    var paths: Set<String> = []
    document.forEachOrigin { origin in
      if case .field(let place) = origin { paths.insert(place.field) }
    }
    if paths.contains(where: { $0 == "item" || $0.hasPrefix("item.") }) { paths.formUnion(lists) }
    let members = itemMembers
    return paths.sorted().compactMap { path in
      guard path != "seq" else { return nil }
      let field = subject.line?.list[path] ?? FieldCatalogue[path]
      return field?.value(subject)?.json(ofItems: members).map { (path, $0) }
    }
  }

  /// The members of repeated things that the form prints.
  private var itemMembers: Set<String> {
    let paths = form.fieldPaths.filter { $0.hasPrefix("item.") }
    return Set(paths.map { String($0.dropFirst("item.".count)) })
  }

  /// The fields over which the form repeats a section.
  private var lists: [String] {
    form.fieldPaths.filter { FieldCatalogue[$0]?.isList ?? false }
  }

  /// The rows of the lists that the form prints as tables, by the list's name.
  private var printedLists: [(path: String, value: [UInt8])] {
    guard subject.line == nil else { return [] }
    let sources = Dictionary(grouping: form.lineSources) { $0.list.rawValue }
    return sources.keys.sorted().map { name in
      let rows = (sources[name] ?? []).flatMap { source in
        form.lines(source, in: subject.batch).map { row($0, source.fields) }
      }
      return (name, [UInt8(ascii: "[")] + rows.joined(separator: ",".utf8) + [UInt8(ascii: "]")])
    }
  }

  /// What a table prints of a row of its list.
  private func row(_ line: RecordLine, _ fields: [Field]) -> [UInt8] {
    var inner = subject
    inner.line = line
    let members = itemMembers
    var row: [UInt8] = []
    row.append(
      members: fields.sorted { $0.path < $1.path }.compactMap { field in
        field.value(inner)?.json(ofItems: members).map { (field.path, $0) }
      }
    )
    return row
  }

  // MARK: Rows

  /// Returns whether all rows were taken.
  private func writeRows(to take: ([UInt8]) -> Bool) throws(RowSource.Failure) -> Bool {
    var spelling = RowSpelling(form)
    if let filings {
      let next = try filings.begin()
      while let entry = try next() {
        switch entry {
        case .kept(let kept):
          guard take(spelling.row(kept)) else { return false }
        case .filing(let filing):
          var inner = subject
          inner.filing = filing
          guard take(spelling.row(inner)) else { return false }
        }
      }
    } else if let outcomes {
      let next = try outcomes.begin()
      var inner = subject
      while let result = try next() {
        inner.result = result
        guard take(spelling.row(inner)) else { return false }
      }
    }
    return true
  }
}

/// Spells the rows of a roster one after another, in the same piece of memory.
private struct RowSpelling {
  private struct Member {
    let use: FieldUse
    /// The place of its text among those that are kept.
    let place: Int
    /// Where its name stands among all names.
    let name: Range<Int>
  }

  /// As many bytes as most rows take.
  private static let usualRow = 1 << 10

  /// The members in the order of their names.
  private var members: [Member] = []
  /// All names with a comma before and a colon behind each.
  private var names: [UInt8] = []
  private var bytes: [UInt8] = []
  private var isFirst = true

  init(_ form: Form) {
    for field in form.rowFields {
      let start = names.count
      names.append(UInt8(ascii: ","))
      names.append(canonicalString: field.path)
      names.append(UInt8(ascii: ":"))
      let use = form.rowUses[field.place]
      members.append(Member(use: use, place: field.place, name: start..<names.count))
    }
    bytes.reserveCapacity(Self.usualRow)
  }

  /// Returns the next row, with a comma before all but the first.
  mutating func row(_ values: some HoleValues) -> [UInt8] {
    begin()
    for index in members.indices {
      guard let text = values.text(of: members[index].use) else { continue }
      append(nameAt: index)
      bytes.append(canonicalString: text)
    }
    return end()
  }

  /// Returns the next row, which was kept: its texts never become strings.
  mutating func row(_ kept: KeptRow) -> [UInt8] {
    begin()
    // By their places: to take a member out would count who holds its use, which other threads do as well.
    for index in members.indices {
      kept.withBytes(at: members[index].place) { text in
        append(nameAt: index)
        bytes.append(canonicalString: text)
      }
    }
    return end()
  }

  private mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    bytes.append(UInt8(ascii: "{"))
  }

  private mutating func append(nameAt index: Int) {
    let isFirstMember = bytes.last == UInt8(ascii: "{")
    bytes += names[members[index].name.dropFirst(isFirstMember ? 1 : 0)]
  }

  private mutating func end() -> [UInt8] {
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }
}

extension FieldValue {
  /// Returns the value as JSON, with the `members` of things that are rows; nothing for what prints nothing.
  fileprivate func json(ofItems members: Set<String> = []) -> [UInt8]? {
    if case .list(let items) = self {
      guard !items.isEmpty else { return nil }
      return [UInt8(ascii: "[")] + items.map { $0.json(members) }.joined(separator: ",".utf8)
        + [UInt8(ascii: "]")]
    }
    return printed.isEmpty ? nil : printed.json
  }
}

extension ItemValue {
  /// Returns the words, or an object of the printed `names` where they are not one member's: a row is printed cell by
  /// cell, and nobody finds its words in one piece.
  fileprivate func json(_ names: Set<String>) -> [UInt8] {
    guard !members.isEmpty, !members.values.contains(where: { $0.printed == text }) else {
      return text.json
    }
    var object: [UInt8] = []
    object.append(
      members: members.sorted { $0.key < $1.key }.compactMap { name, value in
        names.contains(name) ? value.json().map { (name, $0) } : nil
      }
    )
    return object
  }
}

extension String {
  /// The text as a string of JSON.
  fileprivate var json: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(canonicalString: self)
    return bytes
  }
}

extension [UInt8] {
  /// Appends an object of members that stand in the order of their names.
  fileprivate mutating func append(members: [(path: String, value: [UInt8])]) {
    append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(canonicalString: member.path)
      append(UInt8(ascii: ":"))
      self += member.value
    }
    append(UInt8(ascii: "}"))
  }
}
