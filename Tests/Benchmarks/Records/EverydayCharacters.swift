import Glibc

/// The everyday characters of simplified Chinese: the first level of GB/T 2312, 3,755 in number.
enum EverydayCharacters {
  /// The characters in the order of the standard, which is that of their sounds.
  static let all: [Character] = {
    // Rows 16 to 55; in EUC both bytes of a character lie 0xA0 above its row and cell. Row 55 ends five cells early.
    var encoded: [UInt8] = []
    for row in 16...55 {
      for cell in 1...(row == 55 ? 89 : 94) { encoded += [UInt8(row + 0xA0), UInt8(cell + 0xA0)] }
    }
    let characters = Array(converted(encoded))
    precondition(characters.count == 3755, "the C library converts GB2312")
    return characters
  }()

  private static func converted(_ encoded: [UInt8]) -> String {
    let converter = unsafe iconv_open("UTF-8", "GB2312")
    defer { unsafe _ = iconv_close(converter) }
    var encoded = encoded.map { CChar(bitPattern: $0) }
    var decoded = [CChar](repeating: 0, count: encoded.count * 2)
    var (encodedLeft, decodedLeft) = (encoded.count, decoded.count)
    unsafe encoded.withUnsafeMutableBufferPointer { source in
      unsafe decoded.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        unsafe _ = iconv(converter, &from, &encodedLeft, &to, &decodedLeft)
      }
    }
    let bytes = decoded.dropLast(decodedLeft).map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
