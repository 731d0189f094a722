import Diagnostics
import Fonts
import Foundation
import Issuing
import Styling
import Testing

@Suite struct FontPlanReadingTests {
  private func read(_ text: String) -> (FontPlan?, [String]) {
    let (plan, diagnostics) = readFontPlan(text, file: "fonts.yaml")
    return (plan, diagnostics.map(\.description))
  }

  @Test func everyKeyArrives() throws {
    let (plan, complaints) = read(
      """
      folders: [/fonts/a, /fonts/b]
      families:
        宋体:
          - {names: [SimSun, 宋体], bold: [SimHei], optional: true}
          - {names: Noto Serif CJK SC, package: fonts-noto-cjk}
        仿宋:
          - {names: [KaiTi], notice: 没有仿宋}
      fallback:
        - {names: [HanaMinA], covers: [2E80-9FFF, 20000-2EBE0]}
      """
    )
    #expect(complaints == [])
    let expected = FontPlan(
      families: [
        .song: [
          FontCandidate(["SimSun", "宋体"], boldNames: ["SimHei"], isOptional: true),
          FontCandidate(["Noto Serif CJK SC"], package: "fonts-noto-cjk"),
        ],
        .fang: [FontCandidate(["KaiTi"], notice: "没有仿宋")],
      ],
      fallback: [FontCandidate(["HanaMinA"], covers: [0x2E80...0x9FFF, 0x20000...0x2EBE0])],
      folders: ["/fonts/a", "/fonts/b"]
    )
    #expect(plan == expected)
  }

  @Test func theShippedPlanIsSound() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "fonts/fonts.yaml")
    let (plan, complaints) = read(try String(contentsOf: file, encoding: .utf8))
    #expect(complaints == [])
    let families = try #require(plan).families
    #expect(Set(families.keys) == [.song, .hei, .kai, .fang])
    #expect(families.values.allSatisfy { !$0.isEmpty && $0.allSatisfy { !$0.names.isEmpty } })
    #expect(families[.fang]?.last?.notice != nil)
    #expect(plan?.fallback.isEmpty == false)
  }

  /// Whoever lacks a character of Unicode's Hanzi is told what to install, where there is anything.
  @Test(arguments: [
    (UInt32(0x4E00), "fonts-noto-cjk"), (0x20000, "fonts-hanazono"), (0x2CEB0, "fonts-hanazono"),
    (0x30000, "fonts-babelstone-han"), (0x31350, "fonts-babelstone-han"),
    (0xF40, "fonts-noto-core"),
  ])
  func theShippedPlanKnowsAPackageFor(_ code: UInt32, _ package: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "fonts/fonts.yaml")
    let plan = try #require(read(try String(contentsOf: file, encoding: .utf8)).0)
    let covering = plan.fallback.filter { $0.covers.contains { $0.contains(code) } }
    #expect(covering.compactMap(\.package).contains(package))
  }

  @Test(arguments: [
    ("familys: {}", "fonts.yaml:1:1：警告：不认识的键“familys”；是否想写“families”？"),
    ("families: {宋体: [{name: [A]}]}", "是否想写“names”？"),
    ("families: {宋体: [{package: a}]}", "缺少必填的键“names”"),
    ("families: {宋体: [{names: []}]}", "应为至少一个字体名"),
    ("families: {宋体: [{names: [A], covers: [9FFF-4E00]}]}", "应为码位的范围"),
    ("families: {宋体: [{names: [A], covers: [汉]}]}", "应为码位的范围"),
    ("families: {宋体: {names: [A]}}", "“宋体”的值不合要求"),
    ("families: {宋体: SimSun}", "此处应为键值表"),
    ("families: {宋体: [SimSun]}", "此处应为键值表"),
    ("families: [宋体]", "此处应为键值表"),
    ("families: {宋体: [{names: [A], optional: 也许}]}", "“optional”的值不合要求；现为“也许”"),
    ("fallback: {names: [A]}", "“fallback”的值不合要求"),
    ("folders: [[a]]", "“folders”的值不合要求"),
    ("families: {宋体: [", "fonts.yaml:"),
  ])
  func aMistakeIsTold(_ text: String, _ words: String) {
    let complaints = read(text).1
    #expect(complaints.contains { $0.contains(words) }, "\(complaints)")
    #expect(complaints.allSatisfy { $0.hasPrefix("fonts.yaml:") })
  }
}
