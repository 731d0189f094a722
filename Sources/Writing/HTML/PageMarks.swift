/// What a page adds to its blocks without changing what they say.
public struct PageMarks: Sendable {
  /// Further anchors of headings, by the heading's own; an anchor that is taken already is left out.
  public var aliases: [String: [String]]
  /// Anchors of the rows of tables, by the text of the first cell.
  public var rows: [String: String]
  /// What is said beside links to explained words, by the link's destination.
  public var notes: [String: String]

  /// Whether names in 【】, those of menus and buttons, are set apart.
  public var setsNamesApart: Bool

  /// Creates marks.
  public init(
    aliases: [String: [String]] = [:],
    rows: [String: String] = [:],
    notes: [String: String] = [:],
    setsNamesApart: Bool = false
  ) {
    self.aliases = aliases
    self.rows = rows
    self.notes = notes
    self.setsNamesApart = setsNamesApart
  }
}
