import Diagnostics
import Foundation
import Issuing
import Records
import Rules
import TestSupport
import Testing

/// A head with an error: what is said of it and of nothing else, whether the rows are judged, and for which place.
///
/// Of the place of the fixtures no minimum wage is known (V-12): that is told wherever the place is known.
struct WrongHead: Sendable, CustomTestStringConvertible {
  let member: String
  let written: String
  let codes: [String]
  let isJudged: Bool

  var testDescription: String { "\(member) → \(written)" }

  init(
    _ member: String,
    _ written: String,
    _ codes: [String],
    isJudged: Bool = true,
    knowsPlace: Bool = true
  ) {
    (self.member, self.written, self.isJudged) = (member, written, isJudged)
    self.codes = (codes + (isJudged && knowsPlace ? ["V-12"] : [])).sorted()
  }

  static let all = [
    WrongHead(#""uscc":"91220102MA0Y00008L","#, #""uscc":"91220102MA0Y00008M","#, ["V-03"]),
    WrongHead(#""uscc":"91220102MA0Y00008L","#, "", ["V-09"]),
    WrongHead(#""name":"长春示例精密制造有限公司","#, "", ["V-09"]),
    WrongHead(
      #""legalRep":{"name":"赵示例","phone":"13500000001"}"#,
      #""legalRep":"赵示例""#,
      ["json.type"]
    ),
    WrongHead(#""addresses":{"mailing":"吉林省长春市南关区示例路1号"}"#, #""addresses":"示例路1号""#, ["json.type"]),
    WrongHead(#""division":"220102""#, #""division":220102"#, ["json.type"], knowsPlace: false),
    WrongHead(#""industry":"制造业""#, #""industry":"制造\u0007业""#, ["record.control"]),
    WrongHead(#""industry":"制造业""#, #""industry":"制造业","industry":"采掘业""#, ["json.duplicateKey"]),
    WrongHead(
      #""postalCode":"130022""#,
      #""postalCode":130022,"stats":{"staff":"五人"}"#,
      ["json.type", "record.number"]
    ),
    WrongHead(
      #""employer":{"#,
      #""employer":[],"boss":{"#,
      ["json.type", "record.unknownKey"],
      knowsPlace: false
    ),
    WrongHead(
      #""asOf":"2026-11-20""#,
      #""asOf":"2026-11-20","asOf":"2026-11-21""#,
      ["json.duplicateKey"],
      isJudged: false
    ),
    WrongHead(#""profile":"CN-JL""#, #""profile":"吉林省""#, ["record.unknownCode"], isJudged: false),
    WrongHead(#""asOf":"2026-11-20","#, "", ["V-09"], isJudged: false),
  ]
}

@Suite struct UnusableHeadTests {
  /// Two rows that break a rule and one that cannot be read; the sound head has nothing to be said of.
  private let text: String
  private let shelf: RuleShelf

  init() throws {
    shelf = try houseShelf()
    let rows = [
      RecordFixtures.filing(3),
      RecordFixtures.filing(6).replacing(
        "2018\",\"employmentForm",
        with: "2019\",\"employmentForm"
      ),
      RecordFixtures.filing(9).replacing("\"copies\":2", with: "\"copies\":77"),
    ]
    text = RecordFixtures.document(rows)
      .replacing("\"insuranceKinds\"", with: "\"hazards\":\"无\",\"insuranceKinds\"")
  }

  private typealias Report = (rows: [[String]], file: [String], batches: Int)

  private func report(_ text: String, workers: Int = 1) throws -> Report {
    var report: Report = ([], [], 0)
    let source = ByteSource(name: "记录.json", bytes: Array(text.utf8))
    do throws(RecordFailure) {
      let judged = try judgeRecords(source, by: shelf, workers: workers) { row, batch in
        report.rows.append(row.diagnostics.map(\.code))
        report.batches += batch == nil ? 0 : 1
      }
      report.file = (judged.file.diagnostics + judged.diagnostics).map(\.code)
    } catch {
      guard case .unusable(let diagnostics, _) = error else { throw error }
      report.file = diagnostics.map(\.code)
    }
    return report
  }

  @Test func theSoundHeadIsTheMeasure() throws {
    let sound = try report(text)
    #expect(sound.rows == [[], ["V-28"], ["record.number"]])
    #expect(sound.file == ["V-12"] && sound.batches == 3)
  }

  /// Every row is judged beside the error, which draws no other after it, and no document is begun.
  @Test(arguments: WrongHead.all)
  func oneReportTellsOfTheHeadAndOfEveryRow(_ head: WrongHead) throws {
    let wrong = text.replacing(head.member, with: head.written, maxReplacements: 1)
    #expect(wrong != text)
    let report = try report(wrong)
    #expect(report.rows == [[], head.isJudged ? ["V-28"] : [], ["record.number"]])
    #expect(report.file.sorted() == head.codes)
    #expect(report.batches == 0)
  }

  @Test func manyThreadsJudgeUnderAWrongHeadAsOneDoes() throws {
    let rows = (1...1500).map { number in
      let row = RecordFixtures.filing(number)
      return number % 7 == 0
        ? row.replacing("2018\",\"employmentForm", with: "2019\",\"employmentForm") : row
    }
    let wrong = RecordFixtures.document(rows)
      .replacing(RecordFixtures.employerCode, with: "91220102MA0Y00008M")
    let one = try report(wrong)
    let many = try report(wrong, workers: 3)
    #expect(one.rows == many.rows && one.file == many.file)
    #expect(one.rows.count { $0.contains("V-28") } == 1500 / 7)
  }

  /// What rules say of the head itself and of the file as a whole is told beside the error, too.
  @Test func theHeadAndTheWholeAreJudgedAsFarAsTheyAreRead() throws {
    let head = text.replacing(RecordFixtures.employerCode, with: "91220102MA0Y00008M")
    let lacking = head.replacing("\"affiliation\":\"40\",", with: "")
    #expect(try report(lacking).file.sorted() == ["V-03", "V-09", "V-12"])
    let owned = head.replacing(
      ",\"filings\"",
      with:
        #","seals":[{"type":"公章","name":"甲","ownerUscc":"\#(RecordFixtures.employerCode)"}],"filings""#
    )
    // Whose seal it is cannot be told while nobody knows the employer's number.
    #expect(try report(owned).file.sorted() == ["V-03", "V-12"])
  }

  /// Heads of lines stand before the rows; members of a document may stand behind them.
  @Test func aHeadIsReadWhereverItStands() throws {
    let code = RecordFixtures.employerCode
    let lines = RecordFixtures.jsonLines(rows: 2).replacing(code, with: "91220102MA0Y00008M")
      .replacing("2018\",\"employmentForm", with: "2019\",\"employmentForm")
    #expect(try report(lines).rows.allSatisfy { $0.contains("V-28") })
    let head = RecordFixtures.head().replacing(code, with: "91220102MA0Y00008M").dropFirst()
    let behind = "{\"filings\":[\(RecordFixtures.filing(3))],\(head)"
      .replacing("2018\",\"employmentForm", with: "2019\",\"employmentForm")
    let report = try report(behind)
    #expect(report.rows[0].contains("V-28") && report.file.contains("V-03"))
  }
}
