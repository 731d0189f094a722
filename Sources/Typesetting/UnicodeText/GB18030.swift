import CUnicode

/// What became of bytes in GB 18030.
public enum GB18030Outcome: Sendable {
  /// The text in UTF-8.
  case text([UInt8])
  /// The bytes are no such text; near this offset they first go wrong.
  case refused(offset: Int)
}

/// Returns text in GB 18030, which holds GBK and GB 2312, as UTF-8.
public func decodeGB18030(_ bytes: [UInt8]) -> GB18030Outcome {
  // Two bytes become at most three, four at most four.
  guard let length = Int32(exactly: bytes.count), let room = Int32(exactly: bytes.count * 2 + 16)
  else { return .refused(offset: 0) }
  var offset: Int32 = 0
  var written: Int32 = 0
  let text = unsafe [UInt8](unsafeUninitializedCapacity: Int(room)) { buffer, used in
    unsafe bytes.withUnsafeBytes { source in
      written = unsafe mc_gb18030_to_utf8(
        source.baseAddress?.assumingMemoryBound(to: CChar.self),
        length,
        UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self),
        room,
        &offset
      )
    }
    used = Int(max(0, min(written, room)))
  }
  return written < 0 ? .refused(offset: Int(offset)) : .text(text)
}
