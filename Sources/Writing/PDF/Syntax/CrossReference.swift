/// Where the objects of the file are (ISO 32000-1 §7.5.4, §7.5.8).
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

  /// The places of the objects, the first being that of object 1.
  private(set) var places: [Place] = []

  /// The number of objects, object 0 included.
  var size: Int { places.count + 1 }

  /// Takes the next object number.
  mutating func allocate() throws(PDFFailure) -> Reference {
    guard places.count < CrossReference.mostObjects else {
      throw .tooManyObjects(limit: CrossReference.mostObjects)
    }
    places.append(.unwritten)
    return Reference(number: places.count)
  }

  /// Notes where an object was written.
  mutating func place(_ reference: Reference, at place: Place) {
    precondition(places[reference.number - 1] == .unwritten, "an object is written once")
    places[reference.number - 1] = place
  }

  /// Returns the rows of a cross-reference stream with fields of 1, `offsetBytes` and 2 bytes (§7.5.8.3).
  func rows(offsetBytes: Int) -> [UInt8] {
    var rows = ByteBuffer()
    rows.append(row(type: 0, 0, of: offsetBytes, 0xFFFF))
    for place in places {
      switch place {
      case .unwritten: preconditionFailure("every object that has a number is written")
      case .offset(let offset): rows.append(row(type: 1, offset, of: offsetBytes, 0))
      case .inside(let stream, let index):
        rows.append(row(type: 2, stream.number, of: offsetBytes, index))
      }
    }
    return rows.bytes
  }

  /// Returns a cross-reference table (§7.5.4); no object may stand in an object stream.
  func table() -> [UInt8] {
    var table = ByteBuffer()
    table.append("xref\n0 \(size)\n0000000000 65535 f \n")
    for place in places {
      guard case .offset(let offset) = place else {
        preconditionFailure("a table knows no object streams")
      }
      let digits = String(offset)
      table.append(String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n")
    }
    return table.bytes
  }

  private func row(type: UInt8, _ second: Int, of bytes: Int, _ third: Int) -> [UInt8] {
    var row = [type]
    for byte in (0..<bytes).reversed() {
      row.append(UInt8(truncatingIfNeeded: second >> (8 * byte)))
    }
    row.append(UInt8(truncatingIfNeeded: third >> 8))
    row.append(UInt8(truncatingIfNeeded: third))
    return row
  }
}
