/// Bytes that a library takes piece by piece.
final class ByteFeed {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Fills `room` as far as there are bytes, and returns how many there were.
  func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    let piece = bytes[place..<min(bytes.count, place + room.count)]
    unsafe room.copyBytes(from: piece)
    place += piece.count
    return piece.count
  }
}
