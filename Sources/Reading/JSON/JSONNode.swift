import CSimdJSON

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
///
/// It is the shim's own structure: a tree of fifty values is copied for every row, and copying bytes costs least.
typealias JSONNode = csj_node

extension csj_node {
  /// Where the member's name stands in the tree's text, unless the name is a known one.
  var keyRange: Range<Int> { Int(key_start)..<(Int(key_start) + Int(key_length)) }

  /// Where a string's contents or a number's digits stand in the tree's text.
  var textRange: Range<Int> { Int(text_start)..<(Int(text_start) + Int(text_length)) }
}
