import Geometry
import Styling
import TestSupport
import Testing

private let sheet = Rectangle(x: .zero, y: .zero, width: .mm(210), height: .mm(297))

@Test func aRectangleKnowsItsEdges() {
  let box = Rectangle(x: .mm(10), y: .mm(20), width: .mm(30), height: .mm(40))
  #expect(box.left == .mm(10))
  #expect(box.right == .mm(40))
  #expect(box.top == .mm(20))
  #expect(box.bottom == .mm(60))
  #expect(box == Rectangle(origin: Point(x: .mm(10), y: .mm(20)), size: box.size))
}

@Test func insetsComeOffTheirOwnEdges() {
  let margins = Insets(top: .mm(1), left: .mm(2), bottom: .mm(3), right: .mm(4))
  let inner = sheet.inset(by: margins)
  #expect(inner.description == "2,1 204×293")
  #expect(inner.bottom == .mm(294))
}

@Test func aRectangleContainsItselfAndWhatTouchesItsEdges() {
  #expect(sheet.contains(sheet))
  #expect(sheet.contains(Rectangle(x: .mm(200), y: .mm(0), width: .mm(10), height: .mm(297))))
  #expect(!sheet.contains(Rectangle(x: .mm(200), y: .zero, width: .mm(10.001), height: .mm(1))))
  #expect(!sheet.contains(Rectangle(x: .mm(-0.001), y: .zero, width: .mm(1), height: .mm(1))))
  #expect(!sheet.contains(Rectangle(x: .zero, y: .mm(-1), width: .mm(1), height: .mm(1))))
  #expect(!sheet.contains(Rectangle(x: .zero, y: .mm(296), width: .mm(1), height: .mm(2))))
}

@Test func whatIsInsetLiesWithin() {
  for seed in 1...100 as ClosedRange<UInt64> {
    var random = SeededGenerator(seed: seed)
    let part = { Length(nanometres: Int.random(in: 0...50_000_000, using: &random)) }
    let insets = Insets(top: part(), left: part(), bottom: part(), right: part())
    #expect(sheet.contains(sheet.inset(by: insets)), "seed \(seed)")
  }
}

@Test func pointsAndRectanglesArePrintedInMillimetres() {
  #expect(Point(x: .mm(1.25), y: .mm(-3)).description == "1.25,-3")
  #expect(sheet.description == "0,0 210×297")
}

@Test func aSheetIsTurnedByAQuarter() {
  #expect(Paper.a4.size.turned == Size(width: .mm(297), height: .mm(210)))
  #expect(Paper.a3.size.turned.turned == Paper.a3.size)
}

@Test func theTextAreaIsTheSheetLessItsMargins() {
  let style = PageStyle(
    paper: Paper.a4.size,
    margins: Insets(top: .mm(37), left: .mm(28), bottom: .mm(35), right: .mm(26)),
    roles: [.body: TextStyle(family: .kai)],
    table: TableStyle(),
    footerBaseline: .mm(15)
  )
  #expect(style.textArea.description == "28,37 156×225")
  #expect(style[.title].family == .kai)
}
