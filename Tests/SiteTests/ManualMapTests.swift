import Foundation
import Site
import Testing

/// The table of `content/guides/README.md`, which says where each part of the five manuals has its place.
@Suite struct ManualMapTests {
  /// A row of the table.
  private struct Row {
    var manual: String
    var part: String
    var targets: [String]
  }

  @Test func everyPlaceInTheTableExists() throws {
    let guides = try Checkout.guideNames().compactMap { openGuide(try Checkout.guideSource($0)).0 }
    let rows = try rows()
    #expect(rows.count > 300)
    for row in rows {
      #expect(!row.targets.isEmpty, "\(row.manual) \(row.part) has no place")
      for target in row.targets {
        #expect(exists(target, in: guides), "\(row.manual) \(row.part): \(target)")
      }
    }
  }

  @Test func noPartOfAManualStandsTwice() throws {
    let parts = try rows().map { "\($0.manual) \($0.part)" }
    #expect(Set(parts).count == parts.count)
  }

  @Test func allSixtyFiguresOfShanxiHaveTheirPlace() throws {
    let found = Set(try rows().map(\.part))
    for number in 1...60 { #expect(found.contains("图 \(number)"), "图 \(number)") }
  }

  /// The numbered sections of the manuals, as their tables of contents list them.
  private static let sections: KeyValuePairs<String, [String]> = [
    "吉林省单位网厅用工备案": (1...11).map { "1.\($0)" },
    "沾益区劳动合同网签": (1...5).map { "一、\($0)" } + (1...7).map { "二、\($0)" }
      + (1...4).map { "三、\($0)" },
    "山西省打包快办": ["1.1", "1.2", "2.1", "3.1.1", "3.1.2", "3.1.3"]
      + package(2, steps: 9, items: 9) + package(3, steps: 8, items: 2)
      + package(4, steps: 8, items: 5) + package(5, steps: 7, items: 1)
      + package(6, steps: 7, items: 3) + ["3.7.1"],
    "吉林省电子劳动合同": (1...4).map { "1.\($0)" } + (1...5).map { "2.1.\($0)" }
      + ["2.2", "2.3", "2.5", "2.6", "2.7", "2.8"] + (1...5).map { "2.4（\($0)）" }
      + (1...6).map { "3.\($0)" } + ["4"] + (1...7).map { "5.\($0)" } + ["5.8.1", "5.8.2"],
    "株洲市人社通": ["1.1", "1.2", "2.1", "2.2", "3.1"]
      + [(1, 5), (2, 6), (3, 7), (4, 4), (5, 4), (6, 2), (7, 2), (8, 2)].flatMap { menu, windows in
        (1...windows).flatMap { ["4.\(menu).\($0)", "4.\(menu).\($0) 图"] }
      },
  ]

  /// The sections of a package of the Shanxi manual.
  private static func package(_ number: Int, steps: Int, items: Int) -> [String] {
    ["3.\(number).1", "3.\(number).3"] + (1...steps).map { "3.\(number).2.\($0)" }
      + (1...items).map { "3.\(number).4.\($0)" }
  }

  @Test func everyNumberedSectionOfAManualHasItsPlace() throws {
    let found = Set(try rows().map { "\($0.manual) \($0.part)" })
    for (manual, sections) in Self.sections {
      for section in sections {
        let isThere =
          found.contains("\(manual) \(section)")
          || found.contains { $0.hasPrefix("\(manual) \(section)（") }
        #expect(isThere, "\(manual) \(section)")
      }
    }
  }

  private func rows() throws -> [Row] {
    var manual = ""
    return try Checkout.text("content/guides/README.md").split(separator: "\n").compactMap { line in
      if line.hasPrefix("## ") { manual = String(line.dropFirst(3)) }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, cells[0] != "手册", !cells[0].hasPrefix("---") else { return nil }
      let targets = cells[2].matches(of: /\]\(([^)]*)\)/).map { String($0.output.1) }
      return Row(manual: manual, part: cells[0], targets: targets)
    }
  }

  /// Whether a place such as `guide/page.md#anchor` is there.
  private func exists(_ target: String, in guides: [Guide]) -> Bool {
    let parts = target.split(separator: "#", maxSplits: 1).map(String.init)
    let path = parts[0].split(separator: "/").map(String.init)
    guard path.count == 2, let guide = guides.first(where: { $0.id == path[0] }),
      let page = guide.pages.first(where: { "\($0.slug).md" == path[1] })
    else { return false }
    guard parts.count > 1 else { return true }
    return page.headings.contains { $0.id == parts[1] }
      || page.figures.contains { $0.id == parts[1] }
  }
}
