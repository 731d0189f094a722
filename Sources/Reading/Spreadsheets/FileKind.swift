/// What the first bytes of a file say it is.
enum FileKind {
  case workbook
  case text

  /// Looks at the first bytes; anything but a workbook or text is refused with a word on what it is.
  init(_ bytes: [UInt8]) throws(SpreadsheetFailure) {
    let head = bytes.prefix(1024)
    if head.isEmpty { throw .foreign(.empty) }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .workbook
      return
    }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      // The names of streams stand in the container's directory in UTF-16 (MS-OFFCRYPTO 2.3.4.4).
      let stream: [UInt8] = "EncryptedPackage".utf8.reduce(into: []) { $0 += [$1, 0] }
      throw .foreign(bytes.firstRange(of: stream) == nil ? .oldExcel : .encrypted)
    }
    if head.starts(with: "%PDF-".utf8) { throw .foreign(.pdf) }
    let word = String(decoding: head.drop { $0 <= 0x20 || $0 >= 0x80 }.prefix(16), as: UTF8.self)
      .lowercased()
    if ["<html", "<!doctype", "<table", "<?xml", "<meta"].contains(where: word.hasPrefix) {
      throw .foreign(.webPage)
    }
    let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    if !isWide, head.contains(0) { throw .foreign(.binary) }
    self = .text
  }
}
