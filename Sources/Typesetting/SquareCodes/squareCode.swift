import CQREncode
public import DocumentTree

/// Returns the QR code (ISO/IEC 18004) of `text` in UTF-8, which stays readable when a seventh of it is damaged (level M).
///
/// The same text gives the same code; there is none for no text, or for more than 2,331 bytes.
public func squareCode(of text: String) -> SquareCode? {
  let bytes = Array(text.utf8)
  guard
    !bytes.isEmpty,
    let code = unsafe QRcode_encodeData(Int32(clamping: bytes.count), bytes, 0, QR_ECLEVEL_M)
  else { return nil }
  defer { unsafe QRcode_free(code) }
  let side = Int(unsafe code.pointee.width)
  // The lowest bit of a module says whether it is dark.
  let isDark = (0..<side * side).map { unsafe code.pointee.data[$0] & 1 == 1 }
  return SquareCode(side: side, bars: (0..<side).flatMap { bars(of: isDark, row: $0, side: side) })
}

/// Returns the dark stretches of a row.
private func bars(of isDark: [Bool], row: Int, side: Int) -> [SquareCode.Bar] {
  var bars: [SquareCode.Bar] = []
  for column in 0..<side where isDark[row * side + column] {
    if column > 0, isDark[row * side + column - 1] {
      bars[bars.count - 1].length += 1
    } else {
      bars.append(SquareCode.Bar(row: row, column: column, length: 1))
    }
  }
  return bars
}
