/// Finds the marks that Chinese and Latin share, such as “ and …, where they stand in Latin text.
///
/// Unicode gives both scripts one code point for each; in Chinese text such a mark takes its square, in Latin text its
/// Latin width (clreq #glyphs_sizes_and_positions_in_character_faces_of_punctuation_marks, w3c/clreq#534). A pair of
/// quotation marks is Latin only where neither what stands around it nor what stands inside is Chinese.
///
/// Returns their UTF-8 ranges, in order. Linear in the text; a text without such marks is walked over once, as bytes.
public func latinMarks(in text: String) -> [Range<Int>] {
  // All of them but · are spelt E2 80 …, and · is C2 B7: most cells hold neither byte.
  guard text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xC2 }) else { return [] }
  return LatinMarkSearch(text).ranges()
}

private struct LatinMarkSearch {
  /// What a character says of the language around it.
  private enum Side {
    case chinese, latin, neither
  }

  private let scalars: [Unicode.Scalar]
  private let sides: [Side]
  private let offsets: [Int]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    sides = scalars.map(LatinMarkSearch.side)
    var offset = 0
    offsets = scalars.map { scalar in
      defer { offset += UTF8.width(scalar) }
      return offset
    }
  }

  func ranges() -> [Range<Int>] {
    (quotationMarks() + dashesAndDots()).sorted().map { index in
      offsets[index]..<offsets[index] + UTF8.width(scalars[index])
    }
  }

  /// Digits, spaces and ASCII marks stand in both languages.
  private static func side(_ scalar: Unicode.Scalar) -> Side {
    switch CharacterClass(of: scalar, isWide: true) {
    case .letter: .latin
    case .ideograph, .pause, .stop: .chinese
    case .opening, .closing: isShared(scalar) ? .neither : .chinese
    default: .neither
    }
  }

  private static func isShared(_ scalar: Unicode.Scalar) -> Bool {
    (0x2018...0x201D).contains(scalar.value)
  }

  // MARK: Quotation marks

  private func quotationMarks() -> [Int] {
    var found: [Int] = []
    var open: [Int] = []
    for index in scalars.indices where LatinMarkSearch.isShared(scalars[index]) {
      if isApostrophe(index) {
        found.append(index)
      } else if scalars[index] == "“" || scalars[index] == "‘" {
        open.append(index)
      } else if let start = open.lastIndex(where: { closes(index, $0) }) {
        // What was opened inside and never closed stands alone.
        for lone in open[(start + 1)...] where isLatin(lone...lone) { found.append(lone) }
        if isLatin(open[start]...index) { found += [open[start], index] }
        open.removeSubrange(start...)
      } else if isLatin(index...index) {
        found.append(index)
      }
    }
    return found + open.filter { isLatin($0...$0) }
  }

  private func closes(_ closing: Int, _ opening: Int) -> Bool {
    scalars[closing].value == scalars[opening].value + 1
  }

  /// ’ between two letters is no quotation mark: don’t, O’Neill.
  private func isApostrophe(_ index: Int) -> Bool {
    scalars[index] == "’" && side(at: index - 1) == .latin && side(at: index + 1) == .latin
  }

  private func side(at index: Int) -> Side {
    sides.indices.contains(index) ? sides[index] : .neither
  }

  // MARK: Dashes, ellipses and dots

  private func dashesAndDots() -> [Int] {
    scalars.indices.filter { index in
      switch scalars[index] {
      // Two in a row are a Chinese mark wherever they stand.
      case "—", "…", "⋯", "―": !isDoubled(index) && isLatin(index...index)
      // A dot belongs to the two characters that it joins.
      case "·", "‧": side(at: index - 1) == .latin && side(at: index + 1) == .latin
      default: false
      }
    }
  }

  private func isDoubled(_ index: Int) -> Bool {
    let isFirst = index + 1 < scalars.count && scalars[index + 1] == scalars[index]
    return isFirst || (index > 0 && scalars[index - 1] == scalars[index])
  }

  // MARK: Surroundings

  /// Whether no Chinese is next to or inside the marks at both ends of `range`, and some Latin is.
  private func isLatin(_ range: ClosedRange<Int>) -> Bool {
    let before = sides[..<range.lowerBound].last { $0 != .neither }
    let after = sides[(range.upperBound + 1)...].first { $0 != .neither }
    let inside = sides[range]
    if before == .chinese || after == .chinese || inside.contains(.chinese) { return false }
    return before == .latin || after == .latin || inside.contains(.latin)
  }
}
