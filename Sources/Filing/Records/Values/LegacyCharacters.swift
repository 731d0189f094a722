/// Characters that GB 18030-2000 parked in the private use area and Unicode has since encoded.
///
/// Old systems still export them; they look right with old fonts only. The 24 mappings are those of
/// GB 18030-2005 and GB 18030-2022, annex D.
enum LegacyCharacters {
  private static let encoded: [UInt32: UInt32] = [
    0xE78D: 0xFE10, 0xE78E: 0xFE12, 0xE78F: 0xFE11, 0xE790: 0xFE13, 0xE791: 0xFE14,
    0xE792: 0xFE15, 0xE793: 0xFE16, 0xE794: 0xFE17, 0xE795: 0xFE18, 0xE796: 0xFE19,
    0xE816: 0x20087, 0xE817: 0x20089, 0xE818: 0x200CC, 0xE81E: 0x9FB4, 0xE826: 0x9FB5,
    0xE82B: 0x9FB6, 0xE82C: 0x9FB7, 0xE831: 0x215D7, 0xE832: 0x9FB8, 0xE83B: 0x2298F,
    0xE843: 0x9FB9, 0xE854: 0x9FBA, 0xE855: 0x241FE, 0xE864: 0x9FBB,
  ]

  /// Returns the character Unicode has for `scalar`, or nothing when it is no such leftover.
  static func encoded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    encoded[scalar.value].flatMap { Unicode.Scalar($0) }
  }
}
