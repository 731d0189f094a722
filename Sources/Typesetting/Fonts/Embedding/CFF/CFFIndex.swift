/// An array of objects of different sizes (Adobe TN #5176 §5).
struct CFFIndex {
  /// How many objects it holds.
  let count: Int
  /// Where the next structure begins.
  let end: Int
  private let offsetSize: Int
  private let offsets: Int
  private var data: Int { offsets + (count + 1) * offsetSize - 1 }

  /// An index without objects.
  static let empty = CFFIndex(count: 0, end: 0, offsetSize: 1, offsets: 0)

  private init(count: Int, end: Int, offsetSize: Int, offsets: Int) {
    (self.count, self.end, self.offsetSize, self.offsets) = (count, end, offsetSize, offsets)
  }

  /// Reads the head of the index at `start` of `table`; returns nothing when it is damaged.
  init?(at start: Int, of table: Span<UInt8>) {
    guard let count = table.number(at: start, size: 2) else { return nil }
    guard count > 0 else {
      self.init(count: 0, end: start + 2, offsetSize: 1, offsets: start)
      return
    }
    guard let size = table.number(at: start + 2, size: 1), (1...4).contains(size),
      let length = table.number(at: start + 3 + count * size, size: size)
    else { return nil }
    let end = start + 3 + (count + 1) * size - 1 + length
    self.init(count: count, end: end, offsetSize: size, offsets: start + 3)
  }

  /// Returns where object `number` stands in `table`, or nothing when there is none.
  func range(of number: Int, in table: Span<UInt8>) -> Range<Int>? {
    guard number >= 0, number < count else { return nil }
    let place = offsets + number * offsetSize
    guard let start = table.number(at: place, size: offsetSize),
      let end = table.number(at: place + offsetSize, size: offsetSize),
      start >= 1, start <= end, data + end <= table.count
    else { return nil }
    return data + start..<data + end
  }
}

extension FontBytes {
  /// Appends the index of `objects`, whose offsets take as few bytes as they can.
  mutating func append(index objects: [some Collection<UInt8>]) {
    append(objects.count, size: 2)
    guard !objects.isEmpty else { return }
    let length = objects.reduce(1) { $0 + $1.count }
    let size = (64 - length.leadingZeroBitCount + 7) / 8
    append(size, size: 1)
    var offset = 1
    append(offset, size: size)
    for object in objects {
      offset += object.count
      append(offset, size: size)
    }
    for object in objects { append(object) }
  }
}
