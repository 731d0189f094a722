import Diagnostics
import DocumentTree
import Geometry
import Pages
import Styling
import TestSupport
import Testing

@testable import Layout

@Suite struct MachineMarkTests {
  private let mark = MachineMark(
    text: "名册编号：XQ-2026-0001　校验码：0123456789abcdef　第1版",
    code: SquareCode(
      side: 3,
      bars: [
        SquareCode.Bar(row: 0, column: 0, length: 3), SquareCode.Bar(row: 2, column: 1, length: 1),
      ]
    )
  )

  private func corner(_ mark: MachineMark, footer: RunningLine<Never>? = nil) throws -> Page {
    var document = Sample.document(Sample.paragraph("甲"))
    (document.mark, document.footer) = (mark, footer)
    let furniture = try Sample.laidOut(document).outcome.furniture
    return Page(number: 1, size: Paper.a4.size, items: try furniture.items(onPage: 1))
  }

  @Test func theLineStandsAtTheLeftMarginBeneathTheFooter() throws {
    let page = try corner(mark, footer: RunningLine(start: [.text("甲", .unknown)]))
    #expect(page.lines == ["甲", mark.text])
    let runs = page.runs.filter { $0.origin.y == .mm(292) }
    #expect(runs.first?.origin.x == .mm(28))
    #expect(runs.allSatisfy { $0.size == .pt(8) && $0.mark == .decoration })
  }

  @Test func theCodeStandsInTheCornerWithModulesThatMeet() throws {
    let fills = try corner(mark).items.compactMap { item -> Rectangle? in
      if case .fill(let area, .black) = item { area } else { nil }
    }
    #expect(
      fills == [
        Rectangle(x: .mm(4.5), y: .mm(283.5), width: .mm(9), height: .mm(3)),
        Rectangle(x: .mm(7.5), y: .mm(289.5), width: .mm(3), height: .mm(3)),
      ]
    )
  }

  @Test func aLineTooLongIsMadeSmallerAndNeverLost() throws {
    let long = MachineMark(text: String(repeating: "很长的版次", count: 20))
    let page = try corner(long)
    #expect(page.lines == [long.text])
    let end = page.runs.map { $0.origin.x + $0.width }.max()
    #expect(try #require(end) <= .mm(182))
  }

  @Test func withoutAMarkNothingIsAdded() throws {
    let document = Sample.document(Sample.paragraph("甲"))
    #expect(try Sample.laidOut(document).outcome.furniture.items(onPage: 1).isEmpty)
  }
}
