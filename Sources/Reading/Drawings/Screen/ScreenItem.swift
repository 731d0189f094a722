/// A word or phrase on a screen: a button, a field, an entry of a menu, a cell of a list.
struct ScreenItem: Hashable {
  /// What it reads.
  var words: String
  /// What a field holds; nothing when it holds nothing.
  var value = ""
  /// Whether a list drops down from the field.
  var dropsDown = false
  /// Whether a box to be ticked stands before it, and whether that is ticked.
  var isTicked: Bool?
  /// The mark that the guide's words refer to, such as ①; empty for none.
  var mark = ""

  /// Reads an item; `=` parts a field's name from its value only where `hasValue` says so.
  init(_ text: some StringProtocol, hasValue: Bool = false) {
    words = text.trimmed
    if words.hasPrefix("[x]") || words.hasPrefix("[ ]") {
      isTicked = words.hasPrefix("[x]")
      words = words.dropFirst(3).trimmed
    }
    if let last = words.unicodeScalars.last, (0x2460...0x2473).contains(last.value) {
      mark = String(last)
      words = words.dropLast().trimmed
    }
    if words.hasSuffix("▾") {
      dropsDown = true
      words = words.dropLast().trimmed
    }
    guard hasValue, let sign = words.firstIndex(of: "=") else { return }
    value = words[words.index(after: sign)...].trimmed
    words = words[..<sign].trimmed
  }

  /// The width of the words with their mark.
  var extent: Double {
    let tick = isTicked == nil ? 0 : ScreenItem.tickWidth + (words.isEmpty ? 0 : 0.4)
    return tick + Drawings.extent(of: words) + (mark.isEmpty ? 0 : 1.2)
  }

  /// The side of a box to be ticked.
  static let tickWidth = 1.0

  /// The item in words.
  var spoken: String {
    let tick = isTicked.map { $0 ? "已勾选" : "未勾选" } ?? ""
    let holds = value.isEmpty ? "" : "“\(value)”"
    return mark + words + holds + (tick.isEmpty ? "" : "（\(tick)）")
  }
}

/// A part of a screen, from top to bottom.
enum ScreenPart: Hashable {
  /// The title of the window.
  case window(ScreenItem)
  /// A row of menus or tabs.
  case tabs([ScreenItem])
  /// A menu at the left, beside all that follows.
  case side([ScreenItem])
  /// Where in the menus the page is.
  case path(ScreenItem)
  /// Fields to be filled in, row by row.
  case fields([[ScreenItem]])
  /// Buttons.
  case buttons([ScreenItem])
  /// Boxes to be ticked.
  case ticks([ScreenItem])
  /// A list with its head and rows.
  case list(head: [ScreenItem], rows: [[ScreenItem]])
  /// The menu that the right mouse button opens.
  case menu([ScreenItem])
  /// A message in front of the page, with its buttons.
  case message(ScreenItem, buttons: [ScreenItem])
  /// A square, such as a QR code.
  case square(ScreenItem)
  /// Plain words.
  case words(ScreenItem)

  /// The part in words.
  var spoken: String {
    switch self {
    case .window(let item): "窗口“\(item.spoken)”"
    case .tabs(let items): "菜单栏：\(spoken(items))"
    case .side(let items): "左侧菜单：\(spoken(items))"
    case .path(let item): "位置：\(item.spoken)"
    case .fields(let items): "填写：\(spoken(items.flatMap { $0 }))"
    case .buttons(let items): "按钮：\(spoken(items))"
    case .ticks(let items): "勾选：\(spoken(items))"
    case .list(let head, let rows): "列表，各栏为\(spoken(head))，\(rows.count)行"
    case .menu(let items): "右键菜单：\(spoken(items))"
    case .message(let item, let buttons): "提示“\(item.spoken)”，按钮：\(spoken(buttons))"
    case .square(let item): item.spoken
    case .words(let item): item.spoken
    }
  }

  private func spoken(_ items: [ScreenItem]) -> String {
    items.map(\.spoken).filter { !$0.isEmpty }.joined(separator: "、")
  }
}
