/// The cross-reference of an update: only what it writes (ISO 32000-1 §7.5.4, §7.5.8).
struct UpdateSection {
  private let crossReference: CrossReference
  private let generations: [Reference: Int]

  init(of crossReference: CrossReference, generations: [Reference: Int]) {
    self.crossReference = crossReference
    self.generations = generations
  }

  /// Returns the section with its trailer, as the stream of number `asStream` or as a table.
  func bytes(
    asStream stream: Reference?,
    trailer: Entries,
    start: Int
  ) throws(PDFFailure) -> [UInt8] {
    var entries: Entries = ["Size": .integer(crossReference.size)]
    for (key, value) in trailer.pairs { entries.add(key, value) }
    var end = ByteBuffer()
    if let stream {
      try append(stream, entries, to: &end)
    } else {
      end.append("xref\n")
      for run in runs {
        end.append("\(run.lowerBound) \(run.count)\n")
        for number in run { end.append(line(number)) }
      }
      end.append("trailer\n")
      try end.append(dictionary: entries)
    }
    end.append("\nstartxref\n\(start)\n%%EOF\n")
    return end.bytes
  }

  private func append(
    _ stream: Reference,
    _ trailer: Entries,
    to end: inout ByteBuffer
  ) throws(PDFFailure) {
    let rows = crossReference.numbers.flatMap(row)
    var entries: Entries = [
      "Type": .name("XRef"), "W": [1, 5, 2], "Length": .integer(rows.count),
      "Index": .array(runs.flatMap { [.integer($0.lowerBound), .integer($0.count)] }),
    ]
    for (key, value) in trailer.pairs { entries.add(key, value) }
    end.append("\(stream.number) 0 obj\n")
    try end.append(dictionary: entries)
    end.append("\nstream\n")
    end.append(rows)
    end.append("\nendstream\nendobj")
  }

  /// The numbers in runs of neighbours.
  private var runs: [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for number in crossReference.numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs
  }

  private func place(_ number: Int) -> (offset: Int, generation: Int) {
    let reference = Reference(number: number)
    guard case .offset(let offset) = crossReference[reference] else {
      preconditionFailure("an update has no object streams")
    }
    return (offset, generations[reference] ?? 0)
  }

  private func line(_ number: Int) -> String {
    let (offset, generation) = place(number)
    func padded(_ value: Int, _ width: Int) -> String {
      String(repeating: "0", count: width - String(value).count) + String(value)
    }
    return "\(padded(offset, 10)) \(padded(generation, 5)) n \n"
  }

  private func row(_ number: Int) -> [UInt8] {
    let (offset, generation) = place(number)
    let bytes = stride(from: 32, through: 0, by: -8).map { UInt8(truncatingIfNeeded: offset >> $0) }
    return [1] + bytes + [
      UInt8(truncatingIfNeeded: generation >> 8), UInt8(truncatingIfNeeded: generation),
    ]
  }
}
