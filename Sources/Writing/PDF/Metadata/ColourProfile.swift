/// The profile of the colours that pages use (ICC.1:2004-10, a display profile of three matrix rows and one curve).
enum ColourProfile {
  /// sRGB as IEC 61966-2-1 defines it, its primaries adapted to D50 by the Bradford method (ICC.1 annex E).
  static let sRGB: [UInt8] = {
    let curve = parametricCurve
    let tags: [(name: String, data: [UInt8])] = [
      ("desc", text("sRGB IEC61966-2.1")),
      ("cprt", text("No copyright, use freely")),
      ("wtpt", xyz(0.9642, 1.0, 0.8249)),
      (
        "chad",
        fixed("sf32", [1.0478, 0.0229, -0.0501, 0.0295, 0.9905, -0.0171, -0.0092, 0.0151, 0.7517])
      ),
      ("rXYZ", xyz(0.4360, 0.2225, 0.0139)),
      ("gXYZ", xyz(0.3851, 0.7169, 0.0971)),
      ("bXYZ", xyz(0.1431, 0.0606, 0.7139)),
      ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
    ]
    return profile(of: tags)
  }()

  /// The header (§7.2), the table of tags (§7.3) and their data; equal data are written once.
  private static func profile(of tags: [(name: String, data: [UInt8])]) -> [UInt8] {
    var table = number(tags.count)
    var data: [UInt8] = []
    var places: [[UInt8]: Int] = [:]
    let start = 128 + 4 + 12 * tags.count
    for tag in tags {
      if places[tag.data] == nil {
        places[tag.data] = start + data.count
        data += tag.data + [UInt8](repeating: 0, count: -tag.data.count & 3)
      }
      table += Array(tag.name.utf8) + number(places[tag.data] ?? 0) + number(tag.data.count)
    }
    return header(size: start + data.count) + table + data
  }

  private static func header(size: Int) -> [UInt8] {
    var header = number(size)
    header += [0, 0, 0, 0]  // no preferred module
    header += [0x04, 0x20, 0, 0]  // version 4.2
    header += Array("mntrRGB XYZ ".utf8)
    header += [2026, 1, 1, 0, 0, 0].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    header += Array("acsp".utf8)
    header += [UInt8](repeating: 0, count: 68 - header.count)
    header += numbers([0.9642, 1.0, 0.8249])  // the white of the connection space
    return header + [UInt8](repeating: 0, count: 128 - header.count)
  }

  /// The curve of sRGB: a power of 2.4 above a straight piece (§10.15, function type 3).
  private static var parametricCurve: [UInt8] {
    let parameters = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]
    return Array("para".utf8) + [0, 0, 0, 0, 0, 3, 0, 0] + numbers(parameters)
  }

  /// A text in one language (§10.13).
  private static func text(_ text: String) -> [UInt8] {
    let letters = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    return Array("mluc".utf8) + [0, 0, 0, 0] + number(1) + number(12) + Array("enUS".utf8)
      + number(letters.count) + number(28) + letters
  }

  private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    fixed("XYZ ", [x, y, z])
  }

  private static func fixed(_ type: String, _ values: [Double]) -> [UInt8] {
    Array(type.utf8) + [0, 0, 0, 0] + numbers(values)
  }

  /// Numbers with sixteen binary places (§4.6).
  private static func numbers(_ values: [Double]) -> [UInt8] {
    values.flatMap { number(Int(($0 * 65536).rounded())) }
  }

  private static func number(_ value: Int) -> [UInt8] {
    (0..<4).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
