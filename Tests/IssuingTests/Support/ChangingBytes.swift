import Records
import Synchronization

/// A record file that another program writes to while it is printed.
final class ChangingBytes: Sendable {
  private let bytes: Mutex<[UInt8]>

  init(_ text: String) {
    bytes = Mutex(Array(text.utf8))
  }

  /// Puts `text` in the place of what was there.
  func become(_ text: String) {
    bytes.withLock { $0 = Array(text.utf8) }
  }

  /// The file as it looked when it was opened.
  func source() -> ByteSource {
    ByteSource(name: "a.json", count: bytes.withLock(\.count)) { range throws(ReadFailure) in
      self.bytes.withLock { Array($0[range.clamped(to: 0..<$0.count)]) }
    }
  }
}
