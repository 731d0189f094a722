public import Geometry

/// What a piece of text is for; the style of each role is data.
public enum TextRole: String, Sendable, Hashable, CaseIterable {
  /// Running text.
  case body
  /// The title of the document: a heading of level 1.
  case title
  /// A heading of level 2.
  case heading2
  /// A heading of level 3.
  case heading3
  /// A heading of level 4 or deeper.
  case heading4
  /// The line under the title.
  case subtitle
  /// The label-and-value lines above a roster.
  case fields
  /// A header cell of a table.
  case tableHead
  /// A body cell of a table.
  case tableBody
  /// The caption of a table or figure.
  case caption
  /// Small print: notes and footnotes.
  case note
  /// Lines to be signed.
  case signature
  /// Literal text.
  case code
  /// An entry of the table of contents.
  case contents
  /// The running line at the foot of the page.
  case footer
}

/// A logical font family such as 宋体, mapped to real files by `fonts/fonts.yaml`.
public struct FontFamily: Sendable, Hashable {
  /// The logical name.
  public var name: String

  /// Creates a reference to the logical family `name`.
  public init(_ name: String) {
    self.name = name
  }

  /// 宋体, the text face of forms and rosters.
  public static let song = FontFamily("宋体")
  /// 黑体, the face of titles and table heads.
  public static let hei = FontFamily("黑体")
  /// 楷体, the face of certificates and second-level headings.
  public static let kai = FontFamily("楷体")
  /// 仿宋, the face of letters.
  public static let fang = FontFamily("仿宋")
}

/// How heavy a face is.
public enum FontWeight: String, Sendable, Hashable, CaseIterable {
  /// The normal weight.
  case regular
  /// The bold weight.
  case bold
}

/// How the lines of a paragraph stand between its margins.
public enum Alignment: String, Sendable, Hashable, CaseIterable {
  /// Flush left, ragged right.
  case left
  /// Each line in the middle.
  case centre
  /// Flush right.
  case right
  /// Flush on both sides, the last line flush left.
  case justified
  /// Each line spread evenly over the whole measure (分散对齐), as labels and names on forms are.
  case distributed
}

/// The look of one text role.
public struct TextStyle: Sendable, Hashable {
  /// The logical family.
  public var family: FontFamily
  /// The weight.
  public var weight: FontWeight
  /// The size of the em square.
  public var size: Length
  /// The distance from one baseline to the next.
  public var linePitch: Length
  /// How the lines are aligned.
  public var alignment: Alignment
  /// The first-line indent in em.
  public var firstLineIndent: Double
  /// What stands between characters in em, as in a spaced-out title (字距; clreq #increased_inter_character_spacing).
  public var spacing: Double
  /// Space above the paragraph, dropped at the top of a page.
  public var spaceBefore: Length
  /// Space below the paragraph, dropped at the bottom of a page.
  public var spaceAfter: Length
  /// The colour of the text.
  public var ink: Ink

  /// Creates a text style; the defaults are 宋体 10.5 pt (五号), flush left.
  public init(
    family: FontFamily = .song,
    weight: FontWeight = .regular,
    size: Length = .pt(10.5),
    linePitch: Length = .pt(16),
    alignment: Alignment = .left,
    firstLineIndent: Double = 0,
    spacing: Double = 0,
    spaceBefore: Length = .zero,
    spaceAfter: Length = .zero,
    ink: Ink = .black
  ) {
    self.family = family
    self.weight = weight
    self.size = size
    self.linePitch = linePitch
    self.alignment = alignment
    self.firstLineIndent = firstLineIndent
    self.spacing = spacing
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.ink = ink
  }
}

/// A printing colour in sRGB.
public struct Ink: Sendable, Hashable {
  /// The red part, 0 to 255.
  public var red: UInt8
  /// The green part, 0 to 255.
  public var green: UInt8
  /// The blue part, 0 to 255.
  public var blue: UInt8

  /// Creates an ink from its three parts.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Creates a grey from 0 (black) to 255 (white).
  public init(grey: UInt8) {
    self.init(red: grey, green: grey, blue: grey)
  }

  /// Full black.
  public static let black = Ink(grey: 0)

  /// The red of seals.
  public static let sealRed = Ink(red: 216, green: 0, blue: 24)
}

extension Ink: CustomStringConvertible {
  /// The ink as `#rrggbb`.
  public var description: String {
    "#" + [red, green, blue].map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
  }
}
