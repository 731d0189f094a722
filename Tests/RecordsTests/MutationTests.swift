import Diagnostics
import Records
import TestSupport
import Testing

@Test(arguments: 0..<24 as Range<UInt64>)
func noMutationOfAFileIsFatalOrLosesRowsUncounted(_ seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let text =
    seed.isMultiple(of: 2)
    ? RecordFixtures.batchJSON(rows: 5, kinds: RecordFixtures.Kind.allCases, seed: seed)
    : RecordFixtures.jsonLines(rows: 5, kinds: RecordFixtures.Kind.allCases, seed: seed)
  let sample = Array(text.utf8)
  for _ in 0..<40 {
    let bytes = mutated(sample, &random)
    var shown: [Int] = []
    do {
      let file = try openRecords(ByteSource(name: "变异", bytes: bytes)) { shown.append($0.row) }
      #expect(shown == Array(1..<(file.rows.count + 1)), "seed \(seed)")
      let reader = try RowReader(file)
      for row in shown { #expect(try reader.outcome(of: row).row == row) }
    } catch RecordFailure.unusable(let diagnostics, _) {
      #expect(diagnostics.contains { $0.severity == .error }, "seed \(seed)")
    }
  }
}

@Test(arguments: 0..<16 as Range<UInt64>)
func oneBrokenRowNeverCostsAnother(_ seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  for layout in Layout.allCases {
    for _ in 0..<15 {
      let rows = (1...5).map { Array(RecordFixtures.filing($0).utf8) }
      let victim = Int.random(in: 0..<5, using: &random)
      var row = rows[victim]
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        // The braces of the row itself stay: without them nobody could say where it ends.
        let place = Int.random(in: 1..<(row.count - 1), using: &random)
        row[place] = marks.randomElement(using: &random) ?? 0
      }
      var all = rows
      all[victim] = row
      let bytes = file(all, layout)
      var sound: Set<String> = []
      do throws(RecordFailure) {
        _ = try openRecords(ByteSource(name: "变异", bytes: bytes)) {
          if let filing = $0.filing { sound.insert(filing.id) }
        }
      } catch {
        Issue.record("seed \(seed): \(error)")
      }
      for number in 1...5 where number != victim + 1 {
        #expect(
          sound.contains("f000000\(number)"),
          "seed \(seed), \(layout): \(String(decoding: row, as: UTF8.self))"
        )
      }
    }
  }
}

private let marks: [UInt8] = Array("\"{}[],:x\\".utf8) + [0xD5, 0x00]

private enum Layout: CaseIterable { case document, oneLine, lines }

private func file(_ rows: [[UInt8]], _ layout: Layout) -> [UInt8] {
  let head = RecordFixtures.head()
  let (opening, separator, ending) =
    switch layout {
    case .document: (head.dropLast() + ",\"filings\":[\n", ",\n", "\n]}\n")
    case .oneLine: (head.dropLast() + ", \"filings\": [", ", ", "]}")
    case .lines: (head + "\n", "\n", "\n")
    }
  return Array(opening.utf8) + rows.joined(separator: Array(separator.utf8)) + Array(ending.utf8)
}

private func mutated(_ sample: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
  var bytes = sample
  for _ in 0..<Int.random(in: 1...4, using: &random) {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes[place] = marks.randomElement(using: &random) ?? 0
    case 2: bytes.remove(at: place)
    case 3: bytes.insert(contentsOf: bytes[..<min(place, 20)], at: place)
    default: bytes.removeSubrange(place..<min(bytes.count, place + 200))
    }
    if bytes.isEmpty { bytes = [0x7B] }
  }
  return bytes
}
