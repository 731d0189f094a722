/// Judges the fonts of a file by what its pages show of them.
struct FontJudge {
  private(set) var breaches: [Breach] = []
  private let file: ArchivalFile

  init(_ file: ArchivalFile, _ walks: [PageWalk]) {
    self.file = file
    var (shown, mute): ([Int: Set<Int>], [Int: Set<Int>]) = ([:], [:])
    for walk in walks {
      let resources = file.resolved(walk.page.entries["Resources"])?.dictionary
      let fonts = file.resolved(resources?["Font"])?.dictionary ?? [:]
      for (name, codes) in walk.shown {
        guard let font = fonts[name]?.reference else { continue }
        shown[font, default: []].formUnion(codes)
        mute[font, default: []].formUnion(walk.mute[name] ?? [])
      }
    }
    for (font, codes) in shown.sorted(by: { $0.key < $1.key }) {
      judge(font, codes.subtracting([0]), mute: mute[font] ?? [])
    }
  }

  private mutating func breach(_ clause: ArchivalClause, _ font: Int, _ words: String) {
    breaches.append(Breach(clause, "font \(font): \(words)"))
  }

  private mutating func judge(_ number: Int, _ codes: Set<Int>, mute: Set<Int>) {
    let font = file.objects[number]?.dictionary ?? [:]
    if font["Encoding"]?.name != "Identity-H" {
      breach(.encoding, number, "\(font["Encoding"], default: "none")")
    }
    let texts = UnicodeTexts(file.stream(font["ToUnicode"]) ?? [])
    let wordless = codes.filter { !texts.isUsable($0) }
    if let code = wordless.min() { breach(.texts, number, "\(code) has none of \(wordless.count)") }
    if let code = mute.filter({ texts.isPrivate($0) }).min() {
      breach(.privateUse, number, "\(code)")
    }
    let descendants = file.resolved(font["DescendantFonts"])?.array
    guard let descendant = file.resolved(descendants?.first)?.dictionary,
      let descriptor = file.resolved(descendant["FontDescriptor"])?.dictionary,
      let program = file.stream(descriptor["FontFile2"] ?? descriptor["FontFile3"]),
      let outlines = OutlineReader(program)
    else { return breach(.embedding, number, "no program") }
    let isTrueType = descendant["Subtype"]?.name == "CIDFontType2"
    guard let glyphs = glyphs(of: codes, isTrueType ? descendant["CIDToGIDMap"] : .name("Identity"))
    else { return breach(.glyphNumbers, number, "no map") }
    compare(codes, glyphs, outlines, DictionaryWidths(descendant), number)
  }

  /// Returns the number by which the program knows each code.
  private func glyphs(of codes: Set<Int>, _ map: Thing?) -> [Int: Int]? {
    if map?.name == "Identity" { return Dictionary(uniqueKeysWithValues: codes.map { ($0, $0) }) }
    guard let bytes = file.stream(map) else { return nil }
    let pairs = codes.filter { $0 * 2 + 1 < bytes.count }.map { code in
      (code, Int(bytes[code * 2]) << 8 | Int(bytes[code * 2 + 1]))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private mutating func compare(
    _ codes: Set<Int>,
    _ glyphs: [Int: Int],
    _ program: OutlineReader,
    _ widths: DictionaryWidths,
    _ number: Int
  ) {
    let outlines = program.outlines(ofCIDs: Set(glyphs.values))
    for code in codes.sorted() {
      guard let glyph = glyphs[code], glyph != 0, let outline = outlines[glyph] else {
        breach(.glyphs, number, "\(code) is not in the program")
        continue
      }
      let width = Double(outline.advance) * 1000 / Double(max(program.unitsPerEm, 1))
      if abs(width - widths[code]) > 1 {
        breach(.widths, number, "\(code) is \(width) wide, not \(widths[code])")
      }
    }
  }
}

/// The widths of a CIDFont (ISO 32000-1 §9.7.4.3).
private struct DictionaryWidths {
  private var widths: [Int: Double] = [:]
  private let standard: Double

  init(_ font: [String: Thing]) {
    standard = font["DW"]?.number ?? 1000
    var rest = (font["W"]?.array ?? [])[...]
    while let first = rest.popFirst()?.integer, let second = rest.popFirst() {
      if let list = second.array {
        for (offset, width) in list.enumerated() { widths[first + offset] = width.number }
      } else if let last = second.integer, let width = rest.popFirst()?.number, first <= last {
        for code in first...last { widths[code] = width }
      }
    }
  }

  subscript(code: Int) -> Double { widths[code] ?? standard }
}

/// The texts of a font's codes (ISO 32000-1 §9.10.3).
private struct UnicodeTexts {
  private var texts: [Int: [UInt16]] = [:]

  init(_ map: [UInt8]) {
    var scanner = Scanner(map, at: 0)
    var operands: [Thing] = []
    while !scanner.isAtEnd, let token = try? scanner.token() {
      guard case .word(let word) = token else {
        operands.append(token)
        continue
      }
      if word == "endbfchar" { addPairs(operands) }
      if word == "endbfrange" { addRanges(operands) }
      operands = []
    }
  }

  private mutating func addPairs(_ operands: [Thing]) {
    for index in stride(from: 0, to: operands.count - 1, by: 2) {
      guard let code = operands[index].units?.first else { continue }
      texts[Int(code)] = operands[index + 1].units
    }
  }

  private mutating func addRanges(_ operands: [Thing]) {
    for index in stride(from: 0, to: operands.count - 2, by: 3) {
      guard let first = operands[index].units?.first, let last = operands[index + 1].units?.first,
        first <= last
      else { continue }
      for code in first...last {
        let offset = Int(code - first)
        if let list = operands[index + 2].array {
          texts[Int(code)] = offset < list.count ? list[offset].units : nil
        } else if var units = operands[index + 2].units, let unit = units.popLast() {
          texts[Int(code)] = units + [unit &+ UInt16(offset)]
        }
      }
    }
  }

  /// Whether a code has a text that is one (ISO 14289-1 §7.21.7).
  func isUsable(_ code: Int) -> Bool {
    guard let units = texts[code], !units.isEmpty else { return false }
    return !units.contains { [0, 0xFEFF, 0xFFFE].contains($0) }
  }

  /// Whether the text of a code is private use.
  func isPrivate(_ code: Int) -> Bool {
    String(decoding: texts[code] ?? [], as: UTF16.self).unicodeScalars.contains {
      $0.properties.generalCategory == .privateUse
    }
  }
}

extension Thing {
  /// The units of a string in UTF-16BE.
  fileprivate var units: [UInt16]? {
    guard case .string(let bytes) = self else { return nil }
    return stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
  }
}
