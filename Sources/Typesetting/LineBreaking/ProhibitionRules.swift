/// Which characters may not start or end a line, and which may not be torn apart, beyond what ICU knows.
///
/// The level is clreq's strict one (clreq #prohibition_rules_for_line_start_end): dashes and ellipses do not
/// start a line either.
enum ProhibitionRules {
  /// Returns whether a line may not start with `scalar`.
  static func forbidsStart(_ scalar: Unicode.Scalar) -> Bool {
    startForbidden.contains(scalar.value)
  }

  /// Returns whether a line may not end with `scalar`.
  static func forbidsEnd(_ scalar: Unicode.Scalar) -> Bool { endForbidden.contains(scalar.value) }

  /// Returns whether `scalar` is a unit that stays with the number before it.
  static func isUnit(_ scalar: Unicode.Scalar) -> Bool { units.contains(scalar.value) }

  /// Returns whether `scalar` is a number written in Chinese.
  static func isChineseNumeral(_ scalar: Unicode.Scalar) -> Bool {
    numerals.contains(scalar.value)
  }

  /// Returns whether `scalar` closes an ordinal that starts with 第.
  static func isOrdinalUnit(_ scalar: Unicode.Scalar) -> Bool {
    ordinalUnits.contains(scalar.value)
  }

  private static func set(_ characters: String) -> Set<UInt32> {
    Set(characters.unicodeScalars.map(\.value))
  }

  private static let startForbidden = set(
    "，、。．；：？！）》〉」』】〕〗｝］”’〙〛＞｠｡…⋯—―～·・‧•∙％‰℃℉°%,.;:?!)]}»›々ーゝゞヽヾ／"
  )
  private static let endForbidden = set("（《〈「『【〔〖｛［“‘〘〚＜｟([{«‹¥$£€￥＄￡№＃#□☐☑☒")
  private static let units = set("年月日小时分秒号元角万亿千百个名人位岁天周条款项次倍户份页期度米克吨届批")
  private static let numerals = set("〇零一二三四五六七八九十百千两")
  private static let ordinalUnits = set("条款项章节号页次期届批季")
}
