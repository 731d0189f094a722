/// Objects that will be written together, compressed (ISO 32000-1 §7.5.7).
struct ObjectStream {
  /// The number of objects at which the stream is written.
  static let capacity = 200

  /// How many objects it holds.
  private(set) var count = 0
  private var heads = ByteBuffer()
  private var objects = ByteBuffer()

  /// Whether the stream should be written before another object is added.
  var isFull: Bool { count == ObjectStream.capacity }

  /// Adds the object that `spell` appends, and returns its index.
  mutating func add(
    _ reference: Reference,
    _ spell: (inout ByteBuffer) throws(PDFFailure) -> Void
  ) throws(PDFFailure) -> Int {
    let start = objects.count
    heads.append(atMost: 2 * ByteBuffer.longestNumber + 2) { head in
      head.append(integer: reference.number)
      head.append(UInt8(ascii: " "))
      head.append(integer: start)
      head.append(UInt8(ascii: "\n"))
    }
    try spell(&objects)
    objects.append(byte: UInt8(ascii: "\n"))
    count += 1
    return count - 1
  }

  /// The entries of the stream's dictionary, but for its length and filter.
  var entries: Entries {
    ["Type": .name("ObjStm"), "N": .integer(count), "First": .integer(heads.count)]
  }

  /// The stream's data: the numbers and offsets, then the objects.
  var bytes: [UInt8] { heads.bytes + objects.bytes }
}
