/// What a file says about itself in its XMP packet (ISO 32000-1 §14.3.2).
public struct PDFDescription: Sendable, Hashable {
  /// The title (Dublin Core).
  public var title: String?
  /// When it was made, as the packet spells it (ISO 8601).
  public var created: String?
  /// What it says of the form that it was made from: `form`, `edition` and `number`.
  public var form: [String: String] = [:]
}
