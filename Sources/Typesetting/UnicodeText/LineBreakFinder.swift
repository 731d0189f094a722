import CUnicode

/// Finds where the lines of a text may or must end, after UAX #14 with the rules for strict Chinese.
///
/// It owns an ICU iterator and belongs to one task.
@safe
public final class LineBreakFinder {
  private let breaker: OpaquePointer

  /// Opens the rules of an ICU locale.
  public init(locale: String = "zh@lb=strict") throws(UnicodeFailure) {
    var status: Int32 = 0
    let opened = unsafe locale.withCString { unsafe mc_line_breaker_open($0, &status) }
    guard let opened = unsafe opened else {
      throw .unavailable(locale: locale, status: Int(status))
    }
    unsafe breaker = opened
  }

  deinit {
    unsafe mc_line_breaker_close(breaker)
  }

  /// Returns the opportunities in `text` in order; the last is its end unless the text is empty.
  public func breaks(in text: String) throws(UnicodeFailure) -> [LineBreak] {
    var text = text
    let found = text.withUTF8 { bytes in unsafe offsets(in: bytes) }
    guard let found else { throw .refused }
    return found.map { offset in
      offset < 0
        ? LineBreak(offset: Int(~offset), isMandatory: true)
        : LineBreak(offset: Int(offset), isMandatory: false)
    }
  }

  private func offsets(in bytes: UnsafeBufferPointer<UInt8>) -> [Int32]? {
    guard let length = Int32(exactly: bytes.count) else { return nil }
    guard length > 0, let start = bytes.baseAddress else { return [] }
    var count: Int32 = 0
    // A break can follow every byte at most, so that one call always suffices.
    let result = unsafe [Int32](unsafeUninitializedCapacity: bytes.count) { buffer, used in
      unsafe start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
        count = unsafe mc_line_breaks(breaker, text, length, buffer.baseAddress, length)
      }
      used = Int(max(0, count))
    }
    return count < 0 ? nil : result
  }
}

/// A place where a line may or must end.
public struct LineBreak: Sendable, Hashable {
  /// The UTF-8 offset before which the line ends.
  public var offset: Int
  /// Whether the line must end here, as after a line feed.
  public var isMandatory: Bool

  /// Creates a break before the byte at `offset`.
  public init(offset: Int, isMandatory: Bool) {
    self.offset = offset
    self.isMandatory = isMandatory
  }
}
