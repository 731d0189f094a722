import Forms
import Foundation
import Geometry
import Issuing
import Pages
import Records
import TestSupport
import Testing

/// Every form of the house with values and rows that go as far as records may: nothing overlaps, nothing leaves its
/// cell or its page, nothing is lost.
@Suite struct ExtremesTests {
  private func judge(
    _ name: String,
    _ values: ExtremeRecords.Values,
    rows: Int? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let form = try HouseForms.form(name)
    let run = try HouseForms.run(of: form, values, rows: rows)
    let fonts = try HouseForms.library()
    let ink = GlyphInk(fonts)
    let documents = try HouseForms.documents(of: run, in: fonts, atMost: 3)
    #expect(!documents.isEmpty)
    for document in documents {
      #expect(document.failure == nil, "\(name), \(values)", sourceLocation: sourceLocation)
      let complaints = document.pages.flatMap { PageJudge($0, form.style, ink).complaints }
      #expect(
        complaints.isEmpty,
        "\(name), \(values), \(rows ?? 0) rows: \(complaints.count)\n\(complaints.prefix(8).joined(separator: "\n"))",
        sourceLocation: sourceLocation
      )
      let lost = try document.lostValues
      #expect(lost == [], "\(name), \(values)", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: HouseForms.names)
  func theShortestValuesStandInTheirPlaces(_ name: String) throws {
    try judge(name, .shortest)
  }

  @Test(arguments: HouseForms.names)
  func longValuesStandInTheirPlaces(_ name: String) throws {
    try judge(name, .long)
  }

  @Test(arguments: HouseForms.names)
  func theLongestValuesStandInTheirPlaces(_ name: String) throws {
    try judge(name, .longest)
  }

  @Test(arguments: HouseForms.names)
  func rareCharactersStandInTheirPlaces(_ name: String) throws {
    try judge(name, .rare)
  }

  @Test(arguments: HouseForms.names, [0, 1, 15, 16])
  func anyNumberOfRowsStandsInItsPlaces(_ name: String, _ rows: Int) throws {
    guard try HouseForms.form(name).scope == .roster else { return }
    try judge(name, .usual, rows: rows)
  }

  @Test(arguments: HouseForms.names, [0, 1, 15, 16])
  func theLongestValuesStandInAnyNumberOfRows(_ name: String, _ rows: Int) throws {
    guard try HouseForms.form(name).scope == .roster else { return }
    try judge(name, .longest, rows: rows)
  }

  @Test(arguments: HouseForms.names)
  func manyRowsStandInTheirPlaces(_ name: String) throws {
    guard try HouseForms.form(name).scope == .roster else { return }
    try judge(name, .usual, rows: 1501)
  }

  /// Writes the records of all those documents, to be printed for judges that are no part of this project:
  /// `MINGCE_FILES=folder swift test …`, then `mingce render FORM FORM-longest-16.json -o …` and the like.
  @Test("records for other judges", .enabled(if: ExtremesTests.folder != nil))
  func records() throws {
    let folder = try #require(ExtremesTests.folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in HouseForms.names {
      let form = try HouseForms.form(name)
      for values in ExtremeRecords.Values.allCases {
        let counts = form.scope == .roster && values == .usual ? [0, 1, 15, 16, 1501] : [nil]
        for rows in counts {
          let json = try HouseForms.records(for: form, values, rows: rows)
          let file = "\(name)-\(values)\(rows.map { "-\($0)" } ?? "").json"
          try Data(json.utf8).write(to: folder.appending(path: file))
        }
      }
    }
  }

  private static let folder = ProcessInfo.processInfo.environment["MINGCE_FILES"].map {
    URL(filePath: $0)
  }

  /// Thousands of pages a form, which take half an hour: run with `MINGCE_EXTREMES=1`.
  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["MINGCE_EXTREMES"] != nil),
    arguments: HouseForms.names
  )
  func theLongestValuesStandInManyRows(_ name: String) throws {
    guard try HouseForms.form(name).scope == .roster else { return }
    try judge(name, .longest, rows: 1501)
  }
}

extension SetDocument {
  /// The words of records that the document prints as they stand and that its pages lack.
  var lostValues: [String] {
    get throws {
      guard failure == nil else { return [] }
      let text = Data(pages.textsInReadingOrder.joined().filter { !$0.isWhitespace }.utf8)
      let record = try JSONSerialization.jsonObject(with: Data(self.record))
      // Only words of the generator are free of filters and masks: they say where they end.
      let words = SetDocument.words(in: record).filter { $0.contains("末") }
      let ends = text.count(of: Data("末".utf8))
      let lost = Set(words).filter { word in
        text.range(of: Data(word.filter { !$0.isWhitespace }.utf8)) == nil
      }
      // Rows that say the same are printed as often as there are rows.
      return lost.sorted() + (ends < words.count ? ["\(words.count - ends) of \(words.count)"] : [])
    }
  }

  private static func words(in value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(words)
    case let object as [String: Any]: object.values.flatMap(words)
    default: []
    }
  }
}

extension Data {
  /// How often `part` stands in it.
  fileprivate func count(of part: Data) -> Int {
    var (count, start) = (0, startIndex)
    while let found = range(of: part, in: start..<endIndex) {
      count += 1
      start = found.upperBound
    }
    return count
  }
}
