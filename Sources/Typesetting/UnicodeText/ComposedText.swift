import CUnicode

/// Returns `text` in normalisation form C (UAX #15), which rosters and look-ups compare.
public func composed(_ text: String) throws(UnicodeFailure) -> String {
  // Every text of one-byte characters is its own composed form.
  guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
  var text = text
  let result = text.withUTF8 { bytes in unsafe composedBytes(of: bytes) }
  guard let result else { throw .refused }
  return String(decoding: result, as: UTF8.self)
}

private func composedBytes(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
  // Three bytes for one are the most that composition needs in UTF-8 (UAX #15, table 8).
  guard let length = Int32(exactly: bytes.count), let room = Int32(exactly: bytes.count * 3) else {
    return nil
  }
  var written: Int32 = 0
  let result = unsafe [UInt8](unsafeUninitializedCapacity: Int(room)) { buffer, used in
    unsafe bytes.withMemoryRebound(to: CChar.self) { source in
      unsafe buffer.withMemoryRebound(to: CChar.self) { target in
        written = unsafe mc_compose(source.baseAddress, length, target.baseAddress, room)
      }
    }
    used = Int(max(0, min(written, room)))
  }
  return written < 0 || written > room ? nil : result
}
