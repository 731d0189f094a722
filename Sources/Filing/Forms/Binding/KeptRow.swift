public import Records

/// What a roster prints of one filing, found when the records were read for the first time, so that they need not be
/// read again for it.
public struct KeptRow: Sendable {
  /// The row in the record file, from 1.
  let row: Int
  /// The texts of the form's `rowUses`.
  let texts: [String?]
  /// What the filing adds to each of the form's sums.
  let addends: [Int]
}

extension Form {
  /// Appends to `pool` what the form's roster prints of `filing`, in as few bytes as that takes.
  public func keep(_ filing: Filing, in batch: Batch, to pool: inout [UInt8]) {
    let subject = FieldSubject(batch: batch, filing: filing, mask: mask)
    for use in rowUses {
      guard let text = use.text(for: subject) else {
        pool.append(size: 0)
        continue
      }
      pool.append(size: text.utf8.count + 1)
      pool += text.utf8
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
    var rest = pool[start...]
    let texts = rowUses.map { _ in rest.popText() }
    let addends = sumPaths.map { _ in rest.popAddend() }
    return KeptRow(row: row, texts: texts, addends: addends)
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

extension ArraySlice<UInt8> {
  fileprivate mutating func popSize() -> Int {
    var (size, shift) = (0, 0)
    while let byte = popFirst() {
      size |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return size
  }

  fileprivate mutating func popText() -> String? {
    let size = popSize()
    guard size > 0 else { return nil }
    let text = prefix(size - 1)
    removeFirst(size - 1)
    return String(decoding: text, as: UTF8.self)
  }

  fileprivate mutating func popAddend() -> Int {
    let bytes = prefix(8)
    removeFirst(bytes.count)
    return Int(truncatingIfNeeded: bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}
