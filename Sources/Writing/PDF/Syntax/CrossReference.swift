/// Where the objects of the file are (ISO 32000-1 §7.5.4, §7.5.8).
///
/// A tagged roster has millions of objects: a place takes eight bytes, and places stand in blocks, since one growing
/// array would be copied while both copies are there.
struct CrossReference {
  /// The place of one object.
  enum Place: Sendable, Hashable {
    /// The number is taken, the object is not written yet.
    case unwritten
    /// At a byte offset of the file.
    case offset(Int)
    /// Inside an object stream, at an index.
    case inside(stream: Reference, index: Int)
  }

  /// The greatest number of indirect objects (ISO 32000-1 annex C).
  static let mostObjects = 8_388_607

  private static let blockSize = 1 << 16

  private var blocks: [[PackedPlace]] = []
  private var count = 0
  /// How many numbers the revisions before have taken.
  let base: Int
  /// Where objects of revisions before stand anew.
  private var rewritten: [Int: Place] = [:]

  /// Begins behind the objects of the revisions before.
  init(behind base: Int = 0) {
    self.base = base
  }

  /// The number of objects, object 0 and those of revisions before included.
  var size: Int { base + count + 1 }

  /// The numbers of the objects that this revision writes, in order.
  var numbers: [Int] { rewritten.keys.sorted() + Array(base + 1..<size) }

  /// Takes the next `count` object numbers and returns the first.
  mutating func allocate(_ count: Int = 1) throws(PDFFailure) -> Reference {
    guard base + self.count + count <= CrossReference.mostObjects else {
      throw .tooManyObjects(limit: CrossReference.mostObjects)
    }
    let first = Reference(number: size)
    self.count += count
    makeRoom(for: count)
    return first
  }

  /// Adds places; a block grows as it is filled, since most files have a hundred objects.
  private mutating func makeRoom(for count: Int) {
    var rest = count
    while rest > 0 {
      if blocks.last.map({ $0.count == Self.blockSize }) ?? true { blocks.append([]) }
      let last = blocks.count - 1
      let added = min(rest, Self.blockSize - blocks[last].count)
      blocks[last] += repeatElement(PackedPlace(.unwritten), count: added)
      rest -= added
    }
  }

  /// Where an object is.
  subscript(_ reference: Reference) -> Place {
    let index = reference.number - base - 1
    guard index >= 0 else { return rewritten[reference.number] ?? .unwritten }
    return blocks[index / Self.blockSize][index % Self.blockSize].place
  }

  /// Notes where an object was written.
  mutating func place(_ reference: Reference, at place: Place) {
    precondition(self[reference] == .unwritten, "an object is written once")
    let index = reference.number - base - 1
    guard index >= 0 else { return rewritten[reference.number] = place }
    blocks[index / Self.blockSize][index % Self.blockSize] = PackedPlace(place)
  }

  /// Notes that `count` objects numbered from `first` on stand in an object stream, one behind the other from `index` on.
  mutating func place(_ count: Int, from first: Reference, inside stream: Reference, index: Int) {
    for offset in 0..<count {
      place(
        Reference(number: first.number + offset),
        at: .inside(stream: stream, index: index + offset)
      )
    }
  }

  /// Returns the rows of a cross-reference stream with fields of 1, `offsetBytes` and 2 bytes (§7.5.8.3), each as its
  /// difference from the row above: neighbours are much alike, and so compress to next to nothing.
  ///
  /// A row begins with the number of this filter, PNG's Up (§7.4.4.4).
  ///
  /// They come in pieces, since those of a long roster take as much room as the places themselves.
  func forEachPieceOfRows<Failure>(
    offsetBytes: Int,
    _ take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var rows = DifferenceRows(offsetBytes: offsetBytes)
    rows.append(type: 0, 0, 0xFFFF)
    precondition(base == 0, "an update tells of its own objects alone")
    for block in blocks {
      for index in block.indices { rows.append(block[index].place) }
      try take(rows.removeAll())
    }
  }

  /// Returns a cross-reference table (§7.5.4); no object may stand in an object stream.
  func table() -> [UInt8] {
    var table = ByteBuffer()
    table.append("xref\n0 \(size)\n0000000000 65535 f \n")
    for number in 1..<size {
      guard case .offset(let offset) = self[Reference(number: number)] else {
        preconditionFailure("a table knows no object streams")
      }
      let digits = String(offset)
      table.append(String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n")
    }
    return table.bytes
  }
}

/// Rows of a cross-reference stream, each as its difference from the row above.
private struct DifferenceRows {
  private var bytes: [UInt8] = []
  private let offsetBytes: Int
  /// How many rows are to come that are those of an object behind the one above, in the same object stream: so are nearly
  /// all of a long roster.
  private var followers = 0
  private var above: (type: UInt8, second: Int, third: Int) = (0, 0, 0)

  init(offsetBytes: Int) {
    self.offsetBytes = offsetBytes
  }

  mutating func append(_ place: CrossReference.Place) {
    switch place {
    case .unwritten: preconditionFailure("every object that has a number is written")
    case .offset(let offset): append(type: 1, offset, 0)
    case .inside(let stream, let index):
      // Its higher byte does not change either, unless the lower one begins anew.
      guard above == (2, stream.number, index - 1), index & 0xFF != 0 else {
        return append(type: 2, stream.number, index)
      }
      followers += 1
      above.third = index
    }
  }

  mutating func append(type: UInt8, _ second: Int, _ third: Int) {
    appendFollowers()
    bytes.append(addingCapacity: 4 + offsetBytes) { row in
      row.append(2)
      row.append(type &- above.type)
      row.append(differenceOf: second, from: above.second, bytes: offsetBytes)
      row.append(differenceOf: third, from: above.third, bytes: 2)
    }
    above = (type, second, third)
  }

  private mutating func appendFollowers() {
    bytes.append(addingCapacity: followers * (4 + offsetBytes)) { rows in
      for _ in 0..<followers {
        rows.append(2)
        for _ in 0..<offsetBytes + 2 { rows.append(0) }
        rows.append(1)
      }
    }
    followers = 0
  }

  /// Takes the rows out.
  mutating func removeAll() -> [UInt8] {
    appendFollowers()
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}

/// A place in eight bytes: the lowest bit says whether it is inside an object stream; nothing is 0.
private struct PackedPlace {
  private let bits: UInt64

  init(_ place: CrossReference.Place) {
    switch place {
    case .unwritten: bits = 0
    case .offset(let offset): bits = UInt64(offset) << 1
    case .inside(let stream, let index): bits = UInt64(stream.number << 16 | index) << 1 | 1
    }
  }

  var place: CrossReference.Place {
    guard bits != 0 else { return .unwritten }
    guard bits & 1 == 1 else { return .offset(Int(bits >> 1)) }
    let stream = Reference(number: Int(bits >> 17))
    return .inside(stream: stream, index: Int(bits >> 1 & 0xFFFF))
  }
}

extension OutputSpan<UInt8> {
  /// Appends the difference of each byte of two numbers, the highest first.
  fileprivate mutating func append(differenceOf number: Int, from above: Int, bytes count: Int) {
    var shift = 8 * count
    while shift > 0 {
      shift -= 8
      let byte = UInt8(truncatingIfNeeded: number >> shift)
      append(byte &- UInt8(truncatingIfNeeded: above >> shift))
    }
  }
}
