import Foundation
import TestSupport
import Testing

/// What contracts, agreements and letters say.
@Suite struct NarrativeFormTests {
  private static let samples = ["jilin", "zhanyi", "shanxi", "taiyuan", "zhuzhou"]
  private let build: SampleBuild

  init() throws {
    build = try SampleBuild.shared.get()
  }

  /// Wording is law here, so that no change of it goes unread: the first document that a sample makes of each form.
  @Test(arguments: [
    ("contract", "zhanyi"), ("contract-jilin", "jilin"), ("renewal-agreement", "zhanyi"),
    ("change-agreement", "zhanyi"), ("supplementary-clauses", "jilin"),
    ("renewal-explanation", "zhanyi"), ("unit-authorisation", "zhanyi"),
    ("appeal-authorisation", "jilin"), ("correction-request", "zhanyi"),
    ("delay-statement", "zhanyi"), ("commitment-filing", "zhanyi"),
    ("commitment-employee", "shanxi"), ("commitment-recruit", "shanxi"),
    ("commitment-dissolve", "shanxi"), ("commitment-institution", "taiyuan"),
    ("commitment-retire", "shanxi"), ("commitment-payment", "shanxi"),
    ("institution-request", "taiyuan"), ("early-retirement-request", "taiyuan"),
    ("e-signing-notice", "jilin"), ("identical-copy", "jilin"), ("delivery-receipt", "jilin"),
    ("layoff-report", "shanxi"), ("injury-accident", "zhuzhou"), ("injury-account", "zhuzhou"),
  ])
  func aFormSaysWhatWasRead(_ form: String, _ sample: String) throws {
    let first = try #require(try documents(form, sample).first)
    try expectGolden(lines(ofSheet: first), "\(form).txt")
  }

  /// An article has one wording for each kind of contract; just one of them must stay, whatever the kind.
  @Test(arguments: [
    ("contract", 45), ("contract-jilin", 37), ("renewal-agreement", 9),
    ("supplementary-clauses", 5),
  ])
  func everyArticleStandsOnce(_ form: String, _ count: Int) throws {
    for sample in try samples(of: form) {
      let documents = try documents(form, sample)
      #expect(!documents.isEmpty)
      for document in documents {
        let numbers = document.matches(of: /<p><strong>(第[一二三四五六七八九十]+条)<\/strong>/)
          .map(\.output.1)
        #expect(numbers.count == count, "\(sample)")
        #expect(Set(numbers).count == count, "\(sample)")
      }
    }
  }

  /// A letter is handed in as one sheet of paper; only agreements and the report of a layoff may take two.
  @Test(arguments: [
    "supplementary-clauses", "renewal-explanation", "unit-authorisation", "appeal-authorisation",
    "correction-request", "delay-statement", "commitment-filing", "commitment-employee",
    "commitment-recruit", "commitment-dissolve", "commitment-institution", "commitment-retire",
    "commitment-payment", "institution-request", "early-retirement-request", "e-signing-notice",
    "identical-copy", "delivery-receipt", "injury-accident", "injury-account",
  ])
  func everyLetterStandsOnOnePage(_ form: String) throws {
    for sample in try samples(of: form) {
      let stem = build.output.appending(path: "documents/\(sample)/\(form)")
      #expect(try PrintedText(stem).pageCount == documents(form, sample).count, "\(sample)")
    }
  }

  /// The samples of the places that the form is for.
  private func samples(of form: String) throws -> [String] {
    let samples = Self.samples.filter { sample in
      let page = build.output.appending(path: "documents/\(sample)/\(form).html")
      return FileManager.default.fileExists(atPath: page.path(percentEncoded: false))
    }
    return try #require(samples.isEmpty ? nil : samples)
  }

  private func documents(_ form: String, _ sample: String) throws -> [Substring] {
    let page = build.output.appending(path: "documents/\(sample)/\(form).html")
    return sheets(ofHTML: try String(contentsOf: page, encoding: .utf8))
  }
}
