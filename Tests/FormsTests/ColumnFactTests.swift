import DocumentTree
import Forms
import Foundation
import Geometry
import Records
import Styling
import Testing

/// The tables of the house's forms have the columns that the trade asks for (`Cases/columns.txt`).
struct ColumnFactTests {
  @Test func everyTableHasTheColumnsOfTheTrade() throws {
    let facts = try TableFacts.all()
    #expect(facts.count == 24)
    for fact in facts {
      let form = try #require(try House.open(fact.form).0)
      let tables = bindBlank(form, profile: .law).tables
      try #require(fact.place <= tables.count, "\(fact.form)")
      #expect(tables[fact.place - 1].columnWords == fact.ours, "\(fact.number) \(fact.form)")
      #expect(form.paperWord == fact.paper, "\(fact.number) \(fact.form)")
    }
  }

  @Test func whatIsOtherThanTheTradeSaysHasItsReason() throws {
    for fact in try TableFacts.all() {
      #expect(fact.reasons.allSatisfy { $0.count > 20 }, "\(fact.number)")
      #expect(Set(fact.replaced).isDisjoint(with: fact.ours), "\(fact.number)")
    }
  }

  /// 备案表一 has no head row: three labels beside their values in a line, in the order of the counters.
  @Test func theCountersOfAnEmployerStandInTheirOrder() throws {
    let form = try #require(try House.open("employer-basics").0)
    let grid = try #require(bindBlank(form, profile: .shanxi).tables.first)
    #expect(grid.columns.map(\.share) == [30, 27, 30, 27, 30, 26])
    guard case .rows(let rows) = grid.body else {
      Issue.record("the grid has no rows of its own")
      return
    }
    let labels = rows.flatMap(\.cells).filter(\.isHeader).map(\.words)
    let counters = [
      "上年度职工工资总额（万元）", "上年度在岗职工人均月工资（元）", "累计拖欠职工工资总额（万元）", "拖欠工资涉及职工人数", "单位空缺岗位（人）",
      "劳动关系人员数", "男职工", "女职工", "在岗职工人数", "非在岗职工人数", "其中农民工", "应签订劳动合同人数", "实签订人数", "合同签订率（%）",
      "签订以完成一定工作任务为期限的劳动合同人数", "签订3年以下", "签订3-10年", "签订10年以上和无固定期限",
    ]
    #expect(labels.filter(counters.contains) == counters)
  }
}

/// What is known of the columns of a table, and what ours does otherwise.
private struct TableFacts {
  let number: String
  let form: String
  let place: Int
  let paper: String
  /// Our columns, each as `name width alignment`.
  var ours: [String] = []
  /// What the trade has where ours is other.
  var replaced: [String] = []
  var reasons: [String] = []

  static func all() throws -> [TableFacts] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/columns.txt")
    let blocks = try String(contentsOf: file, encoding: .utf8).split(separator: "\n\n").dropFirst()
    return try blocks.map { try TableFacts($0.split(separator: "\n")) }
  }

  private init(_ lines: [Substring]) throws {
    let head = lines[0].split(separator: " ").map(String.init)
    (number, form, place, paper) = (head[0], head[1], try #require(Int(head[2])), head[3])
    for line in lines.dropFirst() {
      let parts = line.split(separator: " # ").map(String.init)
      guard let sign = parts[0].first, "+=".contains(sign) else {
        ours.append(parts[0])
        continue
      }
      reasons.append(parts.count > 1 ? parts[1] : "")
      if sign == "=" { replaced.append(ours.removeLast()) }
      ours.append(String(parts[0].dropFirst(2)))
    }
  }
}

extension Document<Never> {
  fileprivate var tables: [Table<Never>] {
    body.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}

extension Table<Never> {
  /// The columns as the facts spell them; a head of several rows counts by its lowest cells.
  fileprivate var columnWords: [String] {
    var names = [String](repeating: "", count: columns.count)
    var covered = [Int](repeating: 0, count: columns.count)
    for row in head {
      var place = 0
      for cell in row.cells {
        while covered[place] > 0 { place += 1 }
        for column in place..<place + cell.columnSpan {
          (names[column], covered[column]) = (cell.words, cell.rowSpan)
        }
        place += cell.columnSpan
      }
      covered = covered.map { max(0, $0 - 1) }
    }
    return zip(names, columns).map { name, column in
      let width = (column.share ?? column.millimetres).map { Int($0) } ?? 0
      let words: [ColumnAlignment: String] = [.start: "左", .centre: "中", .end: "右"]
      return "\(name) \(width) \(words[column.alignment] ?? "？")"
    }
  }
}

extension TableCell<Never> {
  /// The cell's text without its line breaks.
  fileprivate var words: String {
    content.compactMap { if case .text(let text, _) = $0 { text } else { nil } }.joined()
  }
}

extension Form {
  /// The paper as the facts spell it.
  fileprivate var paperWord: String {
    let sides = [style.paper.width, style.paper.height].map { Int($0.millimetres) }
    let name = ["A3": [297, 420], "A4": [210, 297]].first { $0.value == sides.sorted() }?.key
    return (name ?? "？") + (sides[0] > sides[1] ? "横" : "竖")
  }
}
