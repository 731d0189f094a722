import CMarkGFM
import Synchronization

/// Parsed Markdown, owned: the library's tree is freed with this object.
@safe final class CMarkTree {
  private let root: OpaquePointer

  /// Held while a text is parsed: the library keeps the special characters of the extensions in one table for all
  /// parsers, filled before and emptied after each parse, so that two at once would miss each other's `~`.
  private static let turn = Mutex<Void>(())

  /// Registering twice is harmless, but it is global state of the library and not safe in two tasks at once.
  private static let isRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// Parses `bytes`; nothing when the library gives no tree.
  init?(parsing bytes: [UInt8]) {
    guard let root = unsafe CMarkTree.turn.withLock({ _ in unsafe CMarkTree.parse(bytes) }) else {
      return nil
    }
    unsafe self.root = unsafe root
  }

  private static func parse(_ bytes: [UInt8]) -> OpaquePointer? {
    guard CMarkTree.isRegistered,
      let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES)
    else { return nil }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "tasklist"] {
      guard let syntax = unsafe cmark_find_syntax_extension(name),
        unsafe cmark_parser_attach_syntax_extension(parser, syntax) == 1
      else { return nil }
    }
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe cmark_parser_feed(parser, text.baseAddress, text.count)
      }
    }
    return unsafe cmark_parser_finish(parser)
  }

  deinit {
    unsafe cmark_node_free(root)
  }

  /// Returns the tree as values, and whether nesting deeper than `limit` had to be flattened.
  ///
  /// The walk is a loop, not a recursion, so that no input can overflow the stack; the text of a flattened node
  /// stays, in the deepest node that is kept.
  func syntax(depthLimit limit: Int) -> (root: SyntaxNode, isFlattened: Bool) {
    var open = [SyntaxNode(kind: .document, line: 1, column: 1)]
    var isKept: [Bool] = []
    var isFlattened = false
    guard let iterator = unsafe cmark_iter_new(root) else { return (open[0], false) }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = unsafe cmark_iter_get_node(iterator) else {
        break
      }
      if event == CMARK_EVENT_EXIT {
        if isKept.popLast() == true { CMarkTree.close(&open) }
        continue
      }
      let value = unsafe CMarkTree.value(of: node)
      if unsafe CMarkTree.isLeaf(node) {
        open[open.count - 1].children.append(value)
      } else {
        let tooDeep = isTooDeep(value.kind, depth: open.count, limit: limit, parent: isKept.last)
        isFlattened = isFlattened || tooDeep
        isKept.append(!tooDeep)
        if !tooDeep { open.append(value) }
      }
    }
    return (open[0], isFlattened)
  }

  /// An item goes with its list: one must not stand without the other.
  private func isTooDeep(_ kind: SyntaxNode.Kind, depth: Int, limit: Int, parent: Bool?) -> Bool {
    if case .item = kind { return parent == false }
    return depth >= limit && kind.nests
  }

  private static func close(_ open: inout [SyntaxNode]) {
    guard open.count > 1, let done = open.popLast() else { return }
    open[open.count - 1].children.append(done)
  }

  /// Returns whether the iterator gives no exit event for `node`.
  private static func isLeaf(_ node: OpaquePointer) -> Bool {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
      CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }

  private static func value(of node: OpaquePointer) -> SyntaxNode {
    SyntaxNode(
      kind: unsafe kind(of: node),
      line: Int(unsafe cmark_node_get_start_line(node)),
      column: Int(unsafe cmark_node_get_start_column(node))
    )
  }

  private static func kind(of node: OpaquePointer) -> SyntaxNode.Kind {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .quote
    case CMARK_NODE_LIST: return unsafe list(node)
    case CMARK_NODE_ITEM: return unsafe item(node)
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING: return .heading(Int(unsafe cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: return .divider
    case CMARK_NODE_CODE_BLOCK: return unsafe code(node)
    case CMARK_NODE_HTML_BLOCK: return .html(unsafe literal(node))
    case CMARK_NODE_TEXT: return .text(unsafe literal(node))
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .codeSpan(unsafe literal(node))
    case CMARK_NODE_HTML_INLINE: return .inlineHTML(unsafe literal(node))
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK: return .link(unsafe string(cmark_node_get_url(node)))
    case CMARK_NODE_IMAGE:
      let title = unsafe string(cmark_node_get_title(node))
      return .image(unsafe string(cmark_node_get_url(node)), title: title)
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteMark(unsafe literal(node))
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnote
    default: return unsafe extensionKind(of: node)
    }
  }

  /// Nodes of extensions have types that are numbered at run time; only their names are stable.
  private static func extensionKind(of node: OpaquePointer) -> SyntaxNode.Kind {
    switch unsafe string(cmark_node_get_type_string(node)) {
    case "table": unsafe .table(alignments(node))
    case "table_header": .tableHead
    case "table_row": .tableRow
    case "table_cell": .tableCell
    case "strikethrough": .strikethrough
    default: .unknown
    }
  }

  private static func list(_ node: OpaquePointer) -> SyntaxNode.Kind {
    let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    let start = isOrdered ? Int(unsafe cmark_node_get_list_start(node)) : nil
    return .list(start: start, isTight: unsafe cmark_node_get_list_tight(node) == 1)
  }

  private static func item(_ node: OpaquePointer) -> SyntaxNode.Kind {
    guard unsafe string(cmark_node_get_type_string(node)) == "tasklist" else {
      return .item(isTicked: nil)
    }
    return .item(isTicked: unsafe cmark_gfm_extensions_get_tasklist_item_checked(node))
  }

  private static func code(_ node: OpaquePointer) -> SyntaxNode.Kind {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    let isFenced = unsafe cmark_node_get_fenced(node, &length, &offset, &character) == 1
    return .code(
      info: unsafe string(cmark_node_get_fence_info(node)),
      text: unsafe literal(node),
      isFenced: isFenced
    )
  }

  private static func alignments(_ node: OpaquePointer) -> [UInt8] {
    let count = Int(unsafe cmark_gfm_extensions_get_table_columns(node))
    guard let first = unsafe cmark_gfm_extensions_get_table_alignments(node) else {
      return Array(repeating: 0, count: count)
    }
    return unsafe Array(UnsafeBufferPointer(start: first, count: count))
  }

  private static func literal(_ node: OpaquePointer) -> String {
    unsafe string(cmark_node_get_literal(node))
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }
}
