import Calendar
import Diagnostics
import Foundation
import Spreadsheets
import TestSupport
import Testing

@testable import Imports

/// The templates of the checkout.
enum Templates {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "content/imports")

  /// All names, sorted.
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()

  /// Opens the template `name`, which must be without a mistake.
  static func open(_ name: String) throws -> ImportTemplate {
    let file = "\(name).yaml"
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    let (template, complaints) = openImportTemplate(text, file: file)
    #expect(complaints.isEmpty, "\(complaints.map(\.description))")
    return try #require(template)
  }

  static func all() throws -> [ImportTemplate] { try every.get() }

  private static let every = Result { try names.map(open) }
}

/// A day that all tests share.
let day = CivilDate(year: 2026, month: 11, day: 20)

extension ImportTemplate {
  /// Returns a row with the given texts under their headings, by the last heading.
  func row(_ texts: [String: String]) throws -> [String] {
    for label in texts.keys { try #require(columns.contains { $0.label == label }, "\(label)") }
    return columns.map { texts[$0.label] ?? $0.prefill ?? "" }
  }

  /// Returns the template filled with `rows`.
  func filled(_ rows: [[String: String]]) throws -> [UInt8] {
    try workbook(madeOn: #require(day), rows: rows.map(row))
  }
}

/// Returns records with a head of `profile` and the given filings.
func base(_ filings: [String] = [], profile: String = "CN-JL", more: String = "") throws
  -> BaseRecords
{
  let head = String(RecordFixtures.head(profile: profile).dropLast())
  let text = head + more + ",\"filings\":[" + filings.joined(separator: ",") + "]}"
  let (base, complaints) = BaseRecords.open(Array(text.utf8), file: "单位.json")
  #expect(complaints.isEmpty)
  return try #require(base)
}

/// Takes in the file `bytes`, which fills one of `templates`.
func take(
  _ bytes: [UInt8],
  _ templates: [ImportTemplate],
  base: BaseRecords
) throws -> ImportOutcome {
  let book = try Spreadsheet(bytes)
  let (sheet, complaints) = try chooseSheet(of: book, file: "名单.xlsx", among: templates)
  let found = try #require(sheet, "\(complaints.map(\.description))")
  var outcome = try importRows(of: found, in: book, file: "名单.xlsx", base: base)
  outcome = ImportOutcome(
    rowCount: outcome.rowCount,
    refusedCount: outcome.refusedCount,
    records: outcome.records,
    diagnostics: complaints + outcome.diagnostics,
    hasFileErrors: outcome.hasFileErrors
  )
  return outcome
}

extension ImportOutcome {
  /// Everything that was found, a line each.
  var said: [String] { diagnostics.map(\.description) }

  /// The record file as text.
  var text: String { String(decoding: records, as: UTF8.self) }
}

/// A resident number of nobody.
func resident(_ sequence: Int) -> String {
  RecordFixtures.resident(area: "220102", birth: "19900506", sequence: sequence)
}
