/// Objects that will be written together, compressed (ISO 32000-1 §7.5.7).
struct ObjectStream {
  /// The number of objects at which the stream is written.
  static let capacity = 500
  /// The number of objects from which on the stream takes little more room than a part of a longer one.
  static let fairCount = 128

  /// How many objects it holds.
  private(set) var count = 0
  private var heads = ByteBuffer(room: 1 << 13)
  private var objects = ByteBuffer(room: 1 << 15)

  /// Whether the stream should be written before another object is added.
  var isFull: Bool { count == ObjectStream.capacity }

  /// Adds the object that `spell` appends, and returns its index.
  mutating func add(
    _ reference: Reference,
    _ spell: (inout ByteBuffer) throws(PDFFailure) -> Void
  ) throws(PDFFailure) -> Int {
    let start = objects.count
    heads.append(atMost: Self.longestHead) { $0.append(head: reference, at: start) }
    try spell(&objects)
    objects.append(byte: UInt8(ascii: "\n"))
    count += 1
    return count - 1
  }

  /// Adds objects numbered from `first` on, as many of `objects` as there is room for, and returns them.
  ///
  /// `spell` appends one of them, at most `most` bytes.
  mutating func add(
    _ wanted: Range<Int>,
    from first: Reference,
    atMost most: Int,
    _ spell: (Int, inout OutputSpan<UInt8>) -> Void
  ) -> Range<Int> {
    let taken = wanted.prefix(ObjectStream.capacity - count)
    var starts: [Int] = []
    starts.reserveCapacity(taken.count)
    let base = objects.count
    objects.append(atMost: taken.count * (most + 1)) { room in
      for index in taken {
        starts.append(base + room.count)
        spell(index, &room)
        room.append(UInt8(ascii: "\n"))
      }
    }
    heads.append(atMost: taken.count * Self.longestHead) { room in
      for (index, start) in zip(taken, starts) {
        room.append(head: Reference(number: first.number + index), at: start)
      }
    }
    count += taken.count
    return taken
  }

  /// The most bytes that the number and the offset of an object take.
  private static let longestHead = 2 * ByteBuffer.longestNumber + 2

  /// The entries of the stream's dictionary, but for its length and filter.
  var entries: Entries {
    ["Type": .name("ObjStm"), "N": .integer(count), "First": .integer(heads.count)]
  }

  /// The stream's data: the numbers and offsets, then the objects.
  var bytes: [UInt8] { heads.bytes + objects.bytes }
}

extension OutputSpan<UInt8> {
  /// Appends the number of an object and its offset among the objects of the stream.
  fileprivate mutating func append(head reference: Reference, at start: Int) {
    append(integer: reference.number)
    append(UInt8(ascii: " "))
    append(integer: start)
    append(UInt8(ascii: "\n"))
  }
}
