import Diagnostics
package import DocumentTree

/// A document made by chance, and the text that must be printed from it.
package struct RandomDocument {
  private var random: SeededGenerator
  /// The text in reading order, with what layout adds: markers, labels and the words for pictures.
  package private(set) var text = ""
  /// How many headings there are so far; they are named by their numbers.
  private var headings = 0
  /// Whether figures and notes may stand in it, too.
  private let isRich: Bool
  /// What texts are made of.
  private let alphabet: [String]
  /// Words of the alphabet; `\n` and spaces are white space and do not count.
  private static let words = [
    "劳动合同", "用人单位", "甲方", "乙", "，", "。", "、", "：", "（盖章）", "“新签”", "《合同法》", "——", "……",
    "·", "80%", "5,500.00元", "2024年3月1日", "第三十七条", "Form", "HR-2024-017", "a b", "　", "\n", "𬭼",
    "㛃",
    "internationalization-of-everything", "220104199001011234", "？！", "https://example.org/a/b?c=d",
  ]

  /// Words of other scripts, some from right to left, some with marks over and under letters, and long ones.
  package static let foreignWords = [
    "ئەمگەك توختامى", "ەڭبەك", "ངལ་རྩོལ་གན་རྒྱ", "ᠬᠥᠳᠡᠯᠮᠦᠷᠢ", "ꆈꌠꁱꂷ", "로동계약서", "ᥖᥭᥰᥖᥬᥳ", "трудовой",
    "Arbeitsvertragsbeendigungsbescheinigung", "ئابدۇرېھىم·مۇھەممەت",
    String(repeating: "长", count: 60),
  ]

  /// Begins a document; the same seed gives another one where it may be rich in figures and notes, or has `foreign` words.
  package init(seed: UInt64, isRich: Bool = false, foreign: [String] = []) {
    random = SeededGenerator(seed: seed)
    self.isRich = isRich
    alphabet = Self.words + foreign
  }

  /// Makes the whole document.
  package mutating func make() -> Document<Never> {
    var masthead: [Block<Never>] = []
    if chance(3) { masthead = [paragraph(), fields()] }
    var body = blocks(number(0...12), depth: 0)
    if isRich { body.append(notes()) }
    return Document(title: "随机", masthead: masthead, body: body)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func chance(_ oneIn: Int) -> Bool { number(1...oneIn) == 1 }

  private mutating func words(_ count: ClosedRange<Int>) -> String {
    (0..<number(count)).map { _ in alphabet[number(0...alphabet.count - 1)] }.joined()
  }

  // MARK: Blocks

  private mutating func blocks(_ count: Int, depth: Int) -> [Block<Never>] {
    (0..<count).map { _ in block(depth: depth) }
  }

  private mutating func block(depth: Int) -> Block<Never> {
    switch number(0...(depth > 3 ? 5 : isRich ? 12 : 11)) {
    case 0: return heading()
    case 1, 2, 3: return paragraph()
    case 4: return fields()
    case 5: return chance(3) ? .pageBreak : .divider
    case 6: return table()
    case 7: return signatures()
    case 8: return code()
    case 9: return .quote(blocks(number(0...3), depth: depth + 1))
    case 10:
      text += "注意"
      return .callout(
        Callout(kind: .warning, title: "", blocks: blocks(number(0...3), depth: depth + 1))
      )
    case 11: return list(depth: depth)
    default: return figure()
    }
  }

  /// A drawing of a few boxes and lines, of any shape.
  private mutating func figure() -> Block<Never> {
    let (width, height) = (Double(number(1...60)), Double(number(1...40)))
    var shapes: [Drawing.Shape] = []
    for _ in 0..<number(1...5) {
      let (x, y) = (Double(number(0...Int(width) - 1)), Double(number(0...Int(height) - 1)))
      if chance(2) {
        shapes.append(.box(Drawing.Box(x: x, y: y, width: width - x, height: height - y)))
      } else {
        let ends = [Drawing.Point(x: x, y: y), Drawing.Point(x: width, y: height)]
        shapes.append(.line(Drawing.Line(ends, hasArrow: chance(2))))
      }
    }
    let caption = chance(3) ? "" : words(1...6)
    text += caption
    return .figure(
      Figure(
        caption: caption,
        alternative: "方框和线",
        content: .drawing(Drawing(width: width, height: height, shapes: shapes)),
        origin: .unknown
      )
    )
  }

  /// The notes that marks in the text name.
  private mutating func notes() -> Block<Never> {
    .footnotes(
      (1...Self.noteCount).map { number in
        text += "[\(number)]"
        return Footnote(number: number, label: "注\(number)", blocks: [paragraph()])
      }
    )
  }

  private static let noteCount = 3

  private mutating func heading() -> Block<Never> {
    headings += 1
    let id = "h\(headings)"
    return .heading(Heading(level: number(1...5), id: id, content: inlines(), origin: .unknown))
  }

  private mutating func paragraph() -> Block<Never> {
    let role = ParagraphRole.allCases[number(0...ParagraphRole.allCases.count - 1)]
    return .paragraph(Paragraph(role: role, content: inlines(), origin: .unknown))
  }

  private mutating func cells() -> [[Inline<Never>]] { (0..<number(1...4)).map { _ in inlines() } }

  private mutating func fields() -> Block<Never> {
    .fields(FieldLines(lines: (0..<number(1...3)).map { _ in cells() }, origin: .unknown))
  }

  private mutating func signatures() -> Block<Never> {
    .signatures(SignatureBlock(lines: (0..<number(1...3)).map { _ in cells() }, origin: .unknown))
  }

  private mutating func code() -> Block<Never> {
    let lines = words(0...20)
    text += lines
    return .code(CodeBlock(language: "", text: lines + "\n", origin: .unknown))
  }

  private mutating func list(depth: Int) -> Block<Never> {
    let start = chance(2) ? number(0...99) : nil
    var items: [ListItem<Never>] = []
    for index in 0..<number(1...3) {
      text += start.map { "\($0 + index)." } ?? "•"
      items.append(ListItem(blocks: blocks(number(0...2), depth: depth + 1)))
    }
    return .list(List(start: start, isTight: chance(2), items: items))
  }

  private mutating func table() -> Block<Never> {
    let count = number(1...5)
    let columns = (0..<count).map { _ in
      Column(
        share: chance(2) ? Double(number(1...40)) : nil,
        alignment: ColumnAlignment.allCases[number(0...2)]
      )
    }
    let caption = chance(3) ? inlines() : []
    let head = chance(4) ? [] : [row(count)]
    let body = (0..<number(0...12)).map { _ in row(count) }
    let foot = chance(3) ? [row(count)] : []
    return .table(
      Table(
        caption: caption,
        columns: columns,
        head: head,
        body: .rows(body),
        foot: foot,
        origin: .unknown
      )
    )
  }

  private mutating func row(_ count: Int) -> TableRow<Never> {
    var cells: [TableCell<Never>] = []
    while cells.count < count {
      cells.append(
        TableCell(
          content: inlines(),
          columnSpan: chance(6) ? 2 : 1,
          rowSpan: chance(6) ? number(2...3) : 1,
          isHeader: chance(5)
        )
      )
    }
    return TableRow(cells: cells, origin: .unknown)
  }

  // MARK: Inlines

  private mutating func inlines() -> [Inline<Never>] {
    (0..<number(0...4)).map { _ in inline(depth: 0) }
  }

  private mutating func inline(depth: Int) -> Inline<Never> {
    switch number(0...(depth > 2 ? 2 : isRich ? 11 : 10)) {
    case 4: return .strong([inline(depth: depth + 1)])
    case 5: return .emphasis([inline(depth: depth + 1), inline(depth: depth + 1)])
    case 6: return .strikethrough([inline(depth: depth + 1)])
    case 7:
      return .fillIn(
        FillIn(
          content: chance(3) ? [] : [inline(depth: depth + 1)],
          width: Double(number(0...60))
        )
      )
    case 8: return .stampPlace(StampPlace(name: "seal", millimetres: Double(number(5...60))))
    case 9: return chance(2) ? .lineBreak : image()
    case 10: return link(depth: depth)
    case 11:
      let note = number(1...Self.noteCount)
      text += "[\(note)]"
      return .footnoteMark(FootnoteMark(number: note, label: "注\(note)"))
    default:
      let words = words(0...12)
      text += words
      return .text(words, .unknown)
    }
  }

  private mutating func link(depth: Int) -> Inline<Never> {
    let isInner = headings > 0 && chance(2)
    let destination = isInner ? "#h\(number(1...headings))" : "https://example.cn/名册"
    let content = [inline(depth: depth + 1)]
    return .link(Link(destination: destination, content: content, origin: .unknown))
  }

  private mutating func image() -> Inline<Never> {
    text += "〔图：页面〕"
    return .image(Image(source: "a.png", alternative: "页面", origin: .unknown))
  }
}
