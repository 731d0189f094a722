/// Finds what a reader takes in at once, and keeps it on one line: numbers with their units, dates, articles of law.
///
/// A place inside such a phrase becomes an emergency, used only where a line cannot hold the phrase
/// (clreq #h-digits_and_their_prefix_and_suffix, and the way of printing forms and statutes).
struct KeptPhrases {
  private let scalars: [Unicode.Scalar]
  private let classes: [CharacterClass]

  /// Creates the finder over the first character and the class of each cluster.
  init(scalars: [Unicode.Scalar], classes: [CharacterClass]) {
    self.scalars = scalars
    self.classes = classes
  }

  /// Worsens the line ends that would tear a phrase.
  func keep(_ ends: inout [LineEnd]) {
    for index in ends.indices.dropLast() {
      if isNumber(index) { keepUnit(from: index + 1, &ends) }
      if isTorn(after: index) {
        raise(&ends[index], to: .emergency)
      } else if isDiscouraged(after: index) {
        raise(&ends[index], to: .discouraged)
      }
      if scalars[index] == "第", classes[index] == .ideograph { keepOrdinal(from: index, &ends) }
      if startsChineseNumber(index) { keepChineseNumber(from: index, &ends) }
    }
  }

  private func raise(_ end: inout LineEnd, to least: LineEnd) {
    if end != .forced { end = max(end, least) }
  }

  // MARK: Digits

  /// Whether 5,500 元 would lose its unit, or 3月1日 or 小时 be torn in the middle.
  private func isTorn(after index: Int) -> Bool {
    if classes[index] == .space, isNumberBeforeSpace(index) { return isUnitAfterSpace(index + 1) }
    if scalars[index] == "小", scalars[index + 1] == "时" { return true }
    return scalars[index] == "月" && isDatePart(index)
  }

  /// Keeps the unit at `start` with the number before it, and whole: 5元, 30个工作日, 120平方米.
  private func keepUnit(from start: Int, _ ends: inout [LineEnd]) {
    guard start < classes.count, classes[start] == .ideograph else { return }
    for index in (start - 1)..<(start + unitLength(at: start) - 1) {
      raise(&ends[index], to: .emergency)
    }
  }

  /// How many characters the unit at `start` has: 0 when none stands there.
  private func unitLength(at start: Int) -> Int {
    let word = Self.longUnits.first { word in
      scalars.count - start >= word.count && zip(word, scalars[start...]).allSatisfy(==)
    }
    return word?.count ?? (isUnit(start) ? 1 : 0)
  }

  /// Whether a date would be torn between its parts, or a title after its first character.
  private func isDiscouraged(after index: Int) -> Bool {
    if scalars[index] == "年" { return isDatePart(index) }
    return index > 0 && classes[index] == .ideograph && isTitleStart(scalars[index - 1])
  }

  /// 《 with one character at the end of a line reads as a slip.
  private func isTitleStart(_ scalar: Unicode.Scalar) -> Bool { scalar == "《" || scalar == "〈" }

  private func isDatePart(_ index: Int) -> Bool {
    index > 0 && isNumber(index - 1) && isNumber(index + 1)
  }

  private func isNumber(_ index: Int) -> Bool {
    classes[index] == .digit || classes[index] == .object
  }

  private func isNumberBeforeSpace(_ index: Int) -> Bool { index > 0 && isNumber(index - 1) }

  private func isUnitAfterSpace(_ index: Int) -> Bool {
    classes[index] == .postfix || (classes[index] == .ideograph && isUnit(index))
  }

  private func isUnit(_ index: Int) -> Bool { Self.units.contains(scalars[index].value) }

  // MARK: Ordinals

  /// Keeps 第三十七条, 第12条, 第（一）项 and 第三十七条第（一）项 whole; between two ordinals rather no line ends.
  private func keepOrdinal(from start: Int, _ ends: inout [LineEnd]) {
    guard let end = endOfOrdinal(from: start) else { return }
    for index in start..<end { raise(&ends[index], to: .emergency) }
    if end + 1 < scalars.count, scalars[end + 1] == "第" { raise(&ends[end], to: .discouraged) }
  }

  /// Returns the last character of the ordinal that starts with 第.
  private func endOfOrdinal(from start: Int) -> Int? {
    var end = start + 1
    let isBracketed = end < scalars.count && (scalars[end] == "（" || scalars[end] == "(")
    if isBracketed { end += 1 }
    let first = end
    while end < scalars.count, isNumeral(end), end - start < 14 { end += 1 }
    guard end > first else { return nil }
    if isBracketed {
      guard end < scalars.count, scalars[end] == "）" || scalars[end] == ")" else { return nil }
      end += 1
    }
    let closes = end < scalars.count && Self.ordinalUnits.contains(scalars[end].value)
    return closes ? end : end - 1
  }

  private func isNumeral(_ index: Int) -> Bool {
    classes[index] == .digit || classes[index] == .object || isChineseNumeral(index)
  }

  // MARK: Numbers in Chinese

  private func isChineseNumeral(_ index: Int) -> Bool {
    Self.numerals.contains(scalars[index].value)
  }

  private func startsChineseNumber(_ index: Int) -> Bool {
    isChineseNumeral(index) && (index == 0 || !isChineseNumeral(index - 1))
  }

  /// Keeps 十五日, 二〇二六年 and 三月一日 whole; a date is torn after its year, and better not there.
  private func keepChineseNumber(from start: Int, _ ends: inout [LineEnd]) {
    var end = start
    while end < scalars.count, isChineseNumeral(end), end - start < 12 { end += 1 }
    guard end < scalars.count, isUnit(end) else { return }
    for index in start..<end { raise(&ends[index], to: .emergency) }
    keepUnit(from: end, &ends)
    guard end + 1 < scalars.count, isChineseNumeral(end + 1) else { return }
    if scalars[end] == "月" { raise(&ends[end], to: .emergency) }
    if scalars[end] == "年" { raise(&ends[end], to: .discouraged) }
  }

  private static func set(_ characters: String) -> Set<UInt32> {
    Set(characters.unicodeScalars.map(\.value))
  }

  private static let units = set("年月日小时分秒号元角万亿千百个名人位岁天周条款项次倍户份页期度米克吨届批")
  /// Units of several characters, longer ones before their beginnings.
  private static let longUnits: [[Unicode.Scalar]] = [
    "个工作日", "平方公里", "工作日", "平方米", "立方米", "个百分点", "万美元", "个月", "周岁", "万元", "亿元", "美元",
    "公里", "公斤", "公顷", "千克", "毫米", "厘米", "小时", "分钟", "年度", "学时", "课时", "人次",
  ].map { Array($0.unicodeScalars) }
  private static let numerals = set("〇零一二三四五六七八九十百千万两")
  private static let ordinalUnits = set("条款项章节号页次期届批季")
}
