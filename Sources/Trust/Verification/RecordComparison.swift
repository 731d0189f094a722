import Calendar
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

  /// Compares the `record` that `file` carries with its pages.
  static func verdict(
    on record: CarriedRecord,
    in file: PDFFile
  ) throws(PDFFileFailure) -> RecordVerdict {
    guard let values = record.printed else { return .unreadable }
    let comparison: RecordComparison
    do throws(PDFFileFailure) {
      comparison = try RecordComparison(file)
    } catch {
      guard error == .unknownFilter else { throw error }
      return .unreadable
    }
    let strange = values.filter { !comparison.isPrinted($0.text) }.map(\.field)
    guard strange.isEmpty else { return .differs(fields: Array(Set(strange)).sorted()) }
    return .matches(count: values.count)
  }

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
