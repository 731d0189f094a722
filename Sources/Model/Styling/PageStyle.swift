public import Geometry

/// How a document looks on paper: the sheet, its margins, the text of each role, tables and the footer.
///
/// The document itself holds no style; a form or a guide is laid out with one of these beside it.
public struct PageStyle: Sendable, Hashable {
  /// The sheet as it is printed, already turned for landscape.
  public var paper: Size
  /// The distances from the sheet's edges to the text area.
  public var margins: Insets
  /// The text of each role; `body` is always present and stands in for roles that are absent.
  public var roles: [TextRole: TextStyle]
  /// How the lines of all text are composed.
  public var composition: LineComposition
  /// How tables are ruled and sized.
  public var table: TableStyle
  /// The distance from the bottom edge of the sheet to the baseline of the footer.
  public var footerBaseline: Length
  /// Pale words under the text of every page, such as 样张; nothing leaves the paper white.
  public var watermark: String?

  /// Creates a page style.
  public init(
    paper: Size,
    margins: Insets,
    roles: [TextRole: TextStyle],
    composition: LineComposition = LineComposition(),
    table: TableStyle,
    footerBaseline: Length,
    watermark: String? = nil
  ) {
    self.paper = paper
    self.margins = margins
    self.roles = roles
    self.composition = composition
    self.table = table
    self.footerBaseline = footerBaseline
    self.watermark = watermark
  }

  /// The text area: the sheet less its margins.
  public var textArea: Rectangle {
    Rectangle(x: .zero, y: .zero, width: paper.width, height: paper.height).inset(by: margins)
  }

  /// Returns the style of `role`, falling back to `body` and then to the house's plain text.
  public subscript(role: TextRole) -> TextStyle { roles[role] ?? roles[.body] ?? TextStyle() }
}

/// A sheet size by its ISO 216 name.
public enum Paper: String, Sendable, CaseIterable {
  /// 210 × 297 mm.
  case a4 = "A4"
  /// 297 × 420 mm.
  case a3 = "A3"

  /// The upright sheet.
  public var size: Size {
    switch self {
    case .a4: Size(width: .mm(210), height: .mm(297))
    case .a3: Size(width: .mm(297), height: .mm(420))
    }
  }
}
