import Diagnostics

/// The part of a source that is being looked at; it grows at the end and is dropped at the front.
struct ByteWindow {
  private static let chunk = 1 << 19

  private let source: ByteSource
  private(set) var bytes: [UInt8] = []
  /// The offset in the source of the first byte held.
  private(set) var base: Int

  init(_ source: ByteSource, from base: Int) {
    self.source = source
    self.base = base
  }

  /// The offset in the source after the last byte held.
  var end: Int { base + bytes.count }

  /// Reads on; returns false when nothing is left.
  mutating func grow() throws(ReadFailure) -> Bool {
    guard end < source.count else { return false }
    // A long row asks for more and more, so the steps grow with what is held.
    let step = max(Self.chunk, bytes.count)
    let more = try source.read(end..<min(source.count, end + step))
    guard !more.isEmpty else { throw ReadFailure("文件在读取时变短了") }
    bytes.append(contentsOf: more)
    return true
  }

  /// Forgets the bytes before `offset` of the source.
  mutating func drop(before offset: Int) {
    let count = min(max(0, offset - base), bytes.count)
    bytes.removeFirst(count)
    base += count
  }

  /// Returns the bytes of a range of the source that is held.
  func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[(range.lowerBound - base)..<(range.upperBound - base)]
  }
}
