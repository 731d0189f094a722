import DocumentTree
import SquareCodes
import Testing

@Suite struct SquareCodeTests {
  /// The modules of a code, row by row, dark ones true.
  private func modules(_ code: SquareCode) -> [[Bool]] {
    var rows = [[Bool]](repeating: [Bool](repeating: false, count: code.side), count: code.side)
    for bar in code.bars {
      for column in bar.column..<bar.column + bar.length {
        #expect(!rows[bar.row][column], "bars do not overlap")
        rows[bar.row][column] = true
      }
    }
    return rows
  }

  @Test func threeCornersAreMarkedForFinding() throws {
    let code = try #require(squareCode(of: "XQ-2026-0001 0123456789abcdef 1"))
    #expect(code.side == 29, "version 3 (ISO/IEC 18004, table 1)")
    let rows = modules(code)
    // The finder pattern: a dark ring around a light one around a dark square (ISO/IEC 18004, 6.3.3).
    let finder = (0..<7).map { row in
      (0..<7).map { column in max(abs(row - 3), abs(column - 3)) != 2 }
    }
    for (top, left) in [(0, 0), (0, 22), (22, 0)] {
      #expect((0..<7).map { Array(rows[top + $0][left..<left + 7]) } == finder)
    }
    // The timing pattern between two of them is dark and light in turn.
    #expect(rows[6][8..<21].enumerated().allSatisfy { $0.element == $0.offset.isMultiple(of: 2) })
  }

  @Test func theSameTextGivesTheSameCodeAndAnotherAnother() {
    #expect(squareCode(of: "甲 1") == squareCode(of: "甲 1"))
    #expect(squareCode(of: "甲 1") != squareCode(of: "甲 2"))
  }

  @Test func whatCannotBeEncodedHasNoCode() {
    #expect(squareCode(of: "") == nil)
    #expect(squareCode(of: String(repeating: "x", count: 2331)) != nil)
    #expect(squareCode(of: String(repeating: "x", count: 2332)) == nil)
  }
}
