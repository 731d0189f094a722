import Glibc

extension String {
  /// Returns whether `word` stands in the text, byte by byte; clauses are long and there may be several in every row.
  func holds(_ word: StaticString) -> Bool {
    var text = self
    let length = word.utf8CodeUnitCount
    return text.withUTF8 { bytes in
      guard var place = bytes.baseAddress else { return false }
      var rest = bytes.count
      while rest >= length,
        let found = unsafe memchr(place, Int32(word.utf8Start.pointee), rest - length + 1)
      {
        if unsafe memcmp(found, word.utf8Start, length) == 0 { return true }
        let passed = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(place) + 1
        unsafe place += passed
        rest -= passed
      }
      return false
    }
  }
}
