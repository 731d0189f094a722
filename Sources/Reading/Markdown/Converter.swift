import Diagnostics
import DocumentTree

/// Turns parsed Markdown into the blocks of a document.
struct Converter<Hole: Sendable> {
  /// Reads a fenced block that means more than code, or gives nothing.
  typealias FenceReader = (Fence, inout [Diagnostic]) -> [Block<Hole>]?

  /// The deepest nesting that is kept; more is hostile or a slip, and deeper trees are slow to walk.
  static var depthLimit: Int { 60 }

  var source: SourceText
  let tokens: [HoleToken<Hole>]
  let fenceReader: FenceReader
  /// Whether braces are holes, which must pair, and indented text is the author's own.
  let isForm: Bool
  var diagnostics: [Diagnostic] = []
  var footnotes: [Footnote<Hole>] = []
  /// The line of the file, from 0, at which the text that is being converted begins.
  private(set) var firstLine = 0
  private var headingIDs = HeadingIDs()
  private var joins: ArraySlice<Bool> = []
  private var footnoteLabels: [Int: String] = [:]
  private var firstFootnote = 0

  /// Creates a converter of `source`; only a form has tokens.
  init(
    _ source: SourceText,
    tokens: [HoleToken<Hole>] = [],
    isForm: Bool = false,
    fenceReader: @escaping FenceReader
  ) {
    self.source = source
    self.tokens = tokens
    self.isForm = isForm
    self.fenceReader = fenceReader
  }

  /// Parses and converts the lines of `range` by themselves.
  mutating func convert(_ range: Range<Int>) -> [Block<Hole>] {
    firstLine = range.lowerBound
    firstFootnote = footnotes.count
    guard let tree = CMarkTree(parsing: source.bytes(of: range)) else {
      complain("markdown.parser", .error, at: SourceLocation(file: source.file), "Markdown 解析器无法启动")
      return []
    }
    let (root, isFlattened) = tree.syntax(depthLimit: Converter.depthLimit)
    if isFlattened {
      complain(
        "markdown.depth",
        at: SourceLocation(file: source.file, line: firstLine + 1),
        "列表、引用或强调嵌套过深，已按 \(Converter.depthLimit) 层处理"
      )
    }
    return blocks(root.children)
  }

  /// Returns the place of `node`, `extra` bytes into it.
  mutating func location(of node: SyntaxNode, plus extra: Int = 0) -> SourceLocation {
    guard node.line > 0 else { return SourceLocation(file: source.file) }
    return source.location(
      line: firstLine + node.line - 1,
      offset: max(0, node.column - 1 + extra)
    )
  }

  mutating func complain(
    _ code: String,
    _ severity: Severity = .warning,
    at place: SourceLocation,
    _ message: Message,
    found: Message? = nil,
    advice: Message? = nil
  ) {
    diagnostics.add(code, severity, at: .source(place), message, found: found, advice: advice)
  }

  /// Returns `text` as it is written: with its holes, without marks of ours.
  func restored(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let token = TokenBytes.readToken(bytes, at: index), tokens.indices.contains(token.number) {
        result += Array(tokens[token.number].written.utf8)
        index = token.end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return withoutMarks(String(decoding: result, as: UTF8.self))
  }

  private func withoutMarks(_ text: String) -> String {
    source.isMended ? text.withoutMarks : text
  }

  // MARK: Blocks

  private mutating func blocks(_ nodes: [SyntaxNode]) -> [Block<Hole>] {
    var result: [Block<Hole>] = []
    for node in nodes { result += block(node) }
    return ListMending.mend(result)
  }

  private mutating func block(_ node: SyntaxNode) -> [Block<Hole>] {
    switch node.kind {
    case .paragraph:
      let content = lineOfText(node.children)
      let origin = Origin.source(location(of: node))
      return [.paragraph(Paragraph(content: content, origin: origin))]
    case .heading(let level): return [.heading(heading(node, level: level))]
    case .divider: return [.divider]
    case .quote: return [quote(node)]
    case .list(let start, let isTight): return [list(node, start: start, isTight: isTight)]
    case .code(let info, let text, let isFenced):
      return code(node, info: restored(info), text: restored(text), isFenced: isFenced)
    case .html(let text): return html(node, text)
    case .table(let alignments): return [table(node, alignments)]
    case .footnote:
      footnote(node)
      return []
    default: return blocks(node.children)
    }
  }

  private mutating func heading(_ node: SyntaxNode, level: Int) -> Heading<Hole> {
    var content = lineOfText(node.children)
    let explicit = content.takeExplicitID()
    let id = explicit.map { headingIDs.unique($0) } ?? headingIDs.id(for: content.visibleText())
    return Heading(level: level, id: id, content: content, origin: .source(location(of: node)))
  }

  private mutating func list(_ node: SyntaxNode, start: Int?, isTight: Bool) -> Block<Hole> {
    var items: [ListItem<Hole>] = []
    for child in node.children {
      var isTicked: Bool?
      if case .item(let state) = child.kind { isTicked = state }
      items.append(ListItem(isTicked: isTicked, blocks: blocks(child.children)))
    }
    return .list(List(start: start, isTight: isTight, items: items))
  }

  private mutating func quote(_ node: SyntaxNode) -> Block<Hole> {
    guard let alert = Alert(of: node, restoring: restored) else {
      return .quote(blocks(node.children))
    }
    guard let kind = alert.kind else {
      let names = CalloutKind.allCases.map(\.label)
      complain(
        "markdown.alert",
        at: location(of: node),
        "不认识的提示框类型",
        found: "\(alert.keyword)",
        advice: "可用：\(list: names)，或 NOTE、TIP、IMPORTANT、WARNING、CAUTION"
      )
      return .quote(blocks(node.children))
    }
    let title = alert.title.isEmpty ? kind.label : alert.title
    return .callout(Callout(kind: kind, title: title, blocks: blocks(alert.children)))
  }

  private mutating func code(_ node: SyntaxNode, info: String, text: String, isFenced: Bool)
    -> [Block<Hole>]
  {
    let place = location(of: node)
    if isFenced {
      let fence = Fence(info: info, lines: fenceLines(node, text), location: place)
      if let blocks = fenceReader(fence, &diagnostics) { return blocks }
    }
    if !isFenced, !isForm, text.unicodeScalars.contains(where: \.isWide) {
      complain(
        "markdown.indentedCode",
        at: place,
        "行首四个空格会成为代码，不会成为首行缩进",
        found: "\(text.prefix(12).prefix { !$0.isNewline })",
        advice: "请删去行首的空格；首行缩进由样式决定"
      )
    }
    let language = info.split(separator: " ").first.map(String.init) ?? ""
    return [.code(CodeBlock(language: language, text: text, origin: .source(place)))]
  }

  /// Returns the lines of a fenced block with their places; an indented fence shifts its lines to the right.
  private mutating func fenceLines(_ node: SyntaxNode, _ text: String) -> [FenceLine] {
    var parts = text.split(separator: "\n", omittingEmptySubsequences: false)
    if parts.last == "" { parts.removeLast() }
    return parts.enumerated().map { index, part in
      let line = firstLine + node.line + index
      return FenceLine(
        text: String(part),
        location: SourceLocation(file: source.file, line: line + 1, column: max(1, node.column))
      )
    }
  }

  private mutating func html(_ node: SyntaxNode, _ text: String) -> [Block<Hole>] {
    let written = restored(text).trimmingNewlines
    guard !written.isComment else { return [] }
    let place = location(of: node)
    complain(ofHTML: written, at: place)
    var content: [Inline<Hole>] = []
    for line in written.split(separator: "\n") {
      if !content.isEmpty { content.append(.lineBreak) }
      content.append(.text(String(line), .source(place)))
    }
    return [.paragraph(Paragraph(content: content, origin: .source(place)))]
  }

  private mutating func table(_ node: SyntaxNode, _ alignments: [UInt8]) -> Block<Hole> {
    var head: [TableRow<Hole>] = []
    var body: [TableRow<Hole>] = []
    for child in node.children {
      var cells: [TableCell<Hole>] = []
      for cell in child.children { cells.append(TableCell(content: lineOfText(cell.children))) }
      let row = TableRow(cells: cells, origin: .source(location(of: child)))
      if child.kind == .tableHead { head.append(row) } else { body.append(row) }
    }
    let columns = alignments.map { alignment in
      switch alignment {
      case UInt8(ascii: "c"): Column(alignment: .centre)
      case UInt8(ascii: "r"): Column(alignment: .end)
      default: Column(alignment: .start)
      }
    }
    let origin = Origin.source(location(of: node))
    return .table(Table(columns: columns, head: head, body: .rows(body), origin: origin))
  }

  private mutating func footnote(_ node: SyntaxNode) {
    let number = footnotes.count + 1
    let label = footnoteLabels[number] ?? String(number)
    // A place is held first: a footnote inside this one is parsed as the next.
    footnotes.append(Footnote(number: number, label: label, blocks: []))
    footnotes[number - 1].blocks = blocks(node.children)
  }

  // MARK: Inlines

  private mutating func lineOfText(_ nodes: [SyntaxNode]) -> [Inline<Hole>] {
    joins = SoftBreaks.joins(in: nodes)[...]
    return inlines(nodes, isLinked: false)
  }

  private mutating func inlines(_ nodes: [SyntaxNode], isLinked: Bool) -> [Inline<Hole>] {
    var result: [Inline<Hole>] = []
    var run = TextRun()
    for node in nodes {
      switch node.kind {
      case .text(let text): run.append(text, of: node)
      case .softBreak:
        if joins.popFirst() == false { run.append(" ", of: node) }
        result += pieces(of: &run, isLinked: isLinked)
      default:
        result += pieces(of: &run, isLinked: isLinked)
        result += inline(node, isLinked: isLinked)
      }
    }
    return result + pieces(of: &run, isLinked: isLinked)
  }

  private mutating func inline(_ node: SyntaxNode, isLinked: Bool) -> [Inline<Hole>] {
    let origin = Origin.source(location(of: node))
    switch node.kind {
    case .emphasis: return [.emphasis(inlines(node.children, isLinked: isLinked))]
    case .strong: return [.strong(inlines(node.children, isLinked: isLinked))]
    case .strikethrough: return [.strikethrough(inlines(node.children, isLinked: isLinked))]
    case .codeSpan(let text): return [.code(restored(text), origin)]
    case .lineBreak: return [.lineBreak]
    case .link(let url):
      let destination = address(url, of: node)
      let content = inlines(node.children, isLinked: true)
      return [.link(Link(destination: destination, content: content, origin: origin))]
    case .image(let url, let title): return [image(node, url, title, origin)]
    case .inlineHTML(let text): return inlineHTML(node, restored(text))
    case .footnoteMark(let number): return [footnoteMark(node, number)]
    default: return inlines(node.children, isLinked: isLinked)
    }
  }

  private mutating func image(
    _ node: SyntaxNode,
    _ url: String,
    _ title: String,
    _ origin: Origin
  ) -> Inline<Hole> {
    // Soft breaks inside the alternative text are counted like any others.
    let alternative = inlines(node.children, isLinked: true).visibleText()
    refuseHoles(inWordsOf: node)
    let caption = address(title, of: node)
    return .image(
      Image(
        source: address(url, of: node),
        alternative: alternative,
        title: caption.isEmpty ? nil : caption,
        origin: origin
      )
    )
  }

  private mutating func inlineHTML(_ node: SyntaxNode, _ text: String) -> [Inline<Hole>] {
    if text.isComment { return [] }
    if ["<br>", "<br/>", "<br />"].contains(text.lowercased()) { return [.lineBreak] }
    let place = location(of: node)
    complain(ofHTML: text, at: place)
    return [.text(text, .source(place))]
  }

  private mutating func complain(ofHTML text: String, at place: SourceLocation) {
    complain(
      "markdown.html",
      at: place,
      "不支持 HTML，已按文字打印",
      found: "\(String(text.prefix(40)))",
      advice: "请改用 Markdown；要打印尖括号，请写成 `<…>`"
    )
  }

  private mutating func footnoteMark(_ node: SyntaxNode, _ literal: String) -> Inline<Hole> {
    let number = firstFootnote + (Int(literal) ?? 1)
    let label = footnoteLabel(at: node) ?? literal
    footnoteLabels[number] = label
    return .footnoteMark(FootnoteMark(number: number, label: label))
  }

  /// The library numbers footnotes and forgets their labels; the source still has them.
  private func footnoteLabel(at node: SyntaxNode) -> String? {
    let line = firstLine + node.line - 1
    guard source.lines.indices.contains(line), node.column > 0 else { return nil }
    let rest = source.lines[line].bytes.dropFirst(node.column - 1)
    guard rest.starts(with: [0x5B, 0x5E]), let end = rest.firstIndex(of: 0x5D) else { return nil }
    return restored(String(decoding: rest[(rest.startIndex + 2)..<end], as: UTF8.self))
  }

  /// Cuts `run` into text, holes and bare URLs, and empties it.
  private mutating func pieces(of run: inout TextRun, isLinked: Bool) -> [Inline<Hole>] {
    defer { run = TextRun() }
    guard !run.text.isEmpty else { return [] }
    // Only a form has holes, and few texts have a URL.
    guard isForm || BareURL.mayStand(in: run.text) else { return words(run.text, in: run, at: 0) }
    var result: [Inline<Hole>] = []
    let bytes = Array(run.text.utf8)
    var start = 0
    var index = 0
    while index < bytes.count {
      if let token = TokenBytes.readToken(bytes, at: index),
        tokens.indices.contains(token.number)
      {
        result += words(bytes[start..<index], in: run)
        diagnostics += tokens[token.number].diagnostics
        if let inline = tokens[token.number].inline { result.append(inline) }
        index = token.end
        start = index
      } else if !isLinked, let url = BareURL.read(bytes, at: index) {
        result += words(bytes[start..<index], in: run)
        result.append(link(bytes[url.range], to: url.destination, in: run))
        index = url.range.upperBound
        start = index
      } else {
        index += isForm ? strayBraces(run, bytes, at: index) : 1
      }
    }
    return result + words(bytes[start...], in: run)
  }

  private mutating func words(_ bytes: ArraySlice<UInt8>, in run: TextRun) -> [Inline<Hole>] {
    words(String(decoding: bytes, as: UTF8.self), in: run, at: bytes.startIndex)
  }

  /// Returns the words that stand `offset` bytes behind the beginning of `run`.
  private mutating func words(
    _ text: String,
    in run: TextRun,
    at offset: Int
  ) -> [Inline<Hole>] {
    let text = withoutMarks(text)
    return text.isEmpty ? [] : raising(text, .source(place(run, offset)))
  }

  private mutating func link(
    _ bytes: ArraySlice<UInt8>,
    to destination: String,
    in run: TextRun
  ) -> Inline<Hole> {
    let origin = Origin.source(place(run, bytes.startIndex))
    let text = String(decoding: bytes, as: UTF8.self)
    return .link(Link(destination: destination, content: [.text(text, origin)], origin: origin))
  }

  /// Complains about braces of a form that open or close nothing, and returns how far to go on.
  private mutating func strayBraces(_ run: TextRun, _ bytes: [UInt8], at index: Int) -> Int {
    guard index + 1 < bytes.count, bytes[index] == bytes[index + 1],
      bytes[index] == 0x7B || bytes[index] == 0x7D
    else { return 1 }
    diagnostics.append(
      BraceDiagnostic.stray(isOpening: bytes[index] == 0x7B, at: place(run, index))
    )
    return 2
  }

  private mutating func place(_ run: TextRun, _ offset: Int) -> SourceLocation {
    guard let mark = run.marks.last(where: { $0.offset <= offset }) ?? run.marks.first else {
      return SourceLocation(file: source.file)
    }
    return location(of: mark.node, plus: offset - mark.offset)
  }
}

/// Neighbouring pieces of text that the parser gave one by one.
private struct TextRun {
  var text = ""
  var marks: [(offset: Int, node: SyntaxNode)] = []

  mutating func append(_ more: String, of node: SyntaxNode) {
    if node.line > 0 { marks.append((text.utf8.count, node)) }
    text += more
  }
}
