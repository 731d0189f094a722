import Geometry
import Pages
import Styling
import Testing

@testable import Layout

/// Which rules a part of a table gets.
struct GridRulesTests {
  private let table = TableFrame(
    edges: [.zero, .mm(10), .mm(20), .mm(30)],
    style: TableStyle(frame: .mm(0.4), rule: .mm(0.2)),
    depth: 1
  )

  private func row(_ number: Int, _ cells: CellShape...) -> PlacedRow {
    PlacedRow(top: .mm(8) * number, bottom: .mm(8) * (number + 1), cells: cells)
  }

  /// The inner rules as text.
  private func inner(_ rows: [PlacedRow]) -> [String] {
    GridRules(table, rows: rows).items().compactMap { item in
      guard case .rule(let rule) = item, rule.thickness == .mm(0.2) else { return nil }
      return "\(rule.start) → \(rule.end)"
    }
  }

  private func whole(_ number: Int) -> PlacedRow {
    row(
      number,
      CellShape(columns: 0..<1),
      CellShape(columns: 1..<2),
      CellShape(columns: 2..<3)
    )
  }

  @Test func nothingIsRuledWithoutRows() {
    #expect(GridRules(table, rows: []).items().isEmpty)
  }

  @Test func plainRowsShareTheirUprightRules() {
    #expect(
      inner([whole(0), whole(1), whole(2)]) == [
        "0,8 → 30,8", "0,16 → 30,16", "10,0 → 10,24", "20,0 → 20,24",
      ]
    )
  }

  @Test func aSpanInterruptsUprightRules() {
    let span = row(1, CellShape(columns: 0..<3))
    #expect(
      inner([whole(0), span, whole(2)]) == [
        "0,8 → 30,8", "0,16 → 30,16", "10,0 → 10,8", "10,16 → 10,24", "20,0 → 20,8",
        "20,16 → 20,24",
      ]
    )
  }

  @Test func aCellThatContinuesInterruptsLevelRules() {
    let open = row(
      0,
      CellShape(columns: 0..<1),
      CellShape(columns: 1..<2, continuesBelow: true),
      CellShape(columns: 2..<3)
    )
    #expect(
      inner([open, whole(1)]).prefix(2) == ["0,8 → 10,8", "20,8 → 30,8"]
    )
  }

  @Test func theFrameHasFourRulesWithClosedCorners() {
    let frame = GridRules(table, rows: [whole(0)]).items().compactMap { item -> Rule? in
      guard case .rule(let rule) = item, rule.thickness == .mm(0.4) else { return nil }
      return rule
    }
    #expect(frame.count == 4)
    #expect(frame.map(\.start.x).min() == .mm(-0.2))
    #expect(frame.map(\.end.x).max() == .mm(30.2))
  }
}
