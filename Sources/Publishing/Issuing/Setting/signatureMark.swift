import Diagnostics
import DocumentTree
public import Fonts
import Geometry
import Layout
public import PDF
import Pages
public import Styling

/// Returns what is seen of a signature: `lines` of text in a frame, in the fonts of `style`.
///
/// It stands where drawn seals and handwriting will; it says who signed, and claims to be nothing else. It is red, as
/// seals are, so that it is told apart from the words that it lies over.
public func signatureMark(
  _ lines: [String],
  in style: PageStyle,
  fonts: FontLibrary
) throws(IssuingFailure) -> SignatureMark {
  let size = Size(width: .mm(42), height: .mm(3.5) + .pt(10) * lines.count)
  let set = try setLines(lines, in: markStyle(style, size, margin: .mm(1.5)), fonts)
  return SignatureMark(size: size, items: frame(of: size) + set)
}

/// Returns what is printed beside a seal: `lines` of text and the document's number (签署编号), the digits by which it is
/// told from others, in the fonts of `style` and without a frame.
public func signatureCaption(
  _ lines: [String],
  number: String,
  in style: PageStyle,
  fonts: FontLibrary
) throws(IssuingFailure) -> SignatureMark {
  let lines = lines + ["签署编号 \(number)"]
  let size = Size(width: .mm(38), height: .pt(10) * lines.count)
  return SignatureMark(
    size: size,
    items: try setLines(lines, in: markStyle(style, size, margin: .zero), fonts)
  )
}

private func setLines(
  _ lines: [String],
  in style: PageStyle,
  _ fonts: FontLibrary
) throws(IssuingFailure) -> [PageItem] {
  let content = lines.map { line in
    Block<Never>.paragraph(
      Paragraph(role: .centre, content: [.text(line, .unknown)], origin: .unknown)
    )
  }
  let shelf = Shelf()
  do throws(LayoutFailure) {
    _ = try Typesetter(fonts: fonts).layOut(
      Document(title: "", body: content),
      style: style
    ) { page throws(LayoutFailure) in
      if shelf.items.isEmpty { shelf.items = page.items }
    }
  } catch {
    throw IssuingFailure(error)
  }
  return shelf.items
}

/// The red of seals.
private let markInk = Ink(red: 200, green: 16, blue: 46)

/// Keeps what the layout sets.
private final class Shelf {
  var items: [PageItem] = []
}

private func markStyle(_ style: PageStyle, _ size: Size, margin: Length) -> PageStyle {
  var body = TextStyle()
  body.family = .song
  body.size = .pt(7.5)
  body.linePitch = .pt(10)
  body.ink = markInk
  return PageStyle(
    paper: size,
    margins: Insets(top: margin, left: margin, bottom: margin, right: margin),
    roles: [.body: body],
    table: style.table,
    footerBaseline: margin
  )
}

private func frame(of size: Size) -> [PageItem] {
  let thickness = Length.pt(0.75)
  let half = thickness / 2
  let (right, bottom) = (size.width - half, size.height - half)
  let corners = [
    Point(x: half, y: half), Point(x: right, y: half), Point(x: right, y: bottom),
    Point(x: half, y: bottom),
  ]
  return corners.indices.map { index in
    .rule(
      Rule(
        from: corners[index],
        to: corners[(index + 1) % 4],
        thickness: thickness,
        ink: markInk
      )
    )
  }
}
