/// Whether nothing lies between the characters of `text` and no mark needs room of its own: text all of Han, or all of
/// ASCII without spaces.
///
/// Such text is set solid (clreq #principles_of_arrangement_of_han_characters): its width is the sum of its advances.
public func isSolid(_ text: String) -> Bool {
  var bytes = text.utf8.makeIterator()
  guard let first = bytes.next() else { return false }
  return first < 0x80 ? areAllASCII(first, &bytes) : areAllHan(first, &bytes)
}

private func areAllASCII(_ first: UInt8, _ rest: inout String.UTF8View.Iterator) -> Bool {
  guard (0x21...0x7E).contains(first) else { return false }
  while let byte = rest.next() {
    guard (0x21...0x7E).contains(byte) else { return false }
  }
  return true
}

/// U+4E00 to U+9FFF are spelt E4 B8 80 to E9 BF BF.
private func areAllHan(_ first: UInt8, _ rest: inout String.UTF8View.Iterator) -> Bool {
  var lead: UInt8? = first
  while let byte = lead {
    guard (0xE4...0xE9).contains(byte), let second = rest.next(), rest.next() != nil,
      byte > 0xE4 || second >= 0xB8
    else { return false }
    lead = rest.next()
  }
  return true
}
