/// One of the copies in which a form is printed.
public struct FormCopy: Sendable, Hashable {
  /// The copy's number, from 1.
  public var number: Int
  /// The label that is printed on it, such as 第一联 用人单位存.
  public var label: String

  /// Creates copy `number`.
  public init(number: Int, label: String) {
    self.number = number
    self.label = label
  }
}
