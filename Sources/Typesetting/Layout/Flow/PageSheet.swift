import Geometry
import Pages

/// What every further page begins with.
struct Masthead {
  /// The items at their places on the page.
  var items: [PageItem]
  /// The height with the space to what follows.
  var height: Length
}

/// The page being filled.
struct PageSheet {
  private let area: Rectangle
  private var y: Length
  private var ground: [PageItem] = []
  private var content: [PageItem] = []
  private var rules: [PageItem] = []
  private var open: [OpenFrame] = []
  /// The frames that have begun on this or an earlier page; they continue when they are met again.
  private(set) var begun: Set<FrameID>
  /// Whether nothing but repeats stands here.
  private(set) var isFresh = true
  /// Whether the sheet only measures, so that nothing need be drawn.
  var isTrial = false

  init(area: Rectangle, begun: Set<FrameID> = [], masthead: Masthead? = nil) {
    self.area = area
    self.begun = begun
    y = area.top + (masthead?.height ?? .zero)
    content = masthead?.items ?? []
  }

  /// What stands here as the head of further pages, with the space to what follows.
  func masthead(spaceAfter: Length) -> Masthead {
    Masthead(items: items.compactMap(\.repeated), height: y - area.top + spaceAfter)
  }

  /// What stands on the page, in painting order.
  var items: [PageItem] { ground + content + rules }

  // MARK: Measuring

  /// Returns whether the strip fits below the others.
  func hasRoom(for line: FlowLine, _ frames: [FlowFrame]) -> Bool {
    if exceedsRows(line, frames) { return false }
    let (opening, top) = heights(above: line, frames)
    let below = line.frames.reduce(Length.zero) { $0 + frames[$1.number].padding }
    return y + opening + top + line.height + below <= area.bottom
  }

  /// Returns whether the strip is a closing row and its table's part has all the rows that a page holds.
  func isFull(for line: FlowLine, _ frames: [FlowFrame]) -> Bool {
    line.row?.kind == .closing && hasAllRows(line, frames)
  }

  private func exceedsRows(_ line: FlowLine, _ frames: [FlowFrame]) -> Bool {
    guard line.row?.kind == .body else { return false }
    return hasAllRows(line, frames)
  }

  private func hasAllRows(_ line: FlowLine, _ frames: [FlowFrame]) -> Bool {
    guard let id = line.frames.last, let most = frames[id.number].rowsPerPage,
      let part = open.first(where: { $0.id == id })
    else { return false }
    return part.bodyRowCount >= most
  }

  /// The heights of what closes and opens above the strip, and of the space before it.
  private func heights(above line: FlowLine, _ frames: [FlowFrame]) -> (Length, Length) {
    let shared = sharedDepth(line)
    let closing = open.dropFirst(shared).reduce(Length.zero) { $0 + frames[$1.id.number].padding }
    let opening = line.frames.dropFirst(shared).reduce(Length.zero) { sum, id in
      sum + frames[id.number].padding
        + (begun.contains(id) ? frames[id.number].repeats.height : .zero)
    }
    return (closing + opening, space(before: line))
  }

  private func sharedDepth(_ line: FlowLine) -> Int {
    zip(open, line.frames).prefix { $0.id == $1 }.count
  }

  private func space(before line: FlowLine) -> Length {
    isFresh ? .zero : line.spaceBefore
  }

  // MARK: Placing

  /// Places the strip and returns its top.
  @discardableResult
  mutating func place(_ line: FlowLine, _ frames: [FlowFrame]) -> Length {
    let shared = sharedDepth(line)
    while open.count > shared { closeFrame(frames) }
    y += space(before: line)
    for id in line.frames.dropFirst(shared) { openFrame(id, frames) }
    let top = y
    draw(line)
    isFresh = false
    return top
  }

  private mutating func openFrame(_ id: FrameID, _ frames: [FlowFrame]) {
    open.append(OpenFrame(id: id, top: y))
    y += frames[id.number].padding
    if begun.contains(id) {
      for line in frames[id.number].repeats { draw(line) }
    }
    begun.insert(id)
  }

  private mutating func draw(_ line: FlowLine) {
    if let row = line.row, !open.isEmpty {
      let placed = PlacedRow(top: y, bottom: y + line.height, cells: row.cells)
      if !isTrial { open[open.count - 1].rows.append(placed) }
      if row.kind == .body { open[open.count - 1].bodyRowCount += 1 }
    }
    if !isTrial {
      for item in line.ground { ground.append(item.moved(x: area.left, y: y)) }
      for item in line.items { content.append(item.moved(x: area.left, y: y)) }
    }
    y += line.height
  }

  /// Closes all frames, at the end of the page.
  mutating func closeFrames(_ frames: [FlowFrame]) {
    while !open.isEmpty { closeFrame(frames) }
  }

  private mutating func closeFrame(_ frames: [FlowFrame]) {
    guard let part = open.popLast() else { return }
    switch frames[part.id.number] {
    case .box(let box):
      y += box.padding
      guard !isTrial else { return }
      // An outer box is painted before those inside it, though it closes after them.
      ground.insert(
        contentsOf: box.draw(from: part.top, to: y).map { $0.moved(x: area.left, y: .zero) },
        at: 0
      )
    case .table(let table):
      guard !isTrial else { return }
      let grid = GridRules(table, rows: part.rows).items()
      rules += grid.map { $0.moved(x: area.left, y: .zero) }
    }
  }
}
