extension PDFFile {
  /// The most pages and the longest content that are read for their text.
  private static let (mostPages, longestContent) = (20_000, 64 << 20)

  /// Hands the text of each page to `take`, as its content streams say it in their order, without spaces.
  ///
  /// - Throws: `unknownFilter` when a page shows text whose meaning the file does not tell.
  public func forEachPageText(_ take: (String) -> Void) throws(PDFFileFailure) {
    var maps: [PDFReference: UnicodeMap] = [:]
    for page in try pages() {
      var reading = ContentReading(maps: try fontMaps(of: page, &maps))
      for content in try contents(of: page) {
        guard reading.read(try data(content, limit: PDFFile.longestContent)) else {
          throw .unknownFilter
        }
      }
      take(reading.text.filter { !$0.isWhitespace })
    }
  }

  /// The dictionaries of the pages in order.
  private func pages() throws(PDFFileFailure) -> [[String: PDFValue]] {
    var (waiting, seen, pages) = ([PDFValue](), Set<PDFReference>(), [[String: PDFValue]]())
    if let root = try resolve(trailer().entries?["/Root"]).entries?["/Pages"] { waiting = [root] }
    while let next = waiting.popLast() {
      guard let reference = next.reference, seen.insert(reference).inserted,
        var node = try object(reference).entries
      else { continue }
      if let kids = try resolve(node["/Kids"]).elements {
        waiting += kids.reversed()
      } else {
        guard pages.count < PDFFile.mostPages else { throw .tooLong(limit: PDFFile.mostPages) }
        if node["/Resources"] == nil {
          node["/Resources"] = try resolve(node["/Parent"]).entries?["/Resources"]
        }
        pages.append(node)
      }
    }
    return pages
  }

  private func contents(of page: [String: PDFValue]) throws(PDFFileFailure) -> [PDFReference] {
    let contents = page["/Contents"]
    if let parts = try resolve(contents).elements { return parts.compactMap(\.reference) }
    return contents?.reference.map { [$0] } ?? []
  }

  /// What the fonts of a page mean, by their names; a font that says nothing means nothing.
  private func fontMaps(
    of page: [String: PDFValue],
    _ known: inout [PDFReference: UnicodeMap]
  ) throws(PDFFileFailure) -> [String: UnicodeMap] {
    let resources = try resolve(page["/Resources"]).entries
    var maps: [String: UnicodeMap] = [:]
    for (name, font) in try resolve(resources?["/Font"]).entries ?? [:] {
      guard let map = try resolve(font).entries?["/ToUnicode"]?.reference else { continue }
      if known[map] == nil {
        known[map] = UnicodeMap(try data(map, limit: PDFFile.longestContent))
      }
      maps[String(name.dropFirst())] = known[map]
    }
    return maps
  }
}

/// The reading of one page.
private struct ContentReading {
  let maps: [String: UnicodeMap]
  private(set) var text = ""
  private var font: UnicodeMap?
  /// For each span of marked content that is open, whether it says its text itself.
  private var spans: [Bool] = []

  init(maps: [String: UnicodeMap]) {
    self.maps = maps
  }

  /// Reads a content stream; says whether all text in it could be understood.
  mutating func read(_ content: [UInt8]) -> Bool {
    var scanner = ContentScanner(content)
    var operands: [ContentScanner.Piece] = []
    while let piece = scanner.next() {
      guard case .word(let word) = piece, !isNumber(word) else {
        operands.append(piece)
        continue
      }
      switch word {
      case "Tf": font = lastName(operands).flatMap { maps[$0] }
      case "Tj", "TJ", "'", "\"": guard show(operands) else { return false }
      case "BDC", "BMC": open(operands)
      case "EMC": _ = spans.popLast()
      case "ID": scanner.skipImage()
      default: break
      }
      operands = []
    }
    return true
  }

  private func isNumber(_ word: String) -> Bool {
    word.utf8.allSatisfy { (0x2B...0x39).contains($0) }
  }

  private func lastName(_ operands: [ContentScanner.Piece]) -> String? {
    for case .name(let name) in operands.reversed() { return name }
    return nil
  }

  private mutating func show(_ operands: [ContentScanner.Piece]) -> Bool {
    guard !spans.contains(true) else { return true }
    for case .string(let codes) in operands {
      guard let part = font?.text(of: codes) else { return false }
      text += part
    }
    return true
  }

  /// Begins marked content; what its dictionary says stands for what it shows (ISO 32000-1 §14.9.4).
  private mutating func open(_ operands: [ContentScanner.Piece]) {
    var says = false
    for (key, value) in zip(operands, operands.dropFirst()) {
      guard key == .name("ActualText"), case .string(let bytes) = value else { continue }
      if !spans.contains(true) { text += utf16Text(bytes) }
      says = true
    }
    spans.append(says)
  }
}
