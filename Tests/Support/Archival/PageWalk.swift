/// What the content of a page does, operator by operator.
struct PageWalk {
  /// What marked content is.
  private enum Frame: Hashable {
    case artifact
    case content(Int)
    /// A span within content; whether it says what its glyphs mean.
    case span(speaks: Bool)
  }

  let page: ArchivalFile.Page
  private(set) var breaches: [Breach] = []
  /// The codes that are shown, by the resource name of their font.
  private(set) var shown: [String: Set<Int>] = [:]
  /// The codes that are shown without their text beside them.
  private(set) var mute: [String: Set<Int>] = [:]
  /// The numbers of the content, in the order of the page.
  private(set) var contents: [Int] = []
  private var frames: [Frame] = []
  private var fonts: [String?] = [nil]
  private var fontNames: Set<String> = []

  init(of page: ArchivalFile.Page, in file: ArchivalFile) {
    self.page = page
    let resources = file.resolved(page.entries["Resources"])?.dictionary
    if resources == nil { breaches.append(Breach(.resources, "page \(page.number) has none")) }
    fontNames = Set(file.resolved(resources?["Font"])?.dictionary?.keys.map { $0 } ?? [])
    let parts = page.entries["Contents"].map { file.resolved($0)?.array ?? [$0] } ?? []
    let content = parts.compactMap { file.stream($0) }.joined(separator: [UInt8(ascii: "\n")])
    do { try walk(Array(content)) } catch { breach(.operators, "\(error)") }
    if !frames.isEmpty || fonts.count != 1 { breach(.operators, "something stays open") }
  }

  private mutating func breach(_ clause: ArchivalClause, _ words: String) {
    let breach = Breach(clause, "page \(page.number): \(words)")
    if breaches.last != breach { breaches.append(breach) }
  }

  private mutating func walk(_ content: [UInt8]) throws {
    var scanner = Scanner(content, at: 0)
    var operands: [Thing] = []
    while !scanner.isAtEnd {
      let token = try scanner.token()
      guard case .word(let word) = token, !["true", "false", "null"].contains(word) else {
        operands.append(token)
        continue
      }
      follow(word, operands)
      operands.removeAll(keepingCapacity: true)
    }
  }

  private mutating func follow(_ word: String, _ operands: [Thing]) {
    switch word {
    case "q":
      fonts.append(fonts[fonts.count - 1])
      if fonts.count > 29 { breach(.limits, "q stands more than 28 deep") }
    case "Q":
      if fonts.count > 1 { fonts.removeLast() } else { breach(.operators, "Q without q") }
    case "BMC", "BDC": open(operands)
    case "EMC":
      if frames.popLast() == nil { breach(.operators, "EMC without a beginning") }
    case "Tf": select(operands.first?.name)
    case "Tj", "'", "\"", "TJ": show(operands)
    case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do": paint(word)
    case "k", "K": breach(.colours, "\(word) without an intent of four colours")
    default:
      if !PageWalk.quiet.contains(word) { breach(.operators, "'\(word)' is none") }
    }
  }

  /// The operators that paint nothing and that the judge need not follow (ISO 32000-1 annex A).
  private static let quiet: Set = [
    "w", "J", "j", "M", "d", "ri", "i", "gs", "cm", "m", "l", "c", "v", "y", "h", "re", "n", "W",
    "W*", "BT", "ET", "Tc", "Tw", "Tz", "TL", "Tr", "Ts", "Td", "TD", "Tm", "T*", "CS", "cs", "SC",
    "SCN", "sc", "scn", "G", "g", "RG", "rg", "MP", "DP", "BX", "EX",
  ]

  private mutating func select(_ name: String?) {
    fonts[fonts.count - 1] = name
    guard let name, !fontNames.contains(name) else { return }
    breach(.resources, "there is no font \(name)")
  }

  private mutating func open(_ operands: [Thing]) {
    let entries = operands.last?.dictionary ?? [:]
    guard operands.first?.name != "Artifact" else {
      if !frames.isEmpty { breach(.separation, "an artifact stands in content") }
      return frames.append(.artifact)
    }
    guard let number = entries["MCID"]?.integer else {
      return frames.append(.span(speaks: entries["ActualText"] != nil))
    }
    if !frames.isEmpty { breach(.separation, "content \(number) stands in other content") }
    frames.append(.content(number))
    contents.append(number)
  }

  private mutating func paint(_ word: String) {
    let isMarked = frames.contains { frame in
      if case .span = frame { false } else { true }
    }
    if !isMarked { breach(.tagged, "\(word) paints outside") }
  }

  private mutating func show(_ operands: [Thing]) {
    paint("text")
    guard let font = fonts[fonts.count - 1] else {
      return breach(.resources, "text without a font")
    }
    let strings = operands.flatMap { $0.array ?? [$0] }
    for case .string(let bytes) in strings {
      for index in stride(from: 0, to: bytes.count - 1, by: 2) {
        let code = Int(bytes[index]) << 8 | Int(bytes[index + 1])
        if code == 0 { breach(.missingGlyph, "glyph 0 of \(font)") }
        shown[font, default: []].insert(code)
        if !frames.contains(.span(speaks: true)) { mute[font, default: []].insert(code) }
      }
    }
  }
}
