/// Which element the content of each page and each annotation belongs to (ISO 32000-1 §14.7.4.4).
///
/// Pages and annotations take their numbers from one row, in the order in which they come, so that the tree is sorted
/// as it grows.
struct ParentTree {
  /// What each number stands for: a list of elements for a page, an element for an annotation.
  private var values: [Int32] = []

  /// How many numbers are taken.
  var keyCount: Int { values.count }

  /// Adds an annotation of `element` and returns its number.
  mutating func add(object element: Reference) -> Int {
    values.append(Int32(element.number))
    return values.count - 1
  }

  /// Writes the list of a page, whose content belongs to the elements `contents` in the order of its numbers, and
  /// returns the page's number.
  mutating func add(page contents: [Reference], in file: ObjectFile) throws(PDFFailure) -> Int {
    let list = try file.allocate()
    try file.add(as: list) { object in
      object.append(atMost: 2 + contents.count * (ByteBuffer.longestNumber + 5)) { list in
        list.append(UInt8(ascii: "["))
        for (index, element) in contents.enumerated() {
          if index > 0 { list.append(index.isMultiple(of: 20) ? 0x0A : 0x20) }
          list.append(element)
        }
        list.append(UInt8(ascii: "]"))
      }
    }
    values.append(Int32(list.number))
    return values.count - 1
  }

  /// Writes the number tree and returns its root (ISO 32000-1 §7.9.7).
  func write(to file: ObjectFile) throws(PDFFailure) -> Reference {
    let leaves = values.enumerated().map { key, element in
      (key: Value.integer(key), value: Value.reference(Reference(number: Int(element))))
    }
    return try SearchTree.write(leaves, .numbers, to: file)
  }
}
