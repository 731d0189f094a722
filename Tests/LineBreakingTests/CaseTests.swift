import Foundation
import Geometry
import LineBreaking
import Testing

/// The cases of `Cases/*.txt`: one line each, sorted by the clause they prove.
struct CaseTests {
  @Test(arguments: try Case.read("lines.txt"))
  func linesEndWhereTheyShould(_ one: Case) throws {
    let style = try CaseStyle(one.fields[0])
    let measure = TestMeasure.em * (try #require(Double(one.fields[1])))
    let text = one.fields[2].replacing("\\n", with: "\n")
    let items = try style.items(of: text)
    let lines = breakLines(items, widths: LineWidths(rest: measure))
    let found = zip(TestMeasure.texts(lines, of: text), lines).map { text, line in
      text + style.adjustment(of: line, items, measure)
    }
    #expect(
      found.joined(separator: " / ").replacing("\n", with: "\\n") == one.fields[3],
      "line \(one.line)"
    )
  }

  @Test(arguments: try Case.read("widths.txt"))
  func marksAndGapsHaveTheirWidths(_ one: Case) throws {
    let style = try CaseStyle(one.fields[0])
    let lines = breakLines(try style.items(of: one.fields[1]), widths: .init(rest: .mm(10000)))
    #expect(lines.count == 1)
    #expect(
      lines.map(\.natural) == [TestMeasure.em * (Double(one.fields[2]) ?? -1)],
      "line \(one.line)"
    )
  }

  @Test(arguments: try Case.read("justified.txt"))
  func justifiedLinesAreFullOrRagged(_ one: Case) throws {
    let measure = TestMeasure.em * (try #require(Double(one.fields[0])))
    let text = one.fields[1].replacing("\\n", with: "\n")
    let items = try TestMeasure.items(of: text)
    let found = breakLines(items, widths: LineWidths(rest: measure)).map { line -> String in
      let width = setLine(line, of: items, to: measure, filling: .justified).width
      return (width.millimetres / 10).formatted(
        .number.grouping(.never).precision(.fractionLength(0...3)).locale(Locale(identifier: "en"))
      )
    }
    #expect(found.joined(separator: " / ") == one.fields[2], "line \(one.line)")
  }

  /// Breaks `text` at every width that can hold its widest piece, and hands over the lines.
  private func everyWidth(_ text: String, from least: Double, _ check: ([String], Double) -> Void)
    throws
  {
    let items = try TestMeasure.items(of: text)
    for width in stride(from: least, through: Double(text.count) + 1, by: 0.25) {
      check(
        TestMeasure.texts(breakLines(items, widths: TestMeasure.width(em: width)), of: text),
        width
      )
    }
  }

  @Test(arguments: try Case.marks("start"))
  func noSuchMarkStartsALine(mark: Character) throws {
    try everyWidth("甲乙丙丁戊己\(mark)庚辛", from: 2) { lines, width in
      #expect(!lines.contains { $0.first == mark }, "\(width) em: \(lines)")
    }
    try everyWidth("甲Form\(mark)乙ab1\(mark)丙", from: 3.5) { lines, width in
      #expect(!lines.contains { $0.first == mark }, "\(width) em: \(lines)")
    }
  }

  @Test(arguments: try Case.marks("end"))
  func noSuchMarkEndsALine(mark: Character) throws {
    try everyWidth("甲乙丙丁戊\(mark)己庚辛", from: 2) { lines, width in
      #expect(!lines.contains { $0.last == mark }, "\(width) em: \(lines)")
    }
  }

  @Test(arguments: try Case.marks("unit"))
  func numbersKeepTheUnitAfterThem(unit: Character) throws {
    try everyWidth("甲乙丙12\(unit)丁戊", from: 2.5) { lines, width in
      #expect(lines.contains { $0.contains("12\(unit)") }, "\(width) em: \(lines)")
    }
  }

  @Test(arguments: try Case.marks("sign"))
  func numbersKeepTheSignBeforeThem(sign: Character) throws {
    try everyWidth("甲乙丙\(sign)12丁戊", from: 2.5) { lines, width in
      #expect(lines.contains { $0.contains("\(sign)12") }, "\(width) em: \(lines)")
    }
  }

  @Test(arguments: ["——", "……", "第十二条", "第3款", "80%", "-12.5", "¥5", "3月"])
  func whatBelongsTogetherIsNeverTornWhereALineCanHoldIt(piece: String) throws {
    try everyWidth("甲乙丙\(piece)丁戊己", from: Double(piece.count) + 1) { lines, width in
      #expect(lines.contains { $0.contains(piece) }, "\(width) em: \(lines)")
    }
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

  /// The marks of `marks.txt` that are listed for `rule`.
  static func marks(_ rule: String) throws -> [Character] {
    let listed = try read("marks.txt").filter { $0.fields[0] == rule }.flatMap {
      Array($0.fields[1])
    }
    return Set(listed).sorted()
  }
}
