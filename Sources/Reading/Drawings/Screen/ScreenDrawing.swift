import DocumentTree

/// Draws the parts of a screen one under another inside a frame.
struct ScreenDrawing {
  private static let padding = 0.8
  private static let gap = 0.7
  private static let lineHeight = 2.0
  private static let leastWidth = 26.0
  private static let narrowWidth = 18.0

  private let width: Double
  private let isNarrow: Bool
  private var left = ScreenDrawing.padding
  private var y = 0.0
  private var shapes: [Drawing.Shape] = []
  private var sideMenu: (items: [ScreenItem], top: Double)?

  init(of parts: [ScreenPart], isNarrow: Bool) {
    self.isNarrow = isNarrow
    let side = parts.map(\.sideWidth).max() ?? 0
    let needed = parts.map { $0.leastWidth + ($0.standsBesideMenu ? side : 0) }.max() ?? 0
    let least = isNarrow ? ScreenDrawing.narrowWidth : ScreenDrawing.leastWidth
    width = max(least, needed + ScreenDrawing.padding * 2)
    for part in parts { draw(part) }
    finishSideMenu()
  }

  /// The drawing.
  var drawing: Drawing {
    let height = y + ScreenDrawing.padding
    let frame = Drawing.Box(x: 0.1, y: 0.1, width: width - 0.2, height: height - 0.2)
    return Drawing(width: width, height: height, shapes: [.box(frame)] + shapes)
  }

  /// The room for parts between the menu at the left and the frame.
  private var room: Double { width - ScreenDrawing.padding - left }

  private mutating func draw(_ part: ScreenPart) {
    switch part {
    case .window(let item): drawTitle(item)
    case .tabs(let items): drawTabs(items)
    case .side(let items): beginSideMenu(items)
    case .path(let item), .words(let item): drawWords(item)
    case .fields(let items): drawFields(items)
    case .buttons(let items): flow(items, padding: 0.9) { $0.addButton($1, at: $2, $3) }
    case .ticks(let items): flow(items, padding: 0) { $0.add($1, x: $2, y: $3 + 1) }
    case .list(let head, let rows): drawList(head, rows)
    case .menu(let items): drawMenu(items)
    case .message(let item, let buttons): drawMessage(item, buttons)
    case .square(let item): drawSquare(item)
    }
  }

  // MARK: Pieces

  private mutating func addBox(
    x: Double,
    y: Double,
    width: Double,
    height: Double = ScreenDrawing.lineHeight,
    _ tone: Drawing.Tone = .plain
  ) {
    shapes.append(.box(Drawing.Box(x: x, y: y, width: width, height: height, tone: tone)))
  }

  private mutating func addText(
    _ words: String,
    x: Double,
    y: Double,
    anchor: Drawing.Anchor = .start,
    isBold: Bool = false
  ) {
    guard !words.isEmpty else { return }
    shapes.append(.text(Drawing.Text(words, x: x, y: y, anchor: anchor, isBold: isBold)))
  }

  private mutating func addMark(_ mark: String, x: Double, y: Double) {
    guard !mark.isEmpty else { return }
    shapes.append(.text(Drawing.Text(mark, x: x, y: y, isBold: true, isMark: true)))
  }

  /// Adds an item's box to be ticked, its words and its mark, from `x` on; `y` is the middle.
  private mutating func add(_ item: ScreenItem, x: Double, y: Double, isBold: Bool = false) {
    var x = x
    if let isTicked = item.isTicked {
      addTick(isTicked, x: x, y: y)
      x += ScreenItem.tickWidth + (item.words.isEmpty ? 0 : 0.4)
    }
    addText(item.words, x: x, y: y, isBold: isBold)
    addMark(item.mark, x: x + extent(of: item.words) + 0.2, y: y)
  }

  private mutating func addTick(_ isTicked: Bool, x: Double, y: Double) {
    let side = ScreenItem.tickWidth
    addBox(x: x, y: y - side / 2, width: side, height: side)
    guard isTicked else { return }
    let points = [(0.2, 0.0), (0.42, 0.25), (0.82, -0.28)].map { step in
      Drawing.Point(x: x + step.0 * side, y: y + step.1 * side)
    }
    shapes.append(.line(Drawing.Line(points)))
  }

  private mutating func addButton(_ item: ScreenItem, at x: Double, _ y: Double) {
    addBox(x: x, y: y, width: item.extent + 1.8, item.mark.isEmpty ? .shaded : .strong)
    add(item, x: x + 0.9, y: y + ScreenDrawing.lineHeight / 2)
  }

  /// Sets items one beside another, in as many rows as they need.
  private mutating func flow(
    _ items: [ScreenItem],
    padding: Double,
    _ add: (inout ScreenDrawing, ScreenItem, Double, Double) -> Void
  ) {
    var x = left
    for item in items {
      let step = item.extent + padding * 2
      if x > left, x + step > left + room { nextLine(&x) }
      add(&self, item, x, y)
      x += step + 1
    }
    y += ScreenDrawing.lineHeight + ScreenDrawing.gap
  }

  private mutating func nextLine(_ x: inout Double) {
    x = left
    y += ScreenDrawing.lineHeight + ScreenDrawing.gap
  }

  // MARK: Parts

  private mutating func drawTitle(_ item: ScreenItem) {
    addBox(x: 0.1, y: y + 0.1, width: width - 0.2, height: 2.2, .shaded)
    add(item, x: ScreenDrawing.padding, y: y + 1.2, isBold: true)
    y += 2.3 + ScreenDrawing.gap
  }

  private mutating func drawTabs(_ items: [ScreenItem]) {
    var x = left
    for item in items {
      let step = item.extent + 1.6
      if x > left, x + step > left + room + 0.01 { nextLine(&x) }
      addBox(x: x, y: y, width: step, item.mark.isEmpty ? .plain : .strong)
      add(item, x: x + 0.8, y: y + ScreenDrawing.lineHeight / 2, isBold: !item.mark.isEmpty)
      x += step
    }
    y += ScreenDrawing.lineHeight + ScreenDrawing.gap
  }

  private mutating func drawWords(_ item: ScreenItem) {
    add(item, x: left, y: y + 0.8)
    y += 1.6 + ScreenDrawing.gap
  }

  /// Draws fields in columns, each with its name at the left and the place for its value at the right.
  private mutating func drawFields(_ rows: [[ScreenItem]]) {
    let grid = FieldGrid(rows, room: room)
    for row in grid.rows {
      var x = left
      for (column, item) in row.enumerated() {
        draw(item, x: x, width: grid.widths[column], name: grid.names[column])
        x += grid.widths[column] + FieldGrid.gap
      }
      y += ScreenDrawing.lineHeight + 0.3
    }
    y += ScreenDrawing.gap - 0.3
  }

  private mutating func draw(_ field: ScreenItem, x: Double, width: Double, name: Double) {
    let middle = y + ScreenDrawing.lineHeight / 2
    addText(field.words, x: x, y: middle)
    let mark = field.mark.isEmpty ? 0 : 1.3
    let tone: Drawing.Tone = field.mark.isEmpty ? .plain : .strong
    addBox(x: x + name, y: y + 0.1, width: width - name - mark, height: 1.8, tone)
    addText(field.value, x: x + name + 0.4, y: middle)
    if field.dropsDown { addText("▼", x: x + width - mark - 0.3, y: middle, anchor: .end) }
    addMark(field.mark, x: x + width - mark + 0.2, y: middle)
  }

  private mutating func drawList(_ head: [ScreenItem], _ rows: [[ScreenItem]]) {
    var widths = ScreenPart.columnWidths(head, rows)
    let spare = (room - widths.reduce(0, +)) / Double(widths.count)
    for index in widths.indices { widths[index] += max(0, spare) }
    drawRow(head, widths, isHead: true)
    for row in rows { drawRow(row, widths, isHead: false) }
    y += ScreenDrawing.gap
  }

  private mutating func drawRow(_ cells: [ScreenItem], _ widths: [Double], isHead: Bool) {
    var x = left
    for (index, width) in widths.enumerated() {
      addBox(x: x, y: y, width: width, height: 1.9, isHead ? .shaded : .plain)
      if index < cells.count { add(cells[index], x: x + 0.5, y: y + 0.95, isBold: isHead) }
      x += width
    }
    y += 1.9
  }

  /// Draws the menu that the right mouse button opens, in front of the list above.
  private mutating func drawMenu(_ items: [ScreenItem]) {
    let menuWidth = (items.map(\.extent).max() ?? 0) + 1.4
    let x = left + room / 2 - 1
    y -= ScreenDrawing.gap + 0.6
    addBox(x: x, y: y, width: menuWidth, height: Double(items.count) * 1.8 + 0.4, .strong)
    for (index, item) in items.enumerated() {
      add(item, x: x + 0.7, y: y + 1.1 + Double(index) * 1.8)
    }
    y += Double(items.count) * 1.8 + 0.4 + ScreenDrawing.gap
  }

  private mutating func drawMessage(_ item: ScreenItem, _ buttons: [ScreenItem]) {
    let buttonsWidth = buttons.reduce(-1) { $0 + $1.extent + 2.8 }
    let lines = wrapped(item.words, to: room - 4)
    let inner = max(lines.map { extent(of: $0) }.max() ?? 0, buttonsWidth)
    let x = left + max(0, room - inner - 2) / 2
    let height = Double(lines.count) * 1.5 + (buttons.isEmpty ? 1 : 3.5)
    addBox(x: x, y: y, width: inner + 2, height: height, .strong)
    for (index, line) in lines.enumerated() {
      addText(line, x: x + inner / 2 + 1, y: y + 1.25 + Double(index) * 1.5, anchor: .middle)
    }
    var place = x + inner / 2 + 1 - buttonsWidth / 2
    for button in buttons {
      addButton(button, at: place, y + height - 2.5)
      place += button.extent + 2.8
    }
    y += height + ScreenDrawing.gap
  }

  private mutating func drawSquare(_ item: ScreenItem) {
    let side = max(6, extent(of: item.words) + 2)
    let x = left + (room - side) / 2
    addBox(x: x, y: y, width: side, height: min(side, 6), .shaded)
    let words = ScreenItem(item.words)
    add(words, x: x + (side - words.extent) / 2, y: y + min(side, 6) / 2)
    addMark(item.mark, x: x + side + 0.3, y: y + min(side, 6) / 2)
    y += min(side, 6) + ScreenDrawing.gap
  }

  // MARK: The menu at the left

  private mutating func beginSideMenu(_ items: [ScreenItem]) {
    finishSideMenu()
    sideMenu = (items, y)
    left = ScreenDrawing.padding + ScreenPart.side(items).sideWidth
  }

  private mutating func finishSideMenu() {
    guard let menu = sideMenu else { return }
    sideMenu = nil
    left = ScreenDrawing.padding
    let menuWidth = ScreenPart.side(menu.items).sideWidth - ScreenDrawing.padding
    for (index, item) in menu.items.enumerated() {
      let top = menu.top + Double(index) * 1.9
      addBox(x: left, y: top, width: menuWidth, height: 1.9, item.mark.isEmpty ? .shaded : .strong)
      add(item, x: left + 0.6, y: top + 0.95, isBold: !item.mark.isEmpty)
    }
    y = max(y, menu.top + Double(menu.items.count) * 1.9 + ScreenDrawing.gap)
  }
}

extension ScreenPart {
  /// The least width of the part.
  fileprivate var leastWidth: Double {
    switch self {
    case .window(let item), .path(let item), .words(let item): item.extent
    case .tabs(let items): (items.map(\.extent).max() ?? 0) + 1.6
    case .fields(let rows): FieldGrid(rows, room: 0).widths[0]
    case .buttons(let items): (items.map(\.extent).max() ?? 0) + 1.8
    case .ticks(let items): items.map(\.extent).max() ?? 0
    case .list(let head, let rows): ScreenPart.columnWidths(head, rows).reduce(0, +)
    case .message(_, let buttons): buttons.reduce(2) { $0 + $1.extent + 2.8 }
    case .side, .menu, .square: 0
    }
  }

  /// How much of the width the menu at the left takes from what follows.
  fileprivate var sideWidth: Double {
    guard case .side(let items) = self else { return 0 }
    return (items.map(\.extent).max() ?? 0) + 2
  }

  /// Whether the part may stand beside a menu at the left.
  fileprivate var standsBesideMenu: Bool {
    switch self {
    case .window, .side: false
    default: true
    }
  }

  /// The least widths of a list's columns.
  fileprivate static func columnWidths(_ head: [ScreenItem], _ rows: [[ScreenItem]]) -> [Double] {
    head.indices.map { column in
      let cells = [head[column]] + rows.compactMap { $0.count > column ? $0[column] : nil }
      return (cells.map(\.extent).max() ?? 0) + 1
    }
  }
}
