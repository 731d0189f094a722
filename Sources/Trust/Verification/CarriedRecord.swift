import JSON

/// A text of the record that a file carries, and the field that says it.
public struct RecordValue: Sendable, Hashable {
  /// The field's path, such as `e.name`; in an item of a list the name of the item's member.
  public let field: String
  /// The text.
  public let text: String
}

/// The record that a file carries, read once for all who ask what it says.
struct CarriedRecord {
  /// Every text in it, in order.
  private(set) var values: [RecordValue] = []
  /// Which of them its documents say; nothing when it is no record of ours.
  private var documents: Range<Int>?

  /// What its documents say, which is to be printed; nothing when it is no record of ours.
  var printed: ArraySlice<RecordValue>? { documents.map { values[$0] } }

  init(_ bytes: [UInt8]) {
    guard let reader = JSONReader(), let tree = try? reader.read(bytes),
      tree.kind(of: 0) == .object
    else { return }
    for member in tree.children(of: 0) {
      let (name, start) = (tree.key(of: member), values.count)
      let isText = take(member, of: name, in: tree)
      // Of two members of one name readers take either, so that nobody can say which is printed.
      if name == "documents", tree.kind(of: member) == .array, isText, tree.duplicates.isEmpty {
        documents = start..<values.count
      }
    }
  }

  /// Takes all texts that `value` is or holds; returns whether it holds nothing else.
  private mutating func take(_ value: Int, of field: String, in tree: JSONTree) -> Bool {
    switch tree.kind(of: value) {
    case .string:
      values.append(RecordValue(field: field, text: tree.text(of: value)))
      return true
    case .array, .object:
      var isText = true
      for child in tree.children(of: value) {
        let name = tree.key(of: child)
        isText = take(child, of: name.isEmpty ? field : name, in: tree) && isText
      }
      return isText
    case .null, .no, .yes, .number: return false
    }
  }
}
