/// A part of GB 18030-2022 that a person may ask for: a block of Hanzi, or the letters of one script.
///
/// The standard follows Unicode 11.0; its 87,887 Hanzi are those of the blocks to Extension F at that version. Level 1
/// is what every system must support, level 2 adds 通用规范汉字表, level 3 is everything.
struct GB18030Part {
  /// The name as the operator reads it.
  var name: String
  /// The level that asks for it, from 1; nothing for the scripts beside Hanzi, which are optional.
  var level: Int?
  /// The ranges to look at; what Unicode 11.0 had not assigned in them does not count.
  var ranges: [ClosedRange<UInt32>]
  /// The Debian package that brings a face for it.
  var package: String

  /// The characters in order.
  var scalars: [Unicode.Scalar] {
    if ranges.isEmpty { return Array(commonHanziBeyondBMP.unicodeScalars) }
    return ranges.joined().compactMap(Unicode.Scalar.init).filter(\.isOfUnicode11)
  }

  /// All parts, by level and then by block.
  static let all: [GB18030Part] = [
    GB18030Part(name: "基本汉字", level: 1, ranges: [0x4E00...0x9FEF], package: cjk),
    GB18030Part(name: "扩充A", level: 1, ranges: [0x3400...0x4DB5], package: cjk),
    GB18030Part(name: "兼容区汉字", level: 1, ranges: compatible, package: cjk),
    GB18030Part(name: "通用规范汉字（其他平面）", level: 2, ranges: [], package: rare),
    GB18030Part(name: "康熙部首", level: 3, ranges: [0x2F00...0x2FD5], package: cjk),
    GB18030Part(name: "扩充B", level: 3, ranges: [0x20000...0x2A6D6], package: rare),
    GB18030Part(name: "扩充C", level: 3, ranges: [0x2A700...0x2B734], package: rare),
    GB18030Part(name: "扩充D", level: 3, ranges: [0x2B740...0x2B81D], package: rare),
    GB18030Part(name: "扩充E", level: 3, ranges: [0x2B820...0x2CEA1], package: rare),
    GB18030Part(name: "扩充F", level: 3, ranges: [0x2CEB0...0x2EBE0], package: rare),
    GB18030Part(
      name: "维吾尔文、哈萨克文、柯尔克孜文",
      ranges: [0x621...0x64A, 0x674...0x674, 0x67E...0x67E, 0x686...0x686, 0x698...0x698]
        + [0x6A9...0x6A9, 0x6AD...0x6AD, 0x6AF...0x6AF, 0x6BE...0x6BE, 0x6C6...0x6CB]
        + [0x6D0...0x6D0, 0x6D5...0x6D5],
      package: noto
    ),
    GB18030Part(name: "藏文", ranges: [0xF00...0xFDA], package: noto),
    GB18030Part(name: "蒙古文", ranges: [0x1800...0x18AA], package: noto),
    GB18030Part(name: "朝鲜文", ranges: [0x1100...0x11FF, 0xAC00...0xD7A3], package: cjk),
    GB18030Part(name: "彝文", ranges: [0xA000...0xA48C, 0xA490...0xA4C6], package: noto),
    GB18030Part(name: "傈僳文", ranges: [0xA4D0...0xA4FF], package: noto),
    GB18030Part(name: "德宏傣文", ranges: [0x1950...0x1974], package: noto),
    GB18030Part(name: "西双版纳新傣文", ranges: [0x1980...0x19DF], package: noto),
    GB18030Part(name: "西双版纳老傣文", ranges: [0x1A20...0x1AAD], package: noto),
    GB18030Part(name: "滇东北苗文", ranges: [0x16F00...0x16F9F], package: noto),
  ]

  /// The twelve unified ones of the compatibility block and the nine that GBK has beside them.
  private static let compatible: [ClosedRange<UInt32>] = [
    0xF92C...0xF92C, 0xF979...0xF979, 0xF995...0xF995, 0xF9E7...0xF9E7, 0xF9F1...0xF9F1,
    0xFA0C...0xFA0F, 0xFA11...0xFA11, 0xFA13...0xFA14, 0xFA18...0xFA18, 0xFA1F...0xFA21,
    0xFA23...0xFA24, 0xFA27...0xFA29,
  ]
  private static let cjk = "fonts-noto-cjk"
  private static let rare = "fonts-hanazono"
  private static let noto = "fonts-noto-core"
}

extension Unicode.Scalar {
  /// Whether Unicode 11.0 had assigned the character.
  fileprivate var isOfUnicode11: Bool {
    guard let age = properties.age else { return false }
    return age.major <= 11
  }
}
