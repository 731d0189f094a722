/// A field that the rows of a roster print, and where its text stands among what is kept of a row.
struct RowField: Sendable {
  let path: String
  /// The place among the form's `rowUses` of the use without a filter.
  let place: Int
}

extension [FieldUse] {
  /// The uses, with one more for each field that is only printed through a filter, and the places of all fields in the
  /// order of their paths.
  ///
  /// A record holds `2026-11-02` where the page says 11月.
  var withFields: ([FieldUse], [RowField]) {
    var uses = self
    var fields: [RowField] = []
    for path in Set(map(\.path)).sorted() {
      guard let use = first(where: { $0.path == path }), path != "seq" else { continue }
      if let plain = firstIndex(where: { $0.path == path && $0.filter == nil }) {
        fields.append(RowField(path: path, place: plain))
      } else {
        fields.append(RowField(path: path, place: uses.count))
        uses.append(FieldUse(path: path, source: use.source, rowPlace: uses.count))
      }
    }
    return (uses, fields)
  }
}
