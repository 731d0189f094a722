import TestSupport

/// Record files of any length, made a filing at a time, so that they never stand in memory whole.
///
/// A filing depends on its number and the seed alone: a longer file begins with the same filings as a shorter one.
struct InventedRecords: Sendable {
  let count: Int
  var kinds: [RecordFixtures.Kind] = [.new]
  var profile = "CN-JL"
  var seed: UInt64 = 7

  private let names = InventedNames()

  /// Hands the text of the file to `take`, piece by piece.
  func forEachPiece(isJSONLines: Bool, _ take: (String) -> Void) {
    let head = RecordFixtures.head(profile: profile)
    take(isJSONLines ? head + "\n" : head.dropLast() + ",\"filings\":[")
    for number in stride(from: 1, through: count, by: 1) {
      if !isJSONLines { take(number == 1 ? "\n" : ",\n") }
      take(filing(number))
      if isJSONLines { take("\n") }
    }
    if !isJSONLines { take("\n]}\n") }
  }

  /// The whole file in memory, for short ones.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    forEachPiece(isJSONLines: true) { bytes += $0.utf8 }
    return bytes
  }

  private func filing(_ number: Int) -> String {
    // The fixture draws from the number too: the name must not follow the same numbers.
    var random = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(number) << 20)
    return RecordFixtures.filing(
      number,
      kind: kinds[number % kinds.count],
      name: names.name(&random),
      seed: seed,
      isOfItsOwn: true
    )
  }
}
