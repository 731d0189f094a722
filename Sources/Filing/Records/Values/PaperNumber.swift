/// Returns the number of an identity paper as it is kept and compared: half-width letters and digits, capitals, no spaces.
///
/// What holds anything but letters, digits and spaces, as the number of an unusual paper may, keeps its spaces.
func paperNumber(_ written: String) -> String {
  // Nearly all numbers are digits, perhaps with an X.
  if written.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }) {
    return written
  }
  var scalars = written.unicodeScalars.map(halfWidth)
  let isSpace: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\u{3000}" || $0 == "\u{A0}" }
  let isPlain = scalars.allSatisfy {
    isSpace($0) || ("0"..."9").contains($0) || $0.isASCII && $0.properties.isAlphabetic
  }
  if isPlain { scalars.removeAll(where: isSpace) }
  var number = String.UnicodeScalarView()
  number.append(contentsOf: scalars)
  return String(number).uppercased()
}

/// Returns the ASCII character that `scalar` is the full-width form of (U+FF01 to U+FF5E), or `scalar` itself.
public func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
  return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
}
