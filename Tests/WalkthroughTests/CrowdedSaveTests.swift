import Foundation
import Ledger
import TestSupport
import Testing

/// Several processes save at once, beginning with a ledger that none of them has made yet.
@Suite struct CrowdedSaveTests {
  private let project: RosterProject

  init() throws {
    project = try RosterProject()
  }

  private func saveAtOnce(_ records: [String]) throws -> [Program.Outcome] {
    let runs = try records.enumerated().map { index, name in
      try Program.mingce.start(
        ["roster", "save", "roster", name, "-o", "out/\(index).pdf"],
        in: project.folder.url
      )
    }
    return try runs.map { try $0.outcome() }
  }

  @Test func tenAtOnceHaveNumbersOfTheirOwn() throws {
    for index in 0..<10 {
      try project.write((index * 2 + 1)...(index * 2 + 2), to: "\(index).json")
    }
    let outcomes = try saveAtOnce((0..<10).map { "\($0).json" })
    for outcome in outcomes { #expect(outcome.status == 0, "\(outcome.said)") }
    let rosters = try project.rosters()
    #expect(rosters.map(\.roster.number).count == 10)
    #expect(Set(rosters.map(\.roster.number)).count == 10)
    #expect(rosters.last?.roster.number == "XQ-2026-0010")
    #expect(Set(rosters.flatMap(\.ids)).count == 20)
    let files = try Set((0..<10).map { try project.hash(of: "out/\($0).pdf") })
    #expect(files == Set(rosters.map(\.roster.file)))
    #expect(try project.findings() == [])
    #expect(try project.folder.names().filter { $0.hasSuffix(".part") } == [])
  }

  @Test func ofTenWithTheSameFilingsOneSaves() throws {
    try project.write(1...2, to: "同.json")
    let outcomes = try saveAtOnce((0..<10).map { _ in "同.json" })
    #expect(outcomes.map(\.status).sorted() == [0] + [Int32](repeating: 2, count: 9))
    for outcome in outcomes where outcome.status == 2 {
      // Refused while it is read or within the transaction: in both cases by the rows of the file.
      let rows = outcome.complaints.matches(of: /第 (\d+) 行.*该备案已生成名册XQ-2026-0001/)
      #expect(rows.map { String($0.1) } == ["1", "2"], "\(outcome.said)")
    }
    #expect(try project.rosters().count == 1)
    let files = try project.folder.names(in: "out")
    #expect(files.count == 1 && files[0].hasSuffix(".pdf"))
    #expect(try project.findings() == [])
  }
}
