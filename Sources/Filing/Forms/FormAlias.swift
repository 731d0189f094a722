/// Another name under which people know a form.
public struct FormAlias: Sendable, Hashable, Codable {
  /// The name, such as 增减员花名册.
  public var name: String
  /// A word that has to stand in the headings above the name, where the name alone may mean several forms.
  public var near: String?

  /// Creates a name.
  public init(_ name: String, near: String? = nil) {
    (self.name, self.near) = (name, near)
  }
}
