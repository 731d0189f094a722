import Geometry
public import Styling

extension PageStyle {
  /// The look of the house, from which forms and themes depart: A4, contracts and letters after GB/T 9704-2012.
  ///
  /// Margins and the place of the page number are those of GB/T 9704-2012 §5.2 and §7.5; text is 小四 rather than
  /// 三号, as contracts are.
  public static let house = PageStyle(
    paper: Paper.a4.size,
    margins: Insets(top: .mm(37), left: .mm(28), bottom: .mm(35), right: .mm(26)),
    roles: houseRoles,
    table: TableStyle(),
    footerBaseline: .mm(26)
  )

  private static let houseRoles: [TextRole: TextStyle] = [
    .body: TextStyle(
      size: .pt(12),
      linePitch: .pt(24),
      alignment: .justified,
      firstLineIndent: 2
    ),
    .title: TextStyle(
      family: .hei,
      size: .pt(22),
      linePitch: .pt(34),
      alignment: .centre,
      spaceAfter: .pt(12)
    ),
    .heading2: TextStyle(
      family: .hei,
      size: .pt(14),
      linePitch: .pt(26),
      spaceBefore: .pt(8),
      spaceAfter: .pt(4)
    ),
    .heading3: TextStyle(
      family: .kai,
      size: .pt(14),
      linePitch: .pt(26),
      spaceBefore: .pt(6),
      spaceAfter: .pt(2)
    ),
    .heading4: TextStyle(weight: .bold, size: .pt(12), linePitch: .pt(24)),
    .subtitle: TextStyle(
      size: .pt(10.5),
      linePitch: .pt(18),
      alignment: .centre,
      spaceAfter: .pt(4)
    ),
    .fields: TextStyle(size: .pt(10.5), linePitch: .pt(18)),
    .tableHead: TextStyle(
      family: .hei,
      size: .pt(9),
      linePitch: .pt(11.5),
      alignment: .centre
    ),
    .tableBody: TextStyle(size: .pt(9), linePitch: .pt(11.5)),
    .caption: TextStyle(
      family: .hei,
      size: .pt(10.5),
      linePitch: .pt(18),
      alignment: .centre
    ),
    .note: TextStyle(size: .pt(9), linePitch: .pt(14)),
    .signature: TextStyle(size: .pt(12), linePitch: .pt(26)),
    .code: TextStyle(size: .pt(10.5), linePitch: .pt(16)),
    .contents: TextStyle(size: .pt(12), linePitch: .pt(22)),
    .footer: TextStyle(size: .pt(10.5), linePitch: .pt(14), alignment: .centre),
  ]
}
