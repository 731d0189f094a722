import Diagnostics
import DocumentTree
import Records

/// A reference whose path and filter have been checked and looked up once and for all.
///
/// A class, because every cell of every row passes its own on and none changes it.
final class FieldUse: Sendable {
  /// Where the value comes from.
  enum Source: Sendable {
    /// A field of the catalogue.
    case field(Field)
    /// All filings of a roster, of which each makes a row.
    case filings
    /// All rows of a record file with what became of them, of which each makes a row.
    case outcomes
    /// Rows of a list in the head, of which each makes a row.
    case lines(LineSource)
    /// How many rows of a list there are.
    case count(LineSource)
    /// What a field adds up to over the rows of a roster or of one of its pages.
    case sum(Field)
    /// What a field adds up to over rows of a list.
    case lineSum(ListSum)
    /// Each text of a field over rows of its list, once.
    case values(Field, LineSource)
    /// How many rows stand on the page.
    case pageCount

    /// The path under which the subject is given the value.
    static let pageCountPath = "page.count"
    /// Returns the path under which the subject is given the sum of `path`.
    static func sumPath(_ path: String) -> String { "合计:\(path)" }
  }

  /// The path, as the form spells it.
  let path: String
  /// Where the value comes from.
  let source: Source
  /// How the value is printed, where not as usual.
  let filter: ValueFilter?
  /// Whether the value stands on a rule.
  let appearance: FieldAppearance
  /// Whether the value belongs to a filing rather than to the head of the batch.
  let isOfFiling: Bool
  /// The place of its text among those that are kept of each row of a roster, for what a filing says.
  let rowPlace: Int?

  init(
    path: String,
    source: Source,
    filter: ValueFilter? = nil,
    appearance: FieldAppearance = .formDefault,
    rowPlace: Int? = nil
  ) {
    self.path = path
    self.source = source
    self.filter = filter
    self.appearance = appearance
    self.rowPlace = rowPlace
    isOfFiling =
      switch source {
      case .field(let field):
        field.needsFiling || field.needsResult || field.list != nil || path == "seq"
          || path == "item"
          || path.hasPrefix("item.")
      case .filings, .outcomes, .lines, .count, .sum, .lineSum, .values, .pageCount: false
      }
  }

  /// Whether the form or the printing says the value, whatever the record.
  var isSaidByForm: Bool { ["form.", "copy."].contains { path.hasPrefix($0) } || path == "seq" }

  /// Returns the value for `subject`, or nothing when the record leaves it out.
  func value(for subject: FieldSubject) -> FieldValue? {
    switch source {
    case .field(let field): field.value(subject)
    case .sum(let field): subject.given[Source.sumPath(field.path)]
    case .lineSum(let sum): sum.value(in: subject.batch)
    case .count(let source): .integer(source.lines(in: subject.batch).count)
    case .pageCount: subject.given[Source.pageCountPath]
    case .filings, .outcomes, .lines, .values: nil
    }
  }

  /// Whether `subject` masks what the value tells of a person, so that equal texts may stand for different values.
  func isMasked(for subject: FieldSubject) -> Bool {
    guard subject.mask != .whole, case .field(let field) = source else { return false }
    return field.personal != .nothing && field.personal != .words
  }

  /// Returns what is printed for `subject`; nothing when the value is absent or empty.
  func text(for subject: FieldSubject) -> String? {
    if case .field(let field) = source { return field.text(subject, as: filter) }
    if subject.isBlank { return nil }
    if case .values(let field, let rows) = source {
      return subject.texts(of: field, over: rows, as: filter)
    }
    guard let value = value(for: subject) else { return nil }
    return filter?.apply(to: value) ?? value.printed
  }
}

extension FieldUse: CustomStringConvertible {
  /// The path in braces.
  var description: String { "{{\(path)}}" }
}

extension FieldSubject {
  /// Returns each text of `field` over `rows`, in the order of the file; nothing where no row has one.
  fileprivate func texts(
    of field: Field,
    over rows: LineSource,
    as filter: ValueFilter?
  ) -> String? {
    var texts: [String] = []
    for line in rows.lines(in: batch) {
      let subject = FieldSubject(batch: batch, line: line, mask: mask)
      guard let text = field.text(subject, as: filter), !texts.contains(text) else { continue }
      texts.append(text)
    }
    return texts.isEmpty ? nil : texts.joined(separator: "、")
  }
}
