import Diagnostics

/// Text of rows and fields (RFC 4180), with the mark that separates its fields.
struct DelimitedText {
  /// The rows from the top.
  let rows: DelimitedRows

  /// Decodes the file and finds out how its fields are separated.
  init(_ bytes: [UInt8]) throws(SpreadsheetFailure) {
    let text = try TextDecoding.utf8(bytes)
    guard !text.contains(0) else { throw .foreign(.binary) }
    rows = DelimitedRows(text, separator: Self.separator(of: text))
  }

  /// The mark that stands most often outside quotes near the top; a comma when none does.
  private static func separator(of text: [UInt8]) -> UInt8 {
    let marks = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in text.prefix(1 << 16) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, let mark = marks.firstIndex(of: byte) { counts[mark] += 1 }
    }
    let best = marks.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return marks[best]
  }
}

/// The rows of delimited text from top to bottom.
struct DelimitedRows {
  private let text: [UInt8]
  private let separator: UInt8
  private var place = 0
  private var row = 0

  /// A cell of Excel holds 32,767 characters.
  private static let mostBytes = 1 << 17
  private static let quote = UInt8(ascii: "\"")

  init(_ text: [UInt8], separator: UInt8) {
    self.text = text
    self.separator = separator
  }

  /// Returns the next row, or nothing after the last.
  mutating func next() throws(SpreadsheetFailure) -> SheetRow? {
    guard place < text.count else { return nil }
    row += 1
    guard row <= CellAddress.limit.rows else {
      throw .tooLarge(part: "CSV", limit: "\(CellAddress.limit.rows)行")
    }
    var cells: [SheetCell] = []
    var column = 1
    while true {
      let field = try field()
      if !field.isEmpty { cells.append(SheetCell(column: column, value: .text(field))) }
      guard place < text.count, text[place] == separator else { break }
      place += 1
      column += 1
      guard column <= CellAddress.limit.columns else {
        throw .tooLarge(part: "第\(row)行", limit: "\(CellAddress.limit.columns)列")
      }
    }
    passLineEnd()
    return SheetRow(number: row, cells: cells)
  }

  private mutating func field() throws(SpreadsheetFailure) -> String {
    // Excel protects long numbers as ="220104…"; the sign before the quote is no part of the text.
    let isProtected =
      place + 1 < text.count && text[place] == UInt8(ascii: "=") && text[place + 1] == Self.quote
    if isProtected { place += 1 }
    guard place < text.count, text[place] == Self.quote else { return try plain() }
    return try quoted()
  }

  private mutating func plain() throws(SpreadsheetFailure) -> String {
    let start = place
    while place < text.count, text[place] != separator, !isLineEnd(text[place]) { place += 1 }
    return try string(text[start..<place])
  }

  private mutating func quoted() throws(SpreadsheetFailure) -> String {
    var bytes: [UInt8] = []
    place += 1
    while true {
      guard let end = text[place...].firstIndex(of: Self.quote) else {
        throw .damaged(part: "第\(row)行", reason: "引号没有配对，之后的内容都被当成一格")
      }
      bytes += text[place..<end]
      place = end + 1
      guard place < text.count, text[place] == Self.quote else { break }
      bytes.append(Self.quote)
      place += 1
    }
    // What follows the closing quote belongs to the field, though no writer should put it there.
    return try string(bytes[...]) + plain()
  }

  private func string(_ bytes: ArraySlice<UInt8>) throws(SpreadsheetFailure) -> String {
    guard bytes.count <= Self.mostBytes else {
      throw .tooLarge(part: "第\(row)行", limit: "一格不超过32767个字")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func passLineEnd() {
    if place < text.count, text[place] == 0x0D { place += 1 }
    if place < text.count, text[place] == 0x0A { place += 1 }
  }
}
