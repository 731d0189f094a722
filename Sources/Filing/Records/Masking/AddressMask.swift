/// Hides where a person lives, but for province, city and county.
enum AddressMask {
  /// The ends of the names of provinces, of cities and of counties.
  private static let ends: [[String]] = [
    ["特别行政区", "自治区", "省"], ["自治州", "地区", "市", "盟"],
    ["自治县", "自治旗", "林区", "县", "旗", "区", "市"],
  ]

  /// Words that end like a city or a county and are none.
  private static let others = ["小区", "社区", "园区", "校区", "厂区", "库区", "景区", "片区", "院区"]

  /// The longest name, 双江拉祜族佤族布朗族傣族自治县, has fifteen characters.
  private static let longest = 15

  /// Returns `address` up to its county, with stars in place of the rest; nothing but stars where no county, city or
  /// province can be made out.
  static func masked(_ address: String) -> String {
    guard !address.isEmpty else { return "" }
    var rest = Substring(address)
    for level in ends.indices {
      if let end = nameEnd(of: rest, level) { rest = rest[end...] }
    }
    return address[..<rest.startIndex] + "****"
  }

  /// Returns where the name ends that `text` begins with, when it is one of the level.
  private static func nameEnd(of text: Substring, _ level: Int) -> String.Index? {
    var name = ""
    var index = text.startIndex
    while index < text.endIndex, name.count < longest {
      name.append(text[index])
      index = text.index(after: index)
      guard name.count > 1 else { continue }
      if isOfStreet(name) { return nil }
      if ends[level].contains(where: name.hasSuffix) {
        return isOther(name, before: text[index...]) ? nil : index
      }
      // No province stands behind a city, and no city behind a county.
      if ends[(level + 1)...].joined().contains(where: name.hasSuffix) { return nil }
    }
    return nil
  }

  private static func isOther(_ name: String, before rest: Substring) -> Bool {
    // 市场 and 市政 are no cities; single signs such as A区 and 三区 are parts of an estate.
    rest.hasPrefix("场") || rest.hasPrefix("政") || others.contains(where: name.hasSuffix)
      || (name.count == 2 && name.last == "区" && "ABCDEFG一二三四五六七八九十".contains(name.prefix(1)))
  }

  /// Whether a street, a village or a house begins; names such as 路北区 and 鼓楼区 have its sign further ahead.
  private static func isOfStreet(_ name: String) -> Bool {
    guard let last = name.last else { return false }
    if NumberMask.isDigit(last) || last == "号" { return true }
    return name.count > 2 && "路街巷村屯栋楼室弄幢".contains(last)
  }
}
