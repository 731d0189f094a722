public import Fonts
import Geometry
public import Pages
import Styling

extension DrawnSeal {
  /// Returns a sheet with the seal as it may be shown without a signature: pale, with 样章 across it in grey.
  ///
  /// A seal at full strength that nobody signed for would be good for forging only, so nothing else leaves this program
  /// outside of a signed document. `title` is for those who cannot see it.
  public func specimenSheet(
    titled title: String,
    fonts: FontLibrary
  ) throws(SealFailure) -> Page {
    let margin = Length.mm(4)
    let shapes = items(DrawnSeal.pale) + (try specimenWords(fonts))
    let area = Rectangle(
      x: margin,
      y: margin,
      width: size.width,
      height: size.height
    )
    let drawing = PlacedDrawing(
      items: shapes.map { $0.moved(by: margin) },
      area: area,
      mark: .node(0)
    )
    return Page(
      number: 1,
      size: Size(width: size.width + margin * 2, height: size.height + margin * 2),
      items: [.drawing(drawing)],
      structure: [.leaf(StructureElement(.figure(alternative: title), node: 0))]
    )
  }

  /// The red of seals, mixed with as much white.
  private static let pale = Ink(red: 236, green: 128, blue: 140)

  private func specimenWords(_ fonts: FontLibrary) throws(SealFailure) -> [PageItem] {
    let words = try OutlinedCharacter.all(of: "样章", in: .hei, fonts: fonts)
    let (width, height) = (size.width.millimetres, size.height.millimetres)
    let em = min(width, height) * 0.42
    // Turned by 15 degrees to the left, as words across a page are turned.
    let right = SIMD2(0.9659, -0.2588)
    let up = SIMD2(right.y, -right.x)
    return zip(words, [-0.5, 0.5]).map { word, place in
      let origin = SIMD2(width, height) / 2 + right * place * em
      let frame = Frame(origin: origin, right: right * em, up: up * em)
      return .shape(word.path(in: frame), Ink(grey: 90))
    }
  }
}

extension PageItem {
  /// The shape moved to the right and down; a seal has nothing else.
  fileprivate func moved(by distance: Length) -> PageItem {
    guard case .shape(let path, let ink) = self else { return self }
    return .shape(path.mapped { Point(x: $0.x + distance, y: $0.y + distance) }, ink)
  }
}
