import Foundation
import TestSupport
import Testing

/// The records that forms come with are believable: whoever tries a form learns from them what to write.
@Suite struct FormSampleTests {
  private static let forms: [String] = {
    let folder = TinyProject.checkout.appending(path: "content/forms").path
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  /// The one form whose sample is wrong on purpose.
  private static let failing = "upload-results"

  /// The program's own rules find no error, and warn of nothing but what the house's tables or the
  /// samples leave open; employers are where their system is, and wages are what nobody would doubt.
  @Test(arguments: forms.filter { $0 != failing })
  func theSampleOfAFormKeepsTheRules(_ form: String) throws {
    let sample = try SampleFile(of: form)
    let check = try Program.mingce.run(["check", SampleFile.name], in: sample.folder.url)
    #expect(check.status == 0, "\(check.said)")
    let codes = Set(check.output.matches(of: /\[([A-Za-z]+[-.]\w+)\]/).map { String($0.output.1) })
    // No table of least wages is kept for these places, and hazards are left out.
    #expect(codes.isSubset(of: ["V-11", "V-12"]), "\(check.said)")
    let places = ["CN-JL": "22", "CN-YN-ZHANYI": "53", "CN-SX": "14", "CN-HN-ZHUZHOU": "43"]
    #expect(sample.creditCode.dropFirst(2).hasPrefix(try #require(places[sample.profile])))
    #expect(sample.wages.allSatisfy { (2000...30_000).contains($0) }, "\(sample.wages)")
  }

  /// A list of failures without one would show nobody what it is for.
  @Test func theListOfFailuresComesWithRowsThatFailByDifferentRules() throws {
    let sample = try SampleFile(of: Self.failing)
    let url = sample.folder.url
    let check = try Program.mingce.run(["check", SampleFile.name, "--format", "csv"], in: url)
    #expect(check.status == 2, "\(check.said)")
    let rules = check.output.split(whereSeparator: \.isNewline).filter { $0.contains("错误") }
      .compactMap { $0.firstMatch(of: /[A-Z]-\d+[a-z]?/).map { String($0.output) } }
    #expect(rules.sorted() == ["V-02a", "V-09", "V-13", "V-16"], "\(check.said)")
    let render = ["render", Self.failing, SampleFile.name, "-o", "结果.html"]
    // The list is made of a file with errors, and the errors are told.
    #expect(try Program.mingce.run(render, in: url).status == 2)
    let page = try String(contentsOf: sample.folder.file("结果.html"), encoding: .utf8)
    #expect(page.matches(of: /上传失败/).count == 4)
    #expect(page.contains("试用期超过法定上限"))
  }

  /// Nobody retires before 50 or 60, the ages of the law before 2025.
  @Test(arguments: ["sheet-retire", "early-retirement-request", "benefit-accounts", "info-change"])
  func whoRetiresInASampleIsOfAge(_ form: String) throws {
    let people = try SampleFile(of: form).people
    #expect(!people.isEmpty)
    for person in people {
      let age = try #require(person.age)
      #expect((person.isWoman ? 50...70 : 60...70).contains(age), "\(form): \(age)")
    }
  }

  @Test func whoGoesEarlyIsNotYetOfTheStatutoryAge() throws {
    let request = try #require(try SampleFile(of: "early-retirement-request").people.first)
    #expect(request.record["retirementCategory"] as? String == "female55")
    // Born in March 1972: 55 years and seven months (table 2 of the decision of 2024-09-13), at least 55.
    #expect(request.record["birthDate"] as? String == "1972-03-15")
    let day = try #require(request.record["plannedRetirement"] as? String)
    #expect(("2027-03-15"..."2027-10-14").contains(day))
  }
}

/// The sample of a form, read without the program.
private struct SampleFile {
  static let name = "样例.json"
  let folder: TemporaryFolder
  private let head: [String: Any]
  private var employer: [String: Any] { head["employer"] as? [String: Any] ?? [:] }
  private var filings: [[String: Any]] { head["filings"] as? [[String: Any]] ?? [] }
  private var changes: [[String: Any]] { head["infoChanges"] as? [[String: Any]] ?? [] }

  init(of form: String) throws {
    folder = try TemporaryFolder()
    let run = try Program.mingce.run(
      ["forms", form, "--sample", "-o", Self.name],
      in: folder.url
    )
    #expect(run.status == 0, "\(run.said)")
    let data = try Data(contentsOf: folder.file(Self.name))
    head = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  var profile: String { head["profile"] as? String ?? "" }
  var creditCode: String { employer["uscc"] as? String ?? "" }

  /// The monthly wages in yuan.
  var wages: [Double] {
    filings.compactMap { filing in
      let wage = (filing["contract"] as? [String: Any])?["wage"] as? [String: Any]
      return (wage?["monthly"] as? String).flatMap(Double.init)
    }
  }

  /// Whoever a filing or a change of data is about, on the day of retirement where it is told.
  var people: [Person] {
    (filings + changes).compactMap { row in
      guard let person = row["employee"] as? [String: Any] else { return nil }
      let end = (row["termination"] as? [String: Any])?["date"] as? String
      let day = person["plannedRetirement"] as? String ?? end ?? head["asOf"] as? String ?? ""
      return Person(record: person, day: day)
    }
  }

  struct Person {
    let record: [String: Any]
    let day: String

    private var number: [Character] { Array(record["idNumber"] as? String ?? "") }
    var isWoman: Bool { number.count == 18 && (number[16].wholeNumberValue ?? 1) % 2 == 0 }

    /// The age in full years on `day`.
    var age: Int? {
      let digits = day.filter(\.isNumber)
      guard number.count == 18, let birth = Int(String(number[6..<14])), let now = Int(digits)
      else { return nil }
      return (now - birth) / 10_000
    }
  }
}
