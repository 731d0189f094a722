import Calendar
import Foundation
import Tables
import Testing

private func text(_ columns: [String], _ rows: [[TableValue]]) -> String {
  var writer = JSONRows()
  var bytes = writer.begin(columns)
  for row in rows { bytes += writer.add(row) }
  return String(decoding: bytes + writer.end(), as: UTF8.self)
}

@Test func rowsAreObjectsInTheOrderOfTheColumns() throws {
  let day = try #require(CivilDate(iso: "2026-11-02"))
  let written = text(
    ["乙", "甲", "丙", "丁", "戊", "己"],
    [
      [.text("张"), .integer(3), .decimal("3500.00"), .date(day), .flag(true), .absent],
      [.text("a\"b\\c"), .integer(0), .absent, .absent, .flag(false), .text("")],
    ]
  )
  #expect(
    written == """
      [
      {"乙":"张","甲":3,"丙":"3500.00","丁":"2026-11-02","戊":true,"己":null},
      {"乙":"a\\"b\\\\c","甲":0,"丙":null,"丁":null,"戊":false,"己":""}
      ]

      """
  )
}

@Test func noRowsAreAnEmptyArray() throws {
  let data = Data(text(["甲"], []).utf8)
  #expect(try (JSONSerialization.jsonObject(with: data) as? [Any])?.isEmpty == true)
}

@Test func everyControlCharacterIsEscaped() throws {
  let hostile =
    String(String.UnicodeScalarView((0..<0x80).compactMap { Unicode.Scalar($0) })) + "\u{2028}𠅤"
  let data = Data(text([hostile], [[.text(hostile)]]).utf8)
  let rows = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: String]])
  #expect(rows == [[hostile: hostile]])
}
