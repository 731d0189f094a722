/// What a JSON value is.
public enum JSONKind: UInt8, Sendable {
  /// The word `null`.
  case null = 0
  /// The word `false`.
  case no = 1
  /// The word `true`.
  case yes = 2
  /// A number, kept as its exact digits.
  case number = 3
  /// A string, its escapes undone.
  case string = 4
  /// An array.
  case array = 5
  /// An object.
  case object = 6
}

/// One value of a tree, in document order; what a container holds follows it.
struct JSONNode {
  var key: Range<Int>
  var text: Range<Int>
  var keyOffset: Int
  var offset: Int
  var next: Int
  var kind: JSONKind
  var hasKey: Bool
  var isDuplicate: Bool
}
