/// What a later revision changed.
public enum RevisionChange: Sendable, Hashable {
  /// Somebody signed in a place that was there.
  case signed(field: String)
  /// Validation data were added (DSS).
  case validationData
  /// The whole file was stamped.
  case timeStamp(field: String)
  /// What the file says about itself beside what it shows: title, dates, version.
  case properties
  /// What a page shows.
  case page(number: Int)
  /// The order or number of pages.
  case pages
  /// A file inside the file.
  case attachment
  /// A field that is no signature, or that was signed before.
  case field(name: String)
  /// Another entry of the catalog or the trailer, by its name.
  case entry(name: String)
  /// There was more to tell than is told.
  case more
  /// The revision cannot be read.
  case unreadable

  /// Whether a signature allows it.
  public var isAllowed: Bool {
    switch self {
    case .signed, .validationData, .timeStamp, .properties: true
    case .page, .pages, .attachment, .field, .entry, .more, .unreadable: false
    }
  }
}
