import Geometry
import Pages

/// What every further page begins with.
struct Masthead {
  /// The items at their places on the page.
  var items: StandingItems
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
  /// What stands here and on other pages as well, painted before and after all else.
  private(set) var under: [StandingItems] = []
  private(set) var over: [StandingItems] = []
  /// What the pages of a table have in common so far.
  private(set) var repeats: TableRepeats
  private var open: [OpenFrame] = []
  /// What begins and ends here in the logical structure.
  private(set) var structure: PageStructure
  /// The frames that have begun on this or an earlier page; they continue when they are met again.
  private(set) var begun: Set<FrameID>
  /// Whether nothing but repeats stands here.
  private(set) var isFresh = true
  /// Whether the sheet only measures, so that nothing need be drawn.
  var isTrial = false

  init(
    area: Rectangle,
    begun: Set<FrameID> = [],
    masthead: Masthead? = nil,
    repeats: TableRepeats = TableRepeats(),
    structure: PageStructure = PageStructure()
  ) {
    self.area = area
    self.begun = begun
    self.repeats = repeats
    self.structure = structure
    y = area.top + (masthead?.height ?? .zero)
    under = masthead.map { [$0.items] } ?? []
  }

  /// What stands here as the head of further pages, with the space to what follows.
  func masthead(spaceAfter: Length) -> Masthead {
    let items = StandingItems((ground + content + rules).compactMap(\.repeated))
    return Masthead(items: items, height: y - area.top + spaceAfter)
  }

  /// Takes what stands on this page alone, in painting order; places of seals are moved so that they lie on `page`.
  mutating func takeItems(on page: Rectangle) -> [PageItem] {
    var items: [PageItem] = []
    swap(&items, &content)
    if !ground.isEmpty { items.insert(contentsOf: ground, at: 0) }
    items += rules
    for index in items.indices {
      if case .stampPlace = items[index] { items[index] = items[index].clamped(to: page) }
    }
    return items
  }

  // MARK: Measuring

  /// Returns whether the strip fits below the others.
  func hasRoom(for line: FlowLine, _ frames: [FlowFrame]) -> Bool {
    if exceedsRows(line, frames) { return false }
    let (opening, top) = heights(above: line, frames)
    let below = line.frames.reduce(Length.zero) { $0 + frames[$1.number].padding }
    let foot = footHeight(below: line, frames)
    return y + opening + top + height(of: line) + below + foot <= area.bottom
  }

  /// The room that is kept for the sums of the page as long as they do not stand there.
  private func footHeight(below line: FlowLine, _ frames: [FlowFrame]) -> Length {
    guard let kind = line.row?.kind, [.body, .rest, .closing].contains(kind),
      let id = line.frames.last, let foot = frames[id.number].foot
    else { return .zero }
    return open.contains { $0.id == id && $0.isEnded } ? .zero : foot.height
  }

  /// The height of a strip at this place: a label that begins here needs its own.
  private func height(of line: FlowLine) -> Length {
    guard let labels = line.row?.labels, !labels.isEmpty else { return line.height }
    let part = line.frames.last.flatMap { id in open.last { $0.id == id } }
    let beginning = labels.filter { label in part.map { !$0.isOpen(label) } ?? true }
    return beginning.map(\.height).reduce(line.height, max)
  }

  // MARK: Part ends

  /// The innermost table's part when its sums or unused rows are still missing.
  func openPart(_ frames: [FlowFrame]) -> (part: OpenFrame, table: TableFrame, foot: PartFoot)? {
    guard let part = open.last, !part.isEnded, case .table(let table) = frames[part.id.number],
      let foot = table.foot
    else { return nil }
    return (part, table, foot)
  }

  /// The boxes and tables that are open, from the outside.
  var openPath: [FrameID] { open.map(\.id) }

  /// The height that is left below the last strip.
  func roomLeft(_ frames: [FlowFrame]) -> Length {
    area.bottom - y - open.reduce(.zero) { $0 + frames[$1.id.number].padding }
  }

  /// Notes that the part's sums stand under its rows.
  mutating func endPart() {
    if !open.isEmpty { open[open.count - 1].isEnded = true }
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
    if !isTrial, !line.structure.isEmpty { structure.add(line.structure) }
    y += space(before: line)
    for id in line.frames.dropFirst(shared) { openFrame(id, frames) }
    let top = y
    if line.row?.kind == .partEnd { endPart() }
    draw(line, frames)
    isFresh = false
    return top
  }

  private mutating func openFrame(_ id: FrameID, _ frames: [FlowFrame]) {
    open.append(OpenFrame(id: id, top: y))
    y += frames[id.number].padding
    if begun.contains(id) { drawHead(of: id, frames) }
    begun.insert(id)
  }

  /// Draws the head of a table that goes on here.
  private mutating func drawHead(of id: FrameID, _ frames: [FlowFrame]) {
    let lines = frames[id.number].repeats
    guard !lines.isEmpty else { return }
    // What stands in a box is painted on the ground of the box, and labels of several rows are drawn with their last.
    let standsAlike = open.count == 1 && lines.allSatisfy { $0.row?.labels.isEmpty ?? true }
    guard standsAlike, !isTrial else { return lines.forEach { draw($0, frames) } }
    let top = y
    let known = repeats.head(of: id, at: top)
    // A text may reach over the grounds of several rows.
    var (ground, items): ([PageItem], [PageItem]) = ([], [])
    for line in lines {
      let height = height(of: line)
      draw(shapeOf: line, height: height, frames)
      if known == nil {
        ground += line.ground.map { $0.moved(x: area.left, y: y) }
        let top = line.itemsTop(in: height)
        items += line.items.map { $0.moved(x: area.left, y: y + top) }
      }
      y += height
    }
    under.append(known ?? repeats.keep(ground + items, asHeadOf: id, at: top))
  }

  private mutating func draw(
    shapeOf line: FlowLine,
    height: Length,
    _ frames: [FlowFrame]
  ) {
    guard let row = line.row, let part = open.last, row.kind != .partEnd else { return }
    if !isTrial, let table = frames[part.id.number].table {
      structure.begin(row, of: part.id, in: table)
    }
    draw(row, height: height)
  }

  private mutating func draw(_ line: FlowLine, _ frames: [FlowFrame]) {
    let height = height(of: line)
    draw(shapeOf: line, height: height, frames)
    if !isTrial {
      let top = y + line.itemsTop(in: height)
      for item in line.ground { ground.append(item.moved(x: area.left, y: y)) }
      let first = content.count
      content += line.items
      for index in first..<content.count { content[index].move(x: area.left, y: top) }
    }
    y += height
  }

  private mutating func draw(_ row: RowShape, height: Length) {
    let last = open.count - 1
    var placed = PlacedRow(top: y, bottom: y + height, cells: row.cells)
    if !row.labels.isEmpty || !open[last].labels.isEmpty {
      placed.joined = join(row)
    } else if !isTrial, case .cells(let cells)? = row.tags {
      for cell in cells { _ = structure.add(cell) }
    }
    if row.kind == .closing { open[last].hasClosing = true }
    if row.kind == .body {
      open[last].bodyRowCount += 1
      if !row.addends.isEmpty, !isTrial { open[last].add(row.addends) }
    }
    if !isTrial { open[last].rows.append(placed) }
  }

  // MARK: Labels

  /// Ends the open cells that the next row does not continue, begins its own, and returns the columns of the others.
  private mutating func join(_ row: RowShape) -> [Range<Int>] {
    let last = open.count - 1
    let (going, coming) = row.labels.partitioned { open[last].isOpen($0) }
    let joined = going.map(\.columns)
    endLabels { !joined.contains($0.columns) }
    for index in open[last].labels.indices { open[last].labels[index].rowCount += 1 }
    let steps = tag(row, without: joined)
    let index = content.count
    open[last].labels += coming.map { label in
      OpenLabel(
        label: label,
        top: y,
        index: index + label.itemIndex,
        step: steps[label.columns] ?? 0
      )
    }
    return joined
  }

  /// Tells the structure of a row but for the cells that began above, and returns where each cell begins in it.
  private mutating func tag(_ row: RowShape, without joined: [Range<Int>]) -> [Range<Int>: Int] {
    guard !isTrial, case .cells(let cells)? = row.tags else { return [:] }
    var steps: [Range<Int>: Int] = [:]
    for cell in cells where !joined.contains(cell.columns) {
      steps[cell.columns] = structure.add(cell)
    }
    return steps
  }

  /// Draws the texts of the innermost part's open cells that end here, each where its cell began.
  private mutating func endLabels(where ends: (RowLabel) -> Bool) {
    let last = open.count - 1
    let (ending, staying) = open[last].labels.partitioned { ends($0.label) }
    open[last].labels = staying
    guard !isTrial else { return }
    // From the last to the first, so that each index still holds when its turn comes.
    for open in ending.reversed() { draw(open) }
  }

  private mutating func draw(_ ended: OpenLabel) {
    let label = ended.label
    if ended.rowCount > 1 { structure.stretch(ended.step, over: ended.rowCount) }
    let items = label.box.draw(
      0..<label.box.lines.count,
      left: label.left,
      height: y - ended.top
    )
    content.insert(
      contentsOf: items.map { $0.moved(x: area.left, y: ended.top) },
      at: ended.index
    )
    let last = open.count - 1
    for other in open[last].labels.indices where open[last].labels[other].index > ended.index {
      open[last].labels[other].index += items.count
    }
  }

  /// Closes all frames, at the end of the page.
  mutating func closeFrames(_ frames: [FlowFrame]) {
    while !open.isEmpty { closeFrame(frames) }
  }

  private mutating func closeFrame(_ frames: [FlowFrame]) {
    if let part = open.last, !part.labels.isEmpty { endLabels { _ in true } }
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
      let grid = { [left = area.left] in
        GridRules(table, rows: part.rows).items().map { $0.moved(x: left, y: .zero) }
      }
      if let known = repeats.grid(of: part, grid) { over.append(known) } else { rules += grid() }
    }
  }
}

extension Array {
  /// The elements that satisfy a condition and those that do not, both in order.
  fileprivate func partitioned(_ condition: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(condition), filter { !condition($0) })
  }
}
