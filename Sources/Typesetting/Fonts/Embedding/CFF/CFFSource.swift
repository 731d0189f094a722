/// Where the parts of a font's CFF table stand (Adobe TN #5176).
struct CFFSource {
  /// One of the fonts that a CID-keyed font consists of (TN #5176 §18); a name-keyed font is one by itself.
  struct Part {
    /// Its own entries; none in a name-keyed font.
    var font: CFFDict
    /// What its charstrings take for granted.
    var privateDict: CFFDict
    /// The subroutines of its charstrings.
    var subroutines: CFFIndex
    /// Its name, if it has one.
    var name: [UInt8]?
  }

  /// The facts of the whole font.
  let top: CFFDict
  /// The charstrings by glyph.
  let charstrings: CFFIndex
  /// The subroutines of all charstrings.
  let subroutines: CFFIndex
  /// The fonts that this one consists of.
  let parts: [Part]
  private let select: Int?
  private let strings: CFFIndex

  /// The number of strings that every font knows without listing them (TN #5176 appendix A).
  private static let standardStrings = 391

  /// Reads the dictionaries of `table`; returns nothing when it is damaged or of another version.
  init?(_ table: Span<UInt8>) {
    guard table.number(at: 0, size: 1) == 1, let head = table.number(at: 2, size: 1),
      let names = CFFIndex(at: head, of: table),
      let tops = CFFIndex(at: names.end, of: table),
      let strings = CFFIndex(at: tops.end, of: table),
      let subroutines = CFFIndex(at: strings.end, of: table),
      let top = tops.range(of: 0, in: table).flatMap({ CFFDict($0, of: table) }),
      let start = top.integers(.charStrings)?.first,
      let charstrings = CFFIndex(at: start, of: table),
      top.integers(.charstringType) ?? [2] == [2]
    else { return nil }
    (self.top, self.charstrings) = (top, charstrings)
    (self.strings, self.subroutines) = (strings, subroutines)
    select = top.integers(.fontSelect)?.first
    guard let parts = CFFSource.parts(of: top, strings, table) else { return nil }
    self.parts = parts
  }

  private static func parts(
    of top: CFFDict,
    _ strings: CFFIndex,
    _ table: Span<UInt8>
  ) -> [Part]? {
    guard top.holds(.registry) else {
      return part(.empty, privateFacts: top, strings, table).map { [$0] }
    }
    guard let start = top.integers(.fontArray)?.first,
      let array = CFFIndex(at: start, of: table), (1...256).contains(array.count)
    else { return nil }
    var parts: [Part] = []
    for number in 0..<array.count {
      guard let font = array.range(of: number, in: table).flatMap({ CFFDict($0, of: table) }),
        let part = part(font, privateFacts: font, strings, table)
      else { return nil }
      parts.append(part)
    }
    return parts
  }

  /// Reads the private dictionary that `privateFacts` names, and the subroutines that it names in turn.
  private static func part(
    _ font: CFFDict,
    privateFacts: CFFDict,
    _ strings: CFFIndex,
    _ table: Span<UInt8>
  ) -> Part? {
    guard let place = privateFacts.integers(.privateDict), place.count == 2, place[0] >= 0,
      place[1] >= 0, let privateDict = CFFDict(place[1]..<place[1] + place[0], of: table)
    else { return nil }
    var subroutines = CFFIndex.empty
    if let offset = privateDict.integers(.subroutines)?.first {
      guard let index = CFFIndex(at: place[1] + offset, of: table) else { return nil }
      subroutines = index
    }
    let number = font.integers(.fontName)?.first.map { $0 - standardStrings }
    let name = number.flatMap { strings.range(of: $0, in: table) }.flatMap { table.copy($0) }
    return Part(font: font, privateDict: privateDict, subroutines: subroutines, name: name)
  }

  /// Whether the CID of every glyph is its number, as in fonts that were made for CIDs (TN #5176 §13).
  ///
  /// Only charsets of ranges are looked at; one that lists every glyph is left to others.
  func numbersItsGlyphs(in table: Span<UInt8>) -> Bool {
    guard top.holds(.registry), let charset = top.integers(.charset)?.first,
      let format = table.number(at: charset, size: 1), format == 1 || format == 2
    else { return false }
    // Glyph 0 is CID 0 without being listed.
    var (place, next) = (charset + 1, 1)
    while next < charstrings.count {
      guard table.number(at: place, size: 2) == next,
        let others = table.number(at: place + 2, size: format)
      else { return false }
      next += others + 1
      place += 2 + format
    }
    return true
  }

  /// Returns which part `glyph` belongs to (TN #5176 §19), or nothing when that is damaged.
  func part(of glyph: Int, in table: Span<UInt8>) -> Int? {
    guard let select else { return parts.count == 1 ? 0 : nil }
    let part: Int?
    switch table.number(at: select, size: 1) {
    case 0: part = table.number(at: select + 1 + glyph, size: 1)
    case 3: part = rangedPart(of: glyph, in: table, at: select + 1)
    default: part = nil
    }
    return part.flatMap { parts.indices.contains($0) ? $0 : nil }
  }

  /// Returns the part that the last range beginning at or before `glyph` names.
  private func rangedPart(of glyph: Int, in table: Span<UInt8>, at start: Int) -> Int? {
    guard let count = table.number(at: start, size: 2) else { return nil }
    var (low, high) = (0, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      guard let first = table.number(at: start + 2 + 3 * middle, size: 2) else { return nil }
      if first <= glyph { low = middle } else { high = middle }
    }
    return table.number(at: start + 4 + 3 * low, size: 1)
  }
}
