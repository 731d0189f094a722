import Foundation
import Geometry
import LineBreaking
import Testing

/// The cases of `Cases/*.txt`: one line each, sorted by the clause they prove.
struct CaseTests {
  @Test(arguments: try Case.read("lines.txt"))
  func linesEndWhereTheyShould(_ one: Case) throws {
    let width = try #require(Double(one.fields[0]))
    let text = one.fields[1].replacing("\\n", with: "\n")
    let lines = breakLines(try TestMeasure.items(of: text), widths: TestMeasure.width(em: width))
    let found = TestMeasure.texts(lines, of: text).joined(separator: " / ")
    #expect(found.replacing("\n", with: "\\n") == one.fields[2], "line \(one.line)")
  }

  @Test(arguments: try Case.read("widths.txt"))
  func marksAndGapsHaveTheirWidths(_ one: Case) throws {
    let lines = breakLines(
      try TestMeasure.items(of: one.fields[0]),
      widths: .init(rest: .mm(10000))
    )
    #expect(lines.count == 1)
    #expect(
      lines.map(\.natural) == [TestMeasure.em * (Double(one.fields[1]) ?? -1)],
      "line \(one.line)"
    )
  }
}

/// One line of a case file.
struct Case: Sendable, CustomTestStringConvertible {
  var line: Int
  var fields: [String]

  var testDescription: String { "\(line): \(fields.joined(separator: " | "))" }

  static func read(_ name: String, filePath: String = #filePath) throws -> [Case] {
    let file = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Cases/\(name)")
    let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    return lines.enumerated().compactMap { number, line in
      guard !line.isEmpty, !line.hasPrefix("# ") else { return nil }
      return Case(line: number + 1, fields: line.components(separatedBy: " | "))
    }
  }
}
