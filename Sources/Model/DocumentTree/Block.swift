public import Diagnostics

/// A block of a document.
public indirect enum Block<Hole: Sendable>: Sendable {
  /// A heading.
  case heading(Heading<Hole>)
  /// A paragraph.
  case paragraph(Paragraph<Hole>)
  /// A list.
  case list(List<Hole>)
  /// A quotation.
  case quote([Block])
  /// A call-out such as 注意.
  case callout(Callout<Hole>)
  /// Literal lines.
  case code(CodeBlock)
  /// A table.
  case table(Table<Hole>)
  /// Label-and-value lines such as those above a roster.
  case fields(FieldLines<Hole>)
  /// The lines where the parties sign; it is never torn across pages.
  case signatures(SignatureBlock<Hole>)
  /// The footnotes, in order.
  case footnotes([Footnote<Hole>])
  /// The table of contents of the whole document.
  case contents
  /// A figure with its caption.
  case figure(Figure)
  /// A rule across the text.
  case divider
  /// The following block starts a new page.
  case pageBreak
  /// Blocks that depend on a field; only a form has them.
  case section(Section<Hole>)
}

/// A heading.
public struct Heading<Hole: Sendable>: Sendable {
  /// The depth, 1 to 6; 1 is the document's title.
  public var level: Int
  /// The anchor, unique in its document; empty when nothing needs to point here.
  public var id: String
  /// The text.
  public var content: [Inline<Hole>]
  /// Where it stands in the source.
  public var origin: Origin

  /// Creates a heading.
  public init(level: Int, id: String = "", content: [Inline<Hole>], origin: Origin) {
    self.level = level
    self.id = id
    self.content = content
    self.origin = origin
  }
}

/// A paragraph.
public struct Paragraph<Hole: Sendable>: Sendable {
  /// What the paragraph is for.
  public var role: ParagraphRole
  /// The text.
  public var content: [Inline<Hole>]
  /// Where it stands in the source.
  public var origin: Origin

  /// Creates a paragraph.
  public init(role: ParagraphRole = .body, content: [Inline<Hole>], origin: Origin) {
    self.role = role
    self.content = content
    self.origin = origin
  }
}

/// What a paragraph is for.
public enum ParagraphRole: String, Sendable, Hashable, CaseIterable {
  /// Running text, with the style's first-line indent.
  case body
  /// A line of its own without indent, such as an address line of a party.
  case line
  /// The line under the title.
  case subtitle
  /// A line in the middle.
  case centre
  /// A line at the right, such as a document number or 落款.
  case right
  /// Small print.
  case note
}

/// A list.
public struct List<Hole: Sendable>: Sendable {
  /// The number of the first item, or nothing for a bulleted list.
  public var start: Int?
  /// Whether the items stand without space between them.
  public var isTight: Bool
  /// The items.
  public var items: [ListItem<Hole>]

  /// Creates a list.
  public init(start: Int?, isTight: Bool, items: [ListItem<Hole>]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// An item of a list.
public struct ListItem<Hole: Sendable>: Sendable {
  /// Whether the item of a task list is ticked; nothing for other lists.
  public var isTicked: Bool?
  /// The blocks.
  public var blocks: [Block<Hole>]

  /// Creates an item.
  public init(isTicked: Bool? = nil, blocks: [Block<Hole>]) {
    self.isTicked = isTicked
    self.blocks = blocks
  }
}

/// A call-out, written as a GitHub alert.
public struct Callout<Hole: Sendable>: Sendable {
  /// The kind.
  public var kind: CalloutKind
  /// The title; the kind's own word when the source gives none.
  public var title: String
  /// The blocks.
  public var blocks: [Block<Hole>]

  /// Creates a call-out.
  public init(kind: CalloutKind, title: String, blocks: [Block<Hole>]) {
    self.kind = kind
    self.title = title
    self.blocks = blocks
  }
}

/// The kinds of call-out that GitHub alerts know.
public enum CalloutKind: String, Sendable, Hashable, CaseIterable {
  /// 说明
  case note
  /// 提示
  case tip
  /// 重要
  case important
  /// 注意
  case warning
  /// 警告
  case caution

  /// The title that is printed when the source gives none.
  public var label: String {
    switch self {
    case .note: "说明"
    case .tip: "提示"
    case .important: "重要"
    case .warning: "注意"
    case .caution: "警告"
    }
  }
}

/// Literal lines.
public struct CodeBlock: Sendable, Hashable {
  /// The language after the fence, empty when there is none.
  public var language: String
  /// The lines, each ended by a newline.
  public var text: String
  /// Where it stands in the source.
  public var origin: Origin

  /// Creates a code block.
  public init(language: String, text: String, origin: Origin) {
    self.language = language
    self.text = text
    self.origin = origin
  }
}

/// Label-and-value lines; the cells of a line are spread between the margins: first left, last right.
public struct FieldLines<Hole: Sendable>: Sendable {
  /// The lines, each a list of cells.
  public var lines: [[[Inline<Hole>]]]
  /// Where they stand in the source.
  public var origin: Origin

  /// Creates field lines.
  public init(lines: [[[Inline<Hole>]]], origin: Origin) {
    self.lines = lines
    self.origin = origin
  }
}

/// The lines where the parties sign, in equal columns.
public struct SignatureBlock<Hole: Sendable>: Sendable {
  /// The lines, each a list of cells, one a column.
  public var lines: [[[Inline<Hole>]]]
  /// Where they stand in the source.
  public var origin: Origin

  /// Creates a signature block.
  public init(lines: [[[Inline<Hole>]]], origin: Origin) {
    self.lines = lines
    self.origin = origin
  }
}

/// A footnote.
public struct Footnote<Hole: Sendable>: Sendable {
  /// The number, from 1.
  public var number: Int
  /// The label in the source.
  public var label: String
  /// The blocks.
  public var blocks: [Block<Hole>]

  /// Creates footnote `number`.
  public init(number: Int, label: String, blocks: [Block<Hole>]) {
    self.number = number
    self.label = label
    self.blocks = blocks
  }
}

/// Blocks of a form that are kept, dropped or repeated by what a field holds.
///
/// Its subject is a hole, so a document without holes cannot contain one.
public struct Section<Hole: Sendable>: Sendable {
  /// The field that decides.
  public var subject: Hole
  /// What the field must hold.
  public var test: SectionTest
  /// The blocks; when the field is a list and the test is `present`, once for each of its items.
  public var blocks: [Block<Hole>]

  /// Creates a section.
  public init(subject: Hole, test: SectionTest, blocks: [Block<Hole>]) {
    self.subject = subject
    self.test = test
    self.blocks = blocks
  }
}

/// What the subject of a section must hold for its blocks to be kept.
public enum SectionTest: Sendable, Hashable {
  /// Anything but nothing, an empty text, an empty list or 否.
  case present
  /// Nothing, an empty text, an empty list or 否.
  case absent
  /// Exactly this code or text.
  case equals(String)
}
