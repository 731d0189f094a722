import Geometry
import Pages
import Styling

/// Stacks strips into pages and lets each page go as soon as it is full.
///
/// Only the strips that may still move to the next page are held back.
struct PageBuilder {
  private let style: PageStyle
  private let emit: (Page) throws(LayoutFailure) -> Void
  private var sheet: PageSheet
  /// The strips waiting for a place; those that must stay together are still neighbours here.
  private var pending: [FlowLine] = []
  private var masthead: Masthead?
  private(set) var outline: [OutlineEntry] = []
  private(set) var frames: [FlowFrame] = []
  private var pageNumber = 1
  /// The numbers of structure nodes; the sums of a page take theirs when it is full.
  var nodes = NodeCounter()
  private var rowGroup = OpenGroup()

  init(style: PageStyle, emit: @escaping (Page) throws(LayoutFailure) -> Void) {
    self.style = style
    self.emit = emit
    sheet = PageSheet(area: style.textArea)
  }

  /// How many pages have been begun.
  var pageCount: Int { pageNumber }

  /// Announces a box or table that strips will stand in.
  mutating func addFrame(_ frame: FlowFrame) -> FrameID {
    frames.append(frame)
    return FrameID(number: frames.count - 1)
  }

  /// Sets the strips that are repeated where a table continues.
  mutating func setRepeats(_ repeats: [FlowLine], of id: FrameID) {
    frames[id.number].table?.repeats = repeats.map(\.repeated)
  }

  /// Makes what stands on the first page so far the head of every further page; says whether it could.
  ///
  /// A masthead that takes more than half of the text area is not repeated: it would leave no room.
  mutating func repeatMasthead(spaceAfter: Length) throws(LayoutFailure) -> Bool {
    try placeAll()
    guard pageNumber == 1, !sheet.isFresh else { return sheet.isFresh }
    sheet.closeFrames(frames)
    let head = sheet.masthead(spaceAfter: spaceAfter)
    guard head.height * 2 <= style.textArea.size.height else { return false }
    masthead = head
    return true
  }

  /// Sets what stands under the rows of a table on each page.
  mutating func setFoot(_ foot: PartFoot, of id: FrameID) {
    frames[id.number].table?.foot = foot
  }

  /// The height that a strip can have on a page of its own inside `path`.
  func capacity(in path: [FrameID]) -> Length {
    var height = style.textArea.size.height - (masthead?.height ?? .zero)
    for id in path {
      let frame = frames[id.number]
      height -= frame.padding * 2 + frame.repeats.height + (frame.foot?.height ?? .zero)
    }
    return height
  }

  // MARK: Adding

  /// Adds a strip under the others.
  mutating func add(_ line: consuming FlowLine) throws(LayoutFailure) {
    if let kind = line.row?.kind, kind == .body || kind == .rest { keepGroup(&line) }
    if !line.isKept { try placeAllButTail() }
    pending.append(line)
  }

  /// Keeps the rows of a group together until no page can hold them all; only a page of them is ever held back.
  private mutating func keepGroup(_ line: inout FlowLine) {
    guard line.staysInGroup else {
      rowGroup = OpenGroup(height: line.height, rowCount: 1)
      return
    }
    rowGroup.height += line.height
    rowGroup.rowCount += 1
    let most = line.frames.last.flatMap { frames[$0.number].rowsPerPage } ?? Int.max
    if rowGroup.height > capacity(in: line.frames) || rowGroup.rowCount > most {
      for index in pending.indices { pending[index].staysInGroup = false }
      line.staysInGroup = false
    }
  }

  /// Makes the last strips stay with what follows, as far as they have not been placed yet.
  mutating func holdTail(_ count: Int) {
    for index in pending.indices.suffix(max(0, count - 1)) where index > 0 {
      pending[index].keepsWithPrevious = true
    }
  }

  /// Ends the page, unless nothing stands on it yet; the next strip starts a new one.
  mutating func endPage() throws(LayoutFailure) {
    try placeAll()
    if !sheet.isFresh { try turnPage() }
  }

  /// Ends the document; a page that nothing was put on is none.
  mutating func finish() throws(LayoutFailure) {
    try placeAll()
    if sheet.isFresh, pageNumber > 1 {
      pageNumber -= 1
    } else {
      try release()
    }
  }

  /// Places all groups but the one that a following strip may still pull along.
  private mutating func placeAllButTail() throws(LayoutFailure) {
    // Two strips are held back: what follows may ask for company.
    while let end = endOfFirstGroup, pending.count - end >= 2 { try placeGroup(end) }
  }

  private mutating func placeAll() throws(LayoutFailure) {
    while !pending.isEmpty { try placeGroup(endOfFirstGroup ?? pending.count) }
  }

  /// Where the first group ends, when another follows it.
  private var endOfFirstGroup: Int? {
    pending.indices.dropFirst().first { !pending[$0].isKept }
  }

  // MARK: Placing

  private mutating func placeGroup(_ end: Int) throws(LayoutFailure) {
    var group: [FlowLine]
    if end == 1 {
      // A strip by itself, as nearly all rows are, is placed as it is: this hands it over, `removeFirst` makes a copy.
      let line = pending.remove(at: 0)
      guard line.row?.kind == .partEnd else { return try placeAlone(line) }
      group = [line]
    } else {
      group = Array(pending[..<end])
      pending.removeFirst(end)
    }
    if !fits(group, on: sheet) {
      if let shorter = withoutClosing(group), fits(shorter, on: sheet) {
        group = shorter
      } else if group.contains(where: \.isLooselyKept), !fits(group, on: freshSheet) {
        return try placeRows(of: group)
      } else if !sheet.isFresh {
        try turnPage()
      }
    }
    try placeWhole(group)
  }

  private mutating func placeAlone(_ line: FlowLine) throws(LayoutFailure) {
    if !sheet.isFresh, !sheet.isFull(for: line, frames), !sheet.hasRoom(for: line, frames) {
      try turnPage()
    }
    if !sheet.isFull(for: line, frames) { place(line) }
  }

  /// Places strips that stay together as far as pages can hold them.
  private mutating func placeWhole(_ strips: [FlowLine]) throws(LayoutFailure) {
    var group = strips
    while !group.isEmpty {
      let end = group.indices.dropFirst().first { !group[$0].isTied } ?? group.count
      let piece = Array(group[..<end])
      group.removeFirst(end)
      if piece[0].row?.kind == .partEnd {
        try endPart(above: group, isLast: true)
      } else {
        try placeTied(piece)
      }
    }
  }

  /// Places the rows of a group that no page holds together with what must stay with the last of them.
  private mutating func placeRows(of group: [FlowLine]) throws(LayoutFailure) {
    var rest = group[...]
    while let first = rest.popFirst() {
      var piece = [first]
      while let next = rest.first, !next.isLooselyKept {
        piece.append(next)
        rest.removeFirst()
      }
      if !fits(piece, on: sheet), !sheet.isFresh { try turnPage() }
      try placeWhole(piece)
    }
  }

  /// Ends the innermost table's part on this page with its unused rows and its sums, above what must follow there.
  private mutating func endPart(
    above following: [FlowLine],
    isLast: Bool
  ) throws(LayoutFailure) {
    guard let (part, table, foot) = sheet.openPart(frames), isLast || part.bodyRowCount > 0 else {
      return
    }
    var lines: [FlowLine] = []
    if part.bodyRowCount > 0, let make = foot.make {
      lines = try make(part.sums, part.bodyRowCount, &nodes)
    }
    if foot.unusedRows != nil, let most = table.style.rowsPerPage {
      let needed = lines.height + following.height + (following.first?.spaceBefore ?? .zero)
      let room = sheet.roomLeft(frames) - needed
      let free = most - part.bodyRowCount - (part.hasClosing ? 1 : 0)
      let count = min(free, Int(room / table.style.rowHeight))
      lines = foot.unused(max(0, count), of: table) + lines
    }
    for var line in lines {
      line.frames = sheet.openPath
      place(line)
    }
    sheet.endPart()
  }

  /// Places strips that never part, on a new page if they must.
  private mutating func placeTied(_ lines: [FlowLine]) throws(LayoutFailure) {
    if !sheet.isFresh, !fits(lines, on: sheet) { try turnPage() }
    for line in lines where !sheet.isFull(for: line, frames) { place(line) }
  }

  /// A table's closing row is dropped where the page is exactly full.
  private func withoutClosing(_ group: [FlowLine]) -> [FlowLine]? {
    guard let index = group.lastIndex(where: { $0.row?.kind == .closing }), index > 0,
      group[(index + 1)...].first.map({ $0.row?.kind == .partEnd }) ?? true,
      let above = group[index - 1].row, above.kind != .head
    else { return nil }
    var shorter = group
    shorter.remove(at: index)
    return shorter
  }

  private func fits(_ group: [FlowLine], on sheet: PageSheet) -> Bool {
    // A strip by itself, as most rows are, is measured where it would stand.
    if group.count == 1 {
      return sheet.isFull(for: group[0], frames) || sheet.hasRoom(for: group[0], frames)
    }
    var trial = sheet
    trial.isTrial = true
    for line in group where !trial.isFull(for: line, frames) {
      guard trial.hasRoom(for: line, frames) else { return false }
      trial.place(line, frames)
    }
    return true
  }

  private mutating func place(_ line: FlowLine) {
    let top = sheet.place(line, frames)
    if let heading = line.heading {
      outline.append(
        OutlineEntry(
          level: heading.level,
          title: heading.title,
          id: heading.id,
          page: pageNumber,
          top: top,
          source: heading.origin
        )
      )
    }
  }

  private mutating func turnPage() throws(LayoutFailure) {
    try release()
    pageNumber += 1
    sheet = freshSheet
  }

  /// The sheet that would follow this one.
  private var freshSheet: PageSheet {
    PageSheet(
      area: style.textArea,
      begun: sheet.begun,
      masthead: masthead,
      repeats: sheet.repeats,
      structure: sheet.structure.followed
    )
  }

  private mutating func release() throws(LayoutFailure) {
    try endPart(above: [], isLast: false)
    sheet.closeFrames(frames)
    let page = Rectangle(x: .zero, y: .zero, width: style.paper.width, height: style.paper.height)
    let items = sheet.takeItems(on: page)
    try emit(
      Page(
        number: pageNumber,
        size: style.paper,
        under: sheet.under,
        items: items,
        over: sheet.over,
        structure: sheet.structure.steps
      )
    )
  }
}

/// The rows of the group that is being added.
private struct OpenGroup {
  var height = Length.zero
  var rowCount = 0
}

extension FlowLine {
  /// Whether the strip stays with the one above as far as pages can hold both.
  fileprivate var isKept: Bool { keepsWithPrevious || staysInGroup }

  /// Whether only the group's wish to stay whole holds the strip with the one above.
  fileprivate var isLooselyKept: Bool { staysInGroup && !keepsWithPrevious }

  /// The strip as a repeat on a further page.
  var repeated: FlowLine {
    var line = self
    line.items = items.compactMap(\.repeated)
    line.ground = ground.compactMap(\.repeated)
    line.keepsWithPrevious = false
    line.heading = nil
    line.structure = []
    line.row?.tags = nil
    return line
  }
}

extension Array where Element == FlowLine {
  /// The height of all strips with the spaces between them.
  var height: Length {
    reduce(.zero) { $0 + $1.height } + dropFirst().reduce(.zero) { $0 + $1.spaceBefore }
  }
}

extension PageItem {
  /// The item with a seal's place moved, and at worst made smaller, so that it lies on the page.
  func clamped(to page: Rectangle) -> PageItem {
    guard case .stampPlace(var stamp) = self else { return self }
    let side = min(stamp.area.size.width, page.size.width, page.size.height)
    stamp.area.size = Size(width: side, height: side)
    let area = stamp.area
    stamp.area.origin.x = max(page.left, min(area.left, page.right - area.size.width))
    stamp.area.origin.y = max(page.top, min(area.top, page.bottom - area.size.height))
    return .stampPlace(stamp)
  }
}
