public import Records

/// What a roster prints of one filing, found when the records were read for the first time, so that they need not be
/// read again for it.
public struct KeptRow: Sendable {
  /// The row in the record file, from 1.
  let row: Int
  /// Where the texts of the form's `rowUses` stand in `pool`; they become strings only where one is needed.
  fileprivate let texts: [Range<Int>?]
  fileprivate let pool: [UInt8]
  /// What the filing adds to each of the form's sums.
  let addends: [Int]

  /// Nothing, before there is a row.
  static let none = KeptRow(row: 0, texts: [], pool: [], addends: [])

  /// The text of the row use at `place`, if it has any.
  func text(at place: Int) -> String? {
    texts[place].map { range in
      // It was a string when it was kept.
      var utf8 = unsafe UTF8Span(unchecked: pool.span.extracting(range))
      _ = utf8.checkForASCII()
      return String(copying: utf8)
    }
  }

  /// Lends the UTF-8 form of that text to `body`, if there is one.
  @inline(__always)
  func withBytes(at place: Int, _ body: (Span<UInt8>) -> Void) {
    if let range = texts[place] { body(pool.span.extracting(range)) }
  }
}

extension Form {
  /// Returns what the form's documents print of `filing`, masked as they are.
  public func subject(of filing: Filing, in batch: Batch) -> FieldSubject {
    FieldSubject(batch: batch, filing: filing, mask: mask)
  }

  /// Appends to `pool` what the form's roster prints of the `subject` of a filing, in as few bytes as that takes.
  public func keep(_ subject: FieldSubject, to pool: inout [UInt8]) {
    for use in rowUses {
      guard let text = use.text(for: subject) else {
        pool.append(size: 0)
        continue
      }
      pool.append(size: text.utf8.count + 1)
      pool.append(text: text)
    }
    for path in sumPaths {
      let addend = FieldCatalogue[path]?.value(subject)?.addend ?? 0
      for shift in stride(from: 0, to: 64, by: 8) {
        pool.append(UInt8(truncatingIfNeeded: addend >> shift))
      }
    }
  }

  /// Returns what `keep` has written at `start` of `pool` for the filing of `row`.
  public func keptRow(_ row: Int, at start: Int, of pool: [UInt8]) -> KeptRow {
    let bytes = pool.span
    var place = start
    var texts: [Range<Int>?] = []
    texts.reserveCapacity(rowUses.count)
    for _ in 0..<rowUses.count { texts.append(bytes.popText(at: &place)) }
    let addends = (0..<sumPaths.count).map { _ in bytes.popAddend(at: &place) }
    return KeptRow(row: row, texts: texts, pool: pool, addends: addends)
  }
}

extension [UInt8] {
  /// Appends a size, seven bits a byte, the lowest first.
  fileprivate mutating func append(size: Int) {
    var rest = size
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}

/// What was kept, read from a place on.
extension Span<UInt8> {
  /// Returns where the text at `place` stands, if there is one, and moves `place` behind it.
  fileprivate func popText(at place: inout Int) -> Range<Int>? {
    let size = popSize(at: &place)
    guard size > 0 else { return nil }
    let start = place
    place += size - 1
    return start..<place
  }

  fileprivate func popAddend(at place: inout Int) -> Int {
    var bits: UInt64 = 0
    for index in (place..<place + 8).reversed() { bits = bits << 8 | UInt64(self[index]) }
    place += 8
    return Int(truncatingIfNeeded: bits)
  }

  private func popSize(at place: inout Int) -> Int {
    var (size, shift) = (0, 0)
    while true {
      let byte = self[place]
      place += 1
      size |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return size }
      shift += 7
    }
  }
}
