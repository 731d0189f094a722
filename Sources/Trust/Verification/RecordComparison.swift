import Calendar
import Foundation
import PDFFiles
import Records

/// Compares the record that a file carries with what its pages say.
///
/// A value of the record has to stand on some page: as it is, or as a form may print a day, an amount or a number. A
/// long value may go on over a page's end.
struct RecordComparison {
  private let pages: [String]

  /// Reads the pages of `file`.
  private init(_ file: PDFFile) throws(PDFFileFailure) {
    var pages: [String] = []
    try file.forEachPageText { pages.append($0) }
    self.pages = pages
  }

  /// Compares the record of `file`, if it carries one, with its pages.
  static func verdict(on file: PDFFile) throws(PDFFileFailure) -> RecordVerdict {
    guard let record = try file.record() else { return .none }
    guard let values = values(of: record) else { return .unreadable }
    let comparison: RecordComparison
    do throws(PDFFileFailure) {
      comparison = try RecordComparison(file)
    } catch {
      guard error == .unknownFilter else { throw error }
      return .unreadable
    }
    let strange = values.filter { !comparison.isPrinted($0.value) }.map(\.field)
    guard strange.isEmpty else { return .differs(fields: Array(Set(strange)).sorted()) }
    return .matches(count: values.count)
  }

  // MARK: The record

  /// The values of the documents in a record with their fields; nothing when it is no record of ours.
  private static func values(of record: [UInt8]) -> [(field: String, value: String)]? {
    guard let whole = try? JSONSerialization.jsonObject(with: Data(record)) as? [String: Any],
      let documents = whole["documents"] as? [Any]
    else { return nil }
    var (waiting, values) = ([(field: String, value: Any)](), [(field: String, value: String)]())
    waiting = documents.map { ("", $0) }
    while let next = waiting.popLast() {
      switch next.value {
      case let members as [String: Any]:
        waiting += members.map { ($0.key, $0.value) }
      case let elements as [Any]: waiting += elements.map { (next.field, $0) }
      case let value as String: values.append((next.field, value))
      default: return nil
      }
    }
    return values
  }

  // MARK: The pages

  private func isPrinted(_ value: String) -> Bool {
    let dense = value.filter { !$0.isWhitespace }
    return dense.isEmpty
      || spellings(of: dense).contains { spelling in
        pages.contains { $0.contains(spelling) } || goesOver(spelling)
      }
  }

  /// The ways in which a form may print `value`.
  private func spellings(of value: String) -> [String] {
    var spellings = [value]
    for known in readings(of: value) {
      spellings += ValueFilter.allCases.compactMap { $0.apply(to: known) }
    }
    return spellings
  }

  private func readings(of value: String) -> [FieldValue] {
    if let day = CivilDate(iso: value) { return [.date(day)] }
    var readings: [FieldValue] = []
    if let money = Money(value) { readings.append(.money(money)) }
    if let number = Int(value) { readings.append(.integer(number)) }
    return readings
  }

  /// Whether `value` begins near the end of one page and goes on near the head of the next.
  private func goesOver(_ value: String) -> Bool {
    zip(pages, pages.dropFirst()).contains { page, next in
      let (end, head) = (page.suffix(200), next.prefix(1000))
      return value.indices.dropFirst().contains { index in
        end.contains(value[..<index]) && head.contains(value[index...])
      }
    }
  }
}
